import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { mail } from '../src/lib/notifications/tables.server.ts';
import { languages } from '../src/lib/referrals/consent-texts/languages.ts';
import { consentOf } from '../src/lib/referrals/stored-consent.server.ts';
import { makeLink } from '../src/lib/referrals/links.server.ts';
import { readReferralPage } from '../src/lib/referrals/read-referral.server.ts';
import { acceptReferral, completeReferral } from '../src/lib/referrals/referrals.server.ts';
import { days, onEachDatabase, type TestDatabase } from './database.ts';
import { makeMeeting, type Meeting } from './factories.ts';
import { ask, linkTo, makeAskedReferral, makeSentReferralOf, targetOf } from './referral-to-order.ts';
import { serveSite, type Client, type Site } from './request.ts';

/** The consent the page asks about, as its form sends it. */
const asked = (body: string): string => /name="consent" value="([^"]+)"/.exec(body)?.[1] ?? '';

onEachDatabase('the citizen’s page', (open) => {
	let database: TestDatabase;
	let site: Site;
	let all: Meeting;
	let citizen: Client;
	beforeAll(async () => {
		database = await open();
		site = await serveSite();
		all = await makeMeeting();
	});
	beforeEach(() => {
		citizen = site.client();
	});

	const consent = (id: string) => asActor(all.caseworker, (tx) => consentOf(tx, all.caseworker, id));
	const state = async (id: string) =>
		(await asActor(all.caseworker, (tx) => readReferralPage(tx, all.caseworker, id))).state;

	async function question(order: Parameters<typeof makeAskedReferral>[1] = {}) {
		const id = await makeAskedReferral(all, order);
		const path = await linkTo(all, id);
		const { body } = await citizen.get(path);
		return { id, path, form: { language: 'da', consent: asked(body) }, body };
	}

	it('asks in plain words, with what stands in each field and nothing that is not asked about', async () => {
		const { body } = await question({ texts: { practical: 'Hemmelig stok' }, citizen: { familyName: 'Hemmeligsen' } });
		expect(body).toMatch(/<h1[^>]*>Må vi fortælle Forening \d+ om dig\?/);
		expect(body).toContain('Det koster dig ikke noget at sige nej');
		expect(body).toContain('00 11 22 33');
		expect(body).toContain('En at drikke kaffe med');
		expect(body).not.toContain('Hemmelig');
		expect(body.match(/<input type="radio"/g)).toHaveLength(4);
		expect(body).not.toMatch(/<input[^>]*\schecked/);
	});

	it('opens for thirteen months, and then says no more than of a link that never was', async () => {
		const { path } = await question();
		const now = database.clock.now();
		database.clock.advance(395 * days);
		expect((await citizen.get(path)).status).toBe(200);
		database.clock.advance(days);
		const over = await citizen.get(path);
		const never = await citizen.get('/consent/der-er-ikke-noget');
		expect([over.status, never.status]).toEqual([404, 404]);
		const heading = (body: string) => /<h1[^>]*>[^]*?<\/h1>/.exec(body)?.[0];
		expect(heading(over.body)).toBe(heading(never.body));
		database.clock.set(now);
	});

	it('is kept by nobody, found by nobody, and runs no script', async () => {
		const { path } = await question();
		const { headers, body } = await citizen.get(path);
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('referrer-policy')).toBe('strict-origin');
		expect(headers.get('x-robots-tag')).toContain('noindex');
		expect(body).not.toContain('<script');
		expect(body).not.toMatch(/(?:src|href)="https?:/);
	});

	it.each(languages)('speaks $name, and reads $direction', async ({ code, direction }) => {
		const { path } = await question();
		const { body } = await citizen.get(`${path}?lang=${code}`);
		expect(body).toContain(`<html lang="${code}" dir="${direction}">`);
		expect(body).toContain(`name="language" value="${code}"`);
	});

	it('begins in the language of the question', async () => {
		const { body } = await question({ language: 'ar' });
		expect(body).toContain('<html lang="ar" dir="rtl">');
	});

	it('shows hostile text as text', async () => {
		const { body } = await question({ texts: { goals: '<script>alert(1)</script>' } });
		expect(body).toContain('&lt;script>alert(1)&lt;/script>');
		expect(body).not.toContain('<script>');
	});

	it('takes a yes, once, in the language it was read in', async () => {
		const { id, path, form } = await question();
		const yes = { ...form, language: 'so', answer: 'yes', feedback: 'no' };
		const answer = await citizen.post(`${path}?/answer&lang=so`, yes);
		expect([answer.status, answer.location]).toEqual([303, `${path}?lang=so&done=answer`]);
		expect((await citizen.post(`${path}?/answer`, yes)).status).toBe(303);
		const stored = await consent(id);
		expect(stored).toMatchObject({ state: 'given', method: 'digital', feedbackAllowed: false, language: 'so' });
		expect(stored?.events.map(({ event }) => event)).toEqual(['requested', 'given']);
		expect((await citizen.get(`${path}?lang=da&done=answer`)).body).toContain('Tak. Du har sagt ja.');
	});

	it('wants both questions answered before a yes counts, and keeps what was chosen', async () => {
		const { id, path, form } = await question();
		const half = await citizen.post(`${path}?/answer&lang=da`, { ...form, answer: 'yes' });
		expect(half.status).toBe(400);
		expect(half.body).toContain('href="#f-feedback"');
		expect(half.body).toMatch(/value="yes"[^>]*\schecked/);
		expect((await citizen.post(`${path}?/answer`, form)).status).toBe(400);
		expect((await consent(id))?.state).toBe('requested');
	});

	it('lets a no become a yes', async () => {
		const { id, path, form } = await question();
		await citizen.post(`${path}?/answer`, { ...form, answer: 'no' });
		expect((await consent(id))?.state).toBe('refused');
		expect((await citizen.get(path)).body).toContain('Har du skiftet mening?');
		expect((await citizen.get(`${path}?change`)).body).toContain('Send mit svar');
		await citizen.post(`${path}?/answer`, { ...form, answer: 'yes', feedback: 'yes' });
		expect(await consent(id)).toMatchObject({ state: 'given', feedbackAllowed: true });
	});

	it('does not take an answer to a question that was changed meanwhile', async () => {
		const { id, path, form } = await question();
		await asActor(all.caseworker, (tx) => ask(tx, all, id, { fields: ['given_name', 'email', 'need'] }));
		const late = await citizen.post(`${path}?/answer&lang=da`, { ...form, answer: 'yes', feedback: 'yes' });
		expect(late.status).toBe(409);
		expect(late.body).toContain('Vi har lavet spørgsmålet om');
		expect(late.body).toContain('proeve@borger.example');
		expect((await consent(id))?.state).toBe('requested');
	});

	it('lets one withdraw in two clicks, ends the organisation’s reading, and tells it', async () => {
		const id = await makeSentReferralOf(all, { texts: { need: 'Læsbar grund' } });
		const path = await linkTo(all, id);
		const contact = site.client();
		await contact.signInAs(all.contact);
		expect((await contact.get(`/inbox/${id}`)).body).toContain('Læsbar grund');

		expect((await citizen.get(path)).body).toContain('href="?lang=da&amp;withdraw"');
		expect((await citizen.get(`${path}?lang=da&withdraw`)).body).toContain('action="?/withdraw&amp;lang=da"');
		const done = await citizen.post(`${path}?/withdraw&lang=da`);
		expect([done.status, done.location]).toEqual([303, `${path}?lang=da&done=answer`]);
		expect((await citizen.get(`${path}?done=answer`)).body).toContain('kan ikke længere se dine oplysninger');

		const after = await contact.get(`/inbox/${id}`);
		expect(after.body).not.toContain('Læsbar grund');
		expect(after.body).toContain('Slet venligst det, I selv har skrevet ned');
		expect((await contact.get('/inbox')).body).not.toContain('Læsbar grund');
		expect(await state(id)).toBe('withdrawn');
		const told = await asActor(systemActor, (tx) => tx.select().from(mail).where(eq(mail.kind, 'referral_withdrawn')));
		expect(told).toHaveLength(1);
	});

	it('leaves no trace of the link in the log', async () => {
		const { path, form } = await question();
		const lines: string[] = [];
		const quiet = database.services.log;
		database.services.log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
		try {
			await citizen.get(`${path}?lang=en`);
			await citizen.post(`${path}?/answer&lang=en`, { ...form, answer: 'no' });
			await citizen.post(`${path}?/no-such-action`);
			await citizen.get(`${path}wrong`);
		} finally {
			database.services.log = quiet;
		}
		expect(lines.length).toBeGreaterThanOrEqual(4);
		expect(lines.join('')).toContain('/consent/[token]');
		expect(lines.join('')).not.toContain(path.split('/').at(-1));
	});

	it('asks whether it helped, when it has ended', async () => {
		const id = await makeSentReferralOf(all);
		const path = await linkTo(all, id);
		expect((await citizen.get(path)).body).not.toContain('Hjalp det?');
		const { contact } = all;
		const plan = { contactPlan: 'Vi ringer', contactBy: '2026-11-06' };
		let target = await targetOf(all, id);
		await asActor(contact, (tx) => acceptReferral(tx, contact, target, plan));
		target = await targetOf(all, id);
		await asActor(contact, (tx) => completeReferral(tx, contact, target, { outcome: 'goals_met', note: '' }));
		expect((await citizen.get(path)).body).toContain('Hjalp det?');
		expect((await citizen.post(`${path}?/helped`, { helped: 'perhaps' })).status).toBe(400);
		expect((await citizen.post(`${path}?/helped`, { helped: 'partly' })).location).toBe(`${path}?done=helped`);
		expect((await citizen.get(`${path}?done=helped`)).body).toContain('Tak for dit svar');
		const read = await asActor(all.caseworker, (tx) => readReferralPage(tx, all.caseworker, id));
		expect(read).toMatchObject({ helped: 'partly', confirmedBy: 'citizen' });
	});

	describe('behind a link that does not work', () => {
		async function isFriendly(path: string) {
			const { status, body, headers } = await citizen.get(path);
			expect(status).toBe(404);
			for (const { code } of languages) expect(body).toContain(`lang="${code}"`);
			expect(body).toContain('tel:33000000');
			expect(headers.get('cache-control')).toBe('no-store');
			expect(headers.get('x-robots-tag')).toContain('noindex');
			expect(body).not.toContain('Prøve Østergård');
		}

		it('says so in every language, with a number to call', () => isFriendly('/consent/unknown'));

		it('says the same of one that was replaced, and takes nothing from it', async () => {
			const { id, path, form } = await question();
			await asActor(all.caseworker, (tx) => makeLink(tx, all.caseworker, id));
			await isFriendly(path);
			expect((await citizen.post(`${path}?/answer`, { ...form, answer: 'no' })).status).toBe(404);
			expect((await consent(id))?.state).toBe('requested');
		});

		it('and of one that is too old', async () => {
			const { path } = await question();
			database.clock.advance(397 * days);
			await isFriendly(path);
		});
	});
});
