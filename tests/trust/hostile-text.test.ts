import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCitizen } from '../../src/lib/citizens/citizens.server.ts';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { openQueuedMail } from '../../src/lib/notifications/mail.server.ts';
import { mail } from '../../src/lib/notifications/tables.server.ts';
import { sendMessage } from '../../src/lib/referrals/messages.server.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { chromiumPath, launch, openPage, settled } from '../e2e/browser.ts';
import { makeContact, makeLocation, makeMeeting, makeOffer, makeOrganisation } from '../factories.ts';
import { linkTo, makeSentReferralOf } from '../referral-to-order.ts';
import { serveSite, type Site } from '../request.ts';
import { statement } from './statements.ts';

const attack = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{7*7}}`;
const formulas = ['=HYPERLINK("http://evil.example")', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1'];

onEmbeddedDatabase(statement(23), (open) => {
	let site: Site;
	let offerSlug: string;
	let referralId: string;
	let citizenId: string;
	let link: string;
	let sessions: Record<'caseworker' | 'contact', string>;

	beforeAll(async () => {
		await open();
		site = await serveSite();
		const organisation = await makeOrganisation({ name: `Forening ${attack}`, description: attack });
		const offer = await makeOffer({
			organisationId: organisation.id,
			name: `Tilbud ${attack}`,
			summary: attack,
			description: attack,
		});
		offerSlug = offer.slug;
		await makeLocation(offer.id, { name: attack, address: attack, city: attack });
		for (const name of formulas) await makeOffer({ name, summary: name });
		const meeting = { ...(await makeMeeting()), offer, organisationId: organisation.id };
		const contact = await makeContact(organisation.id, { name: attack });
		const texts = { need: attack, goals: attack, practical: attack, accompaniment: attack };
		const hostile = { ...meeting, contact };
		referralId = await makeSentReferralOf(hostile, {
			citizen: { givenName: attack.slice(0, 80), familyName: attack.slice(0, 80), safeContact: attack },
			texts,
			fields: ['given_name', 'family_name', 'phone', 'need', 'goals', 'practical', 'safe_contact'],
		});
		await asActor(meeting.caseworker, (tx) =>
			sendMessage(tx, meeting.caseworker, { referralId, requestId: crypto.randomUUID(), text: attack }),
		);
		await asActor(contact, (tx) =>
			sendMessage(tx, contact, { referralId, requestId: crypto.randomUUID(), text: attack }),
		);
		citizenId = await asActor(meeting.caseworker, (tx) =>
			createCitizen(tx, meeting.caseworker, {
				givenName: attack.slice(0, 80),
				familyName: '',
				phone: '',
				email: '',
				safeContact: attack,
				language: 'da',
				needsInterpreter: false,
				ageBand: '',
				adult: true,
			}),
		);
		link = await linkTo(meeting, referralId);
		const cookie = async (actor: typeof meeting.caseworker | typeof contact) => {
			const client = site.client();
			await client.signInAs(actor);
			return client.cookies.get('session') ?? '';
		};
		sessions = { caseworker: await cookie(meeting.caseworker), contact: await cookie(contact) };
	});

	it('in a table for a spreadsheet no cell begins a formula', async () => {
		const { status, body } = await site.client().get('/offers.csv');
		expect(status).toBe(200);
		const cells = (
			parse(body, { bom: true, delimiter: body.includes(';') ? ';' : ',', relax_column_count: true }) as string[][]
		).flat();
		expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true);
		expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
	});

	it('in a mail there is none of it', async () => {
		const texts = await asActor(systemActor, async (tx) => {
			const all = await tx.select({ id: mail.id }).from(mail);
			const opened = [];
			for (const { id } of all) opened.push(await openQueuedMail(tx, id));
			return opened;
		});
		expect(texts.length).toBeGreaterThan(0);
		for (const text of texts) expect(`${text?.subject} ${text?.body}`).not.toMatch(/[<>]|hacked/);
	});

	describe.skipIf(!chromiumPath)('in a browser', { timeout: 120_000 }, () => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await launch();
		});
		afterAll(() => browser.close());

		async function visit(path: string, session?: string): Promise<{ page: Page; faults: string[] }> {
			const opened = await openPage(browser, site.url, { locale: 'da', width: 1280, javaScript: true });
			if (session) await opened.page.context().addCookies([{ name: 'session', value: session, url: site.url }]);
			await opened.page.goto(site.url + path);
			await settled(opened.page);
			return opened;
		}
		async function isHarmless(page: Page, faults: string[]): Promise<void> {
			expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
			// The policy would stop the script in any case: the element itself must not have come to be.
			expect(await page.locator('img[src="x"]').count()).toBe(0);
			expect(faults).toEqual([]);
		}

		it('the list, and a place’s pop-up on the map', async () => {
			const { page, faults } = await visit('/offers');
			expect(await page.locator('main').innerText()).toContain('<img src=x');
			await isHarmless(page, faults);
			await page.locator('.mark-anchor button').first().click();
			await page.locator('.leaflet-popup', { hasText: '<img src=x' }).waitFor();
			await isHarmless(page, faults);
			await page.context().close();
		});

		it('the pages of the offer, on screen and in print, and of who reads of it', async () => {
			const looks: [string, string | undefined][] = [
				[`/offers/${offerSlug}`, undefined],
				[`/offers/${offerSlug}/print`, undefined],
				[`/offers?q=${encodeURIComponent(attack)}`, undefined],
				[link, undefined],
				['/citizens', sessions.caseworker],
				[`/citizens/${citizenId}`, sessions.caseworker],
				['/referrals', sessions.caseworker],
				[`/referrals/${referralId}`, sessions.caseworker],
				[`/referrals/${referralId}/print/consent`, sessions.caseworker],
				['/inbox', sessions.contact],
				[`/inbox/${referralId}`, sessions.contact],
			];
			for (const [path, session] of looks) {
				const { page, faults } = await visit(path, session);
				expect(await page.locator('body').innerText(), path).toContain('<img src=x');
				await isHarmless(page, faults);
				await page.context().close();
			}
		});
	});
});
