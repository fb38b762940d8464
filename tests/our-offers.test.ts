import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { offer } from '../src/lib/catalogue/tables.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { publicActor, type OrganisationActor } from '../src/lib/identity/actor.ts';
import { onEachDatabase } from './database.ts';
import { makeContact, makeOffer, makeStaff, type OfferRow } from './factories.ts';
import { serveSite, type Client, type Site } from './request.ts';

/** The box at the top of a refused form. */
const errorSummary = (body: string) => /id="error-summary-title".*?<\/ul>/s.exec(body)?.[0];

onEachDatabase('the pages of an organisation’s own offers', (open) => {
	let site: Site;
	let mine: OfferRow;
	let contact: OrganisationActor;
	let browser: Client;
	beforeAll(async () => {
		await open();
		site = await serveSite();
	});
	beforeEach(async () => {
		mine = await makeOffer({ name: 'Gældscafé' });
		contact = await makeContact(mine.organisationId);
		browser = site.client();
		await browser.signInAs(contact);
	});
	const stored = async () => {
		const [row] = await asActor(publicActor, (tx) => tx.select().from(offer).where(eq(offer.id, mine.id)));
		return row;
	};

	it('list them, and confirm one or all', async () => {
		const page = await browser.get('/our-offers');
		expect(page.body).toContain('Gældscafé');
		expect(page.body).toContain('Ikke bekræftet endnu');
		const confirmed = await browser.post('/our-offers?/confirm', { offer: mine.id });
		expect([confirmed.status, confirmed.location]).toEqual([303, '/our-offers?done=confirmed']);
		expect((await browser.get('/our-offers?done=confirmed')).body).toContain('Bekræftet i dag');
		expect((await browser.post('/our-offers?/confirm_all')).status).toBe(303);
		expect(await stored()).toMatchObject({ confirmed: '2026-11-02', confirmedBy: 'organisation' });
	});

	it('say how full one is', async () => {
		const answer = await browser.post(`/our-offers/${mine.id}`, { capacity: 'waitlist', wait_time: ' 6 uger ' });
		expect([answer.status, answer.location]).toEqual([303, '/our-offers?done=saved']);
		expect(await stored()).toMatchObject({ capacity: 'waitlist', waitTime: '6 uger', capacityUpdated: '2026-11-02' });
	});

	it.each([
		[{ wait_time: 'seks uger' }, 400, 'Vælg, om der er plads'],
		[{ capacity: 'unknown', wait_time: 'seks uger' }, 400, 'Vælg, om der er plads'],
		[{ capacity: 'paused', wait_time: 'seks uger', paused_until: '2026-02-31' }, 400, 'Skriv datoen som'],
		[{ capacity: 'paused', wait_time: 'seks uger', paused_until: '2026-11-01' }, 422, 'Vælg en dag, der ikke er gået'],
	])('keep what was typed when it is wrong: %j', async (form, status, sentence) => {
		const answer = await browser.post(`/our-offers/${mine.id}`, form);
		expect(answer.status).toBe(status);
		expect(errorSummary(answer.body)).toContain(sentence);
		expect(answer.body).toContain('value="seks uger"');
		expect(await stored()).toEqual(mine);
	});

	it('pause the whole organisation and end it again', async () => {
		expect((await browser.post('/our-offers/pause', { paused_until: '' })).body).toContain('Vælg den sidste dag');
		expect((await browser.post('/our-offers/pause', { paused_until: '2026-12-24' })).location).toBe(
			'/our-offers?done=paused',
		);
		expect((await browser.get('/our-offers')).body).toContain('I holder pause til og med torsdag 24. december');
		expect((await browser.post('/our-offers?/resume')).status).toBe(303);
		expect((await browser.get('/our-offers')).body).toContain('Hold pause for hele foreningen');
	});

	it('are nobody else’s', async () => {
		const stranger = site.client();
		await stranger.signInAs(await makeContact());
		expect((await stranger.get(`/our-offers/${mine.id}`)).status).toBe(404);
		expect((await stranger.post(`/our-offers/${mine.id}`, { capacity: 'full' })).status).toBe(404);
		expect((await stranger.post('/our-offers?/confirm', { offer: mine.id })).status).toBe(404);
		const caseworker = site.client();
		await caseworker.signInAs(await makeStaff());
		expect((await caseworker.get('/our-offers')).status).toBe(403);
		expect(await stored()).toEqual(mine);
	});

	it('keep the answer of somebody whose session has ended', async () => {
		const path = `/our-offers/${mine.id}`;
		browser.signOut();
		const sent = await browser.post(path, { capacity: 'full', wait_time: 'til jul' });
		expect([sent.status, sent.location]).toEqual([303, `/sign-in?return=${encodeURIComponent(path)}`]);
		await browser.signInAs(contact);
		expect((await browser.get(path)).body).toContain('value="til jul"');
	});
});
