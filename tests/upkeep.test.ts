import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { offer } from '../src/lib/catalogue/tables.server.ts';
import { askToConfirm } from '../src/lib/catalogue/upkeep/confirm-links.server.ts';
import { pageReport } from '../src/lib/catalogue/upkeep/tables.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor, type OrganisationActor, type StaffActor } from '../src/lib/identity/actor.ts';
import { listMail } from '../src/lib/notifications/mail.server.ts';
import { onEachDatabase } from './database.ts';
import { makeContact, makeLocation, makeOffer, makeStaff, type OfferRow } from './factories.ts';
import { serveSite, type Client, type Site } from './request.ts';

let computers = 0;
/** A computer of its own behind the proxy: how often one reports is counted by the address it comes from. */
const from = () => ({ 'x-forwarded-for': `10.9.8.${(computers += 1)}` });

onEachDatabase('the pages that keep the catalogue true', (open) => {
	let site: Site;
	let mine: OfferRow;
	let contact: OrganisationActor;
	let coordinator: StaffActor;
	let desk: Client;
	let browser: Client;
	beforeAll(async () => {
		await open();
		site = await serveSite();
	});
	beforeEach(async () => {
		mine = await makeOffer({ name: 'Gældscafé på Østerbro', eligibility: 'Alle voksne' });
		await makeLocation(mine.id);
		contact = await makeContact(mine.organisationId);
		coordinator = await makeStaff('coordinator');
		desk = site.client();
		await desk.signInAs(coordinator);
		browser = site.client();
		await browser.signInAs(contact);
	});
	const stored = async () => {
		const [row] = await asActor(publicActor, (tx) => tx.select().from(offer).where(eq(offer.id, mine.id)));
		return row;
	};
	/** What a page's form holds, as a browser without JavaScript would send it. */
	const fields = (body: string): Record<string, string> => {
		const found: Record<string, string> = {};
		for (const [input] of body.matchAll(/<input[^>]*>/g)) {
			const name = /name="([^"]+)"/.exec(input)?.[1];
			const off = /type="(checkbox|radio)"/.test(input) && !/\bchecked\b/.test(input);
			if (name && !off) found[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
		}
		for (const [, name = '', text = ''] of body.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)/g)) {
			found[name] = text.replace(/^\n/, '');
		}
		found.gender = 'everyone';
		return found;
	};

	it('an organisation edits its text at once; who may come waits for the coordinator, who sees the difference, says yes, and can undo it', async () => {
		const path = `/our-offers/${mine.id}/edit`;
		const form = fields((await browser.get(path)).body);
		const sent = await browser.post(path, { ...form, summary: 'Få styr på gælden', gender: 'women' });
		expect([sent.status, sent.location]).toEqual([303, '/our-offers?done=waiting']);
		expect(await stored()).toMatchObject({ summary: 'Få styr på gælden', gender: 'everyone' });
		expect((await browser.get(path)).body).toContain('Jeres ændring venter på koordinatoren');
		const tasks = (await desk.get('/catalogue')).body;
		const change = /\/catalogue\/changes\/[0-9a-f-]{36}/.exec(tasks)?.[0] ?? '';
		const difference = (await desk.get(change)).body.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
		expect(difference, 'what it was, and what it is to be').toMatch(/Køn.{0,40} Alle .{0,40}Kun kvinder/u);
		const refused = await desk.post(change, { verdict: 'refuse', answer: '' });
		expect(refused.status).toBe(422);
		expect(refused.body).toContain('Skriv en sætning til organisationen');
		expect((await desk.post(change, { verdict: 'accept', answer: '' })).location).toBe('/catalogue?done=accepted');
		expect(await stored()).toMatchObject({ gender: 'women' });
		const history = `/catalogue/${mine.id}/history`;
		const shown = (await desk.get(history)).body;
		expect(shown).toContain('Organisationen rettede tilbuddet');
		const version = /name="version" value="([^"]+)"/.exec(shown)?.[1] ?? '';
		expect((await desk.post(history, { version })).location).toBe(`${history}?done=undone`);
		expect(await stored()).toMatchObject({ gender: 'everyone' });
	});

	it('a wrong field gets its sentence, and nothing typed is lost', async () => {
		const path = `/our-offers/${mine.id}/edit`;
		const form = fields((await browser.get(path)).body);
		const answer = await browser.post(path, { ...form, name: '', hours_MO: 'altid', summary: 'Ærlig snak' });
		expect(answer.status).toBe(400);
		expect(answer.body).toContain('Skriv, hvad tilbuddet hedder');
		expect(answer.body).toContain('Skriv tiderne som 10-14');
		expect(answer.body).toContain('value="Ærlig snak"');
		expect(await stored()).toEqual(mine);
	});

	it('an organisation’s event is on the offer’s page, on its own and on paper, and in both calendars', async () => {
		const path = `/our-offers/${mine.id}/edit`;
		const form = fields((await browser.get(path)).body);
		const wrong = await browser.post(path, { ...form, days: '24-12-2026 14-18 Juleaften\njuleaften' });
		expect(wrong.status).toBe(400);
		expect(wrong.body).toContain('Linje 2: Skriv dag, tid og navn');
		expect(wrong.body).toContain('24-12-2026 14-18 Juleaften\njuleaften');
		const typed = '24. december 2026 kl. 14-18: Juleaften med Ørsteds kor\n24-12-2020 14-18 Den gang';
		expect((await browser.post(path, { ...form, days: typed })).status).toBe(303);
		expect(await stored()).toMatchObject({ schedules: [{ freq: 'ONCE' }, { freq: 'ONCE' }] });
		expect((await browser.get(path)).body).toContain('24-12-2026 14:00-18:00 Juleaften med Ørsteds kor');
		const reader = site.client();
		const seen = (body: string) => body.replaceAll(/<script.*?<\/script>|<[^>]*>/gsu, '').replaceAll(/\s+/gu, ' ');
		const of = /\/organisations\/[\w-]+/u.exec((await reader.get(`/offers/${mine.slug}`)).body)?.[0] ?? '';
		for (const page of [`/offers/${mine.slug}`, `/offers/${mine.slug}/print`, of]) {
			const text = seen((await reader.get(page)).body);
			expect(text, page).toContain('torsdag 24. december 14:00–18:00: Juleaften med Ørsteds kor');
			expect(text, page).not.toContain('Den gang');
			expect(text, page).not.toContain('Lukket for sæsonen');
		}
		for (const calendar of [`/offers/${mine.slug}/calendar.ics`, `${of}/calendar.ics`]) {
			const { body } = await reader.get(calendar);
			expect(body).toContain('DTSTART;TZID=Europe/Copenhagen:20261224T140000');
			expect(body.replaceAll('\r\n ', '')).toContain('SUMMARY:Juleaften med Ørsteds kor – Gældscafé på Østerbro – ');
		}
		expect((await desk.get(`/catalogue/${mine.id}/history`)).body).toContain('24-12-2026 14:00-18:00 Juleaften');
	});

	it('languages are typed by their names', async () => {
		const path = `/catalogue/${mine.id}`;
		const form = fields((await desk.get(path)).body);
		await desk.post(`${path}?/save`, { ...form, languages: 'dansk, Arabic, so, tegnsprog' });
		expect(await stored()).toMatchObject({ languages: ['da', 'ar', 'so', 'tegnsprog'] });
		expect((await desk.get(path)).body).toContain('value="dansk, arabisk, somali, tegnsprog"');
	});

	it('anyone reports an error without an account; a coordinator sees it, passes it on or mends it, and what was written goes when it is closed', async () => {
		const reader = site.client();
		expect((await reader.get(`/offers/${mine.slug}`)).body).toContain(`/offers/${mine.slug}/report`);
		const path = `/offers/${mine.slug}/report`;
		const there = from();
		expect((await reader.post(path, { kind: 'hours', words: '' }, there)).body).toContain(
			'Skriv kort, hvad der er forkert',
		);
		const words = 'I har åbent om søndagen';
		expect((await reader.post(path, { kind: 'hours', words }, there)).location).toBe(`${path}?done`);
		await reader.post(path, { kind: 'hours', words: 'køb billigt', website: 'http://spam.example' }, there);
		const rows = () =>
			asActor(systemActor, (tx) => tx.select().from(pageReport).where(eq(pageReport.offerId, mine.id)));
		expect(await rows()).toMatchObject([{ words, state: 'open' }]);
		const report = `/catalogue/reports/${(await rows())[0]?.id}`;
		const seen = (await desk.get(report)).body;
		expect(seen).toContain(words);
		// To mend it is one click away.
		expect(seen).toContain(`href="/catalogue/${mine.id}"`);
		expect((await desk.get(`/catalogue/${mine.id}`)).body).toContain('value="Gældscafé på Østerbro"');
		expect((await desk.post(`${report}?/forward`, { note: 'Passer det?' })).location).toBe('/catalogue?done=forwarded');
		expect((await browser.get(`/our-offers/${mine.id}/edit`)).body).toContain(words);
		expect((await desk.post(`${report}?/close`, { note: '' })).status).toBe(422);
		expect((await desk.post(`${report}?/close`, { note: 'Rettet' })).location).toBe('/catalogue?done=report_closed');
		expect(await rows()).toMatchObject([{ words: null, state: 'closed', note: 'Rettet' }]);
	});

	it('who reports very often is asked to wait, with what was typed', async () => {
		const reader = site.client();
		const path = `/organisations/${(await reader.get(`/offers/${mine.slug}`)).body.match(/\/organisations\/([\w-]+)/)?.[1]}/report`;
		const there = from();
		const answers = [];
		for (let times = 0; times < 6; times += 1) {
			answers.push(await reader.post(path, { kind: 'other', words: 'Noget er galt' }, there));
		}
		const last = answers.at(-1);
		expect(last?.status).toBe(429);
		expect(last?.body).toContain('Vent ti minutter');
		expect(last?.body).toContain('Noget er galt');
	});

	it('an organisation confirms all its offers in two clicks from a mail, once', async () => {
		expect(await asActor(systemActor, (tx) => askToConfirm(tx, systemActor))).toBeGreaterThan(0);
		expect(await asActor(systemActor, (tx) => askToConfirm(tx, systemActor))).toBe(0);
		const sent = await asActor(systemActor, (tx) => listMail(tx));
		const links = sent
			.filter(({ kind }) => kind === 'offers_confirm')
			.map(({ body }) => /\/confirm\/\S+/.exec(body ?? '')?.[0]);
		const reader = site.client();
		const pages = await Promise.all(links.map(async (link) => ({ link, page: await reader.get(link ?? '') })));
		const own = pages.find(({ page }) => page.body.includes('Gældscafé på Østerbro') && page.body.includes(mine.slug));
		expect(own?.page.headers.get('cache-control')).toBe('no-store');
		const link = own?.link ?? '';
		expect((await reader.post(link)).location).toBe('/confirm/thanks');
		expect((await reader.get('/confirm/thanks')).body).toContain('I har bekræftet');
		expect(await stored()).toMatchObject({ confirmed: '2026-11-02', confirmedBy: 'organisation' });
		expect((await reader.post(link)).status).toBe(404);
		expect((await reader.get(link)).status).toBe(404);
		expect((await reader.get('/confirm/made-up')).status).toBe(404);
	});

	it('a new offer is made, taken out and found again by name', async () => {
		const form = { organisation: mine.organisationId, name: 'Sømandsklub', gender: 'everyone' };
		const made = await desk.post('/catalogue/new', form);
		expect(made.location).toMatch(/^\/catalogue\/[0-9a-f-]{36}\?done=created$/);
		const path = made.location?.split('?')[0] ?? '';
		expect((await site.client().get('/offers/soemandsklub')).status).toBe(200);
		await desk.post(`${path}?/close`);
		const gone = await site.client().get('/offers/soemandsklub');
		expect(gone.status).toBe(410);
		expect(gone.body).toContain('Sømandsklub er taget ud af kataloget');
		expect((await desk.get('/catalogue?q=sømand')).body).toContain('Sømandsklub');
	});

	it('a coordinator says how full an offer is, as its organisation can, and a wrong field loses nothing', async () => {
		const path = `/catalogue/${mine.id}/capacity`;
		expect((await desk.get(`/catalogue/${mine.id}`)).body).toContain(path);
		const typed = {
			capacity: 'waitlist',
			wait_time: 'til påske',
			available: '9',
			maximum: '4',
			waitlist_until: '2027-01-11',
		};
		const wrong = await desk.post(path, typed);
		expect([wrong.status, (await desk.get(path)).status]).toEqual([422, 200]);
		expect(wrong.body).toContain('value="til påske"');
		expect(await stored()).toEqual(mine);
		expect((await desk.post(path, { ...typed, available: '' })).location).toBe(`/catalogue/${mine.id}?done=capacity`);
		expect(await stored()).toMatchObject({
			capacity: 'waitlist',
			waitTime: 'til påske',
			capacityMaximum: 4,
			waitlistUntil: '2027-01-11',
			capacityUpdated: '2026-11-02',
			confirmed: null,
		});
		expect((await desk.get(`/catalogue/${mine.id}/history`)).body).toContain('Koordinatoren fortalte, om der er plads');
		await desk.post(path, { capacity: 'paused', paused_until: '2026-12-24' });
		expect((await site.client().get(`/offers/${mine.slug}`)).body).toContain('24. december');
		expect((await browser.get(path)).status).toBe(403);
	});

	it('an offer that is closed for a while has its page, says so, and takes no referral; merged into it leads there', async () => {
		const closed = await makeOffer({ name: 'Ældrebadet', status: 'temporarily closed', pausedUntil: '2026-12-24' });
		const old = await makeOffer({ name: 'Badet', status: 'defunct', mergedInto: closed.id });
		const reader = site.client();
		const page = await reader.get(`/offers/${closed.slug}`);
		expect(page.status).toBe(200);
		expect(page.body).toContain('24. december');
		const caseworker = site.client();
		await caseworker.signInAs(await makeStaff());
		expect((await caseworker.get(`/offers/${closed.slug}`)).body).not.toContain(`/referrals/new?offer=${closed.slug}`);
		expect((await reader.get(`/offers/${old.slug}`)).location).toBe(`/offers/${closed.slug}`);
		expect((await reader.get(`/api/hsds/services/${old.id}`)).location).toBe(`/api/hsds/services/${closed.id}`);
		expect((await reader.post('/lists?/add', { offer: closed.id })).status).toBe(303);
	});
});
