import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { eraseEverywhere } from '../src/lib/erasure.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { runClock } from '../src/lib/referrals/clock.server.ts';
import { renewConsent, withdrawConsent } from '../src/lib/referrals/consents.server.ts';
import { consentOf } from '../src/lib/referrals/stored-consent.server.ts';
import { checkReceipt, receiptsOf } from '../src/lib/referrals/receipts.server.ts';
import { consent, consentReceipt, referral } from '../src/lib/referrals/tables.server.ts';
import { days, onEachDatabase, type TestDatabase } from './database.ts';
import { makeMeeting, type Meeting } from './factories.ts';
import { linkTo, makeAskedReferral, makeSentReferralOf } from './referral-to-order.ts';
import { serveSite, type Client, type Site } from './request.ts';

let networks = 0;

onEachDatabase('receipts of a consent', (open) => {
	let database: TestDatabase;
	let site: Site;
	let all: Meeting;
	let anyone: Client;
	beforeAll(async () => {
		database = await open();
		site = await serveSite();
	});
	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
		anyone = site.client();
	});

	const stored = (id: string) => asActor(all.caseworker, (tx) => consentOf(tx, all.caseworker, id));
	const receipts = async (id: string) => {
		const consentId = (await stored(id))?.id;
		return asActor(all.caseworker, (tx) => receiptsOf(tx, all.caseworker, consentId));
	};
	const check = async (code: string) => (await anyone.get(`/consent/check?code=${encodeURIComponent(code)}`)).body;

	it('are left by every event but the question, each with a code of its own', async () => {
		const asked = await makeAskedReferral(all);
		expect(await receipts(asked)).toEqual([]);
		const id = await makeSentReferralOf(all);
		database.clock.advance(310 * days);
		await asActor(all.caseworker, (tx) => renewConsent(tx, all.caseworker, { referralId: id, method: 'oral' }));
		await asActor(all.caseworker, (tx) => withdrawConsent(tx, all.caseworker, { referralId: id, heard: 'phone' }));
		const left = await receipts(id);
		expect(left.map(({ event }) => event)).toEqual(['given', 'renewed', 'withdrawn']);
		expect(new Set(left.map(({ code }) => code)).size).toBe(3);
	});

	it('tell anyone who has the code that it is genuine and whether the yes still holds, and nothing else', async () => {
		const id = await makeSentReferralOf(all);
		const [given] = await receipts(id);
		const code = given?.code ?? '';
		const holding = await check(code.toUpperCase().replaceAll('-', ' '));
		expect(holding).toContain('Kvitteringen er ægte');
		expect(holding).toContain('Borgeren sagde ja 2. november 2026.');
		expect(holding).toContain('Prøve Kommune');
		expect(holding).toContain('Samtykket gælder stadig');
		for (const secret of ['Østergård', all.offer.name, 'Forening ', 'alene', '00 11 22 33']) {
			expect(holding).not.toContain(secret);
		}
		database.clock.advance(3 * days);
		await asActor(all.caseworker, (tx) => withdrawConsent(tx, all.caseworker, { referralId: id }));
		const after = await check(code);
		expect(after).toContain('Borgeren trak sit ja tilbage 5. november 2026.');
		expect(after).not.toContain('gælder stadig');
	});

	it('say when a yes has run out, before and after the clock has written it down', async () => {
		const id = await makeSentReferralOf(all);
		const [given] = await receipts(id);
		database.clock.advance(366 * days);
		const sentence = 'Borgerens ja stoppede 2. november 2027.';
		expect(await check(given?.code ?? '')).toContain(sentence);
		await asActor(systemActor, (tx) => runClock(tx, systemActor));
		expect(await checkReceipt(given?.code ?? '')).toMatchObject({ now: 'expired' });
	});

	it('are not made up: an unknown code is unknown, and what is no code is said beside the field', async () => {
		expect(await check('0000-0000-0000-0000-0000')).toContain('Vi kender ikke koden');
		const wrong = await check('abc');
		expect(wrong).toContain('Koden skal være på 20 bogstaver og tal');
		expect(wrong).toContain('value="abc"');
	});

	it('are not looked up by whoever guesses: twenty a minute from one address', async () => {
		const guess = (from: string) =>
			anyone.get('/consent/check?code=0000-0000-0000-0000-0000', { 'x-forwarded-for': from });
		// Both databases are asked within a minute, and the limit is the process's own.
		const network = `10.6.${(networks += 1)}`;
		for (let times = 0; times < 20; times += 1) expect((await guess(`${network}.1`)).status).toBe(200);
		expect((await guess(`${network}.1`)).status).toBe(429);
		expect((await guess(`${network}.2`)).status).toBe(200);
	});

	it('are gone from the consent when somebody alters what was agreed', async () => {
		const id = await makeSentReferralOf(all);
		await asActor(systemActor, (tx) =>
			tx
				.update(consent)
				.set({ fields: ['given_name', 'phone', 'need', 'goals', 'email'] })
				.where(eq(consent.referralId, id)),
		);
		expect(await receipts(id)).toEqual([]);
	});

	it('outlive the citizen, and say nothing about them', async () => {
		const id = await makeSentReferralOf(all);
		const [given] = await receipts(id);
		await asActor(all.caseworker, (tx) => withdrawConsent(tx, all.caseworker, { referralId: id }));
		const [row] = await asActor(systemActor, (tx) => tx.select().from(referral).where(eq(referral.id, id)));
		await asActor(systemActor, (tx) => eraseEverywhere(tx, systemActor, row?.citizenId ?? ''));
		expect(await check(given?.code ?? '')).toContain('Kvitteringen er ægte');
		const kept = await asActor(systemActor, (tx) => tx.select().from(consentReceipt));
		expect(Object.keys(kept[0] ?? {}).sort()).toEqual(['at', 'authorityId', 'code', 'consentId', 'event', 'kind']);
	});

	it('can be changed or taken out by no role', async () => {
		await makeSentReferralOf(all);
		for (const actor of [systemActor, all.caseworker]) {
			const tries = [sql`update consent_receipt set kind = 'obtaining'`, sql`delete from consent_receipt`];
			for (const attempt of tries) await expect(asActor(actor, (tx) => tx.execute(attempt))).rejects.toThrow();
		}
		const seen = await asActor(all.stranger, (tx) => tx.select().from(consentReceipt));
		expect(seen).toEqual([]);
	});

	it('are shown to the citizen by their link and to the caseworker, in the citizen’s language', async () => {
		const id = await makeSentReferralOf(all, { language: 'pl' });
		const path = await linkTo(all, id);
		const [given] = await receipts(id);
		const link = `${path}/receipt/${given?.eventId}`;
		expect((await anyone.get(`${path}?lang=pl`)).body).toContain(`href="${link}?lang=pl"`);
		const { status, body, headers } = await anyone.get(`${link}?lang=pl`);
		expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
		expect(body).toContain('<html lang="pl"');
		expect(body).toContain('Potwierdzenie');
		expect(body).toContain(given?.code.toUpperCase());
		expect(body).not.toContain('Østergård');
		await anyone.signInAs(all.caseworker);
		expect((await anyone.get(`/referrals/${id}`)).body).toContain(`/referrals/${id}/print/receipt/${given?.eventId}`);
		expect((await anyone.get(`/referrals/${id}/print/receipt/${given?.eventId}`)).body).toContain(
			given?.code.toUpperCase(),
		);
		const other = await makeSentReferralOf(all);
		expect((await anyone.get(`/referrals/${other}/print/receipt/${given?.eventId}`)).status).toBe(404);
		expect((await anyone.get(`${await linkTo(all, other)}/receipt/${given?.eventId}`)).status).toBe(404);
		await anyone.signInAs(all.stranger);
		expect((await anyone.get(`/referrals/${id}/print/receipt/${given?.eventId}`)).status).toBe(404);
	});

	it('a yes is renewed near its end, by the link and on the citizen’s word, once', async () => {
		const id = await makeSentReferralOf(all);
		const path = await linkTo(all, id);
		expect((await anyone.get(`${path}?lang=da&renew`)).body).not.toContain('action="?/renew');
		expect((await anyone.post(`${path}?/renew&lang=da`)).status).toBe(409);
		database.clock.advance(310 * days);
		expect((await anyone.get(`${path}?lang=da`)).body).toContain('Sig ja i et år til');
		const question = (await anyone.get(`${path}?lang=da&renew`)).body;
		expect(question).toContain('Så gælder dit ja til 8. september 2028');
		expect(question).toContain('action="?/renew&amp;lang=da"');
		expect((await anyone.post(`${path}?/renew&lang=da`)).status).toBe(303);
		expect((await anyone.post(`${path}?/renew&lang=da`)).status).toBe(303);
		const renewed = await stored(id);
		expect(renewed?.events.map(({ event }) => event)).toEqual(['requested', 'given', 'renewed']);
		expect(renewed).toMatchObject({ state: 'renewed', method: 'digital' });
		expect(renewed?.expiresAt?.toISOString().slice(0, 10)).toBe('2028-09-08');

		database.clock.advance(320 * days);
		await anyone.signInAs(all.caseworker);
		expect((await anyone.get(`/referrals/${id}`)).body).toContain('Forny samtykket');
		const missing = await anyone.post(`/referrals/${id}?/renew`, { form: 'renew' });
		expect([missing.status, missing.body.includes('Vælg, hvordan borgeren sagde ja')]).toEqual([400, true]);
		await anyone.post(`/referrals/${id}?/renew`, { form: 'renew', renew_method: 'signed_paper' });
		expect((await stored(id))?.expiresAt?.toISOString().slice(0, 10)).toBe('2029-07-24');
	});

	it('a withdrawal heard by telephone is told as such', async () => {
		const id = await makeSentReferralOf(all);
		await anyone.signInAs(all.caseworker);
		const page = (await anyone.get(`/referrals/${id}`)).body;
		const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
		await anyone.post(`/referrals/${id}?/withdraw`, { form: 'withdraw', version, heard: 'phone' });
		expect((await anyone.get(`/referrals/${id}`)).body).toContain(
			'trak samtykket tilbage på borgerens ord (i telefonen)',
		);
	});
});
