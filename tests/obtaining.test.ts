import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { askObtaining } from '../src/lib/referrals/ask-consent.server.ts';
import { runClock } from '../src/lib/referrals/clock.server.ts';
import { answerConsent, withdrawConsent, withdrawObtaining } from '../src/lib/referrals/consents.server.ts';
import { readInboxReferral } from '../src/lib/referrals/inbox.server.ts';
import { sendMessage } from '../src/lib/referrals/messages.server.ts';
import { receiptsOf } from '../src/lib/referrals/receipts.server.ts';
import type { ObtainedField } from '../src/lib/referrals/shared-fields.ts';
import { consentOf } from '../src/lib/referrals/stored-consent.server.ts';
import { message } from '../src/lib/referrals/tables.server.ts';
import { days, onEachDatabase, type TestDatabase } from './database.ts';
import { makeMeeting, type Meeting } from './factories.ts';
import { linkTo, makeAskedReferral, makeSentReferralOf } from './referral-to-order.ts';
import { serveSite, type Client, type Site } from './request.ts';
import { readable } from './trust/revealed.ts';

onEachDatabase('asking an organisation about a citizen', (open) => {
	let database: TestDatabase;
	let site: Site;
	let all: Meeting;
	let client: Client;
	beforeAll(async () => {
		database = await open();
		site = await serveSite();
	});
	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
		client = site.client();
		await client.signInAs(all.caseworker);
	});

	const ask = (referralId: string, fields: ObtainedField[] = ['attendance', 'progress']) =>
		asActor(all.caseworker, (tx) =>
			askObtaining(tx, all.caseworker, {
				referralId,
				fields,
				language: 'da',
				interpreter: false,
				giver: 'citizen',
				guardianName: '',
			}),
		);
	const answer = (referralId: string, yes: boolean) =>
		asActor(all.caseworker, (tx) =>
			answerConsent(tx, all.caseworker, { referralId, kind: 'obtaining', yes, feedbackAllowed: false, method: 'oral' }),
		);
	const both = (referralId: string) =>
		asActor(all.caseworker, async (tx) => ({
			telling: (await consentOf(tx, all.caseworker, referralId))?.state,
			asking: (await consentOf(tx, all.caseworker, referralId, 'obtaining'))?.state,
		}));
	const seenByOrganisation = (referralId: string) =>
		asActor(all.contact, (tx) => readInboxReferral(tx, all.contact, referralId));
	const eventsOf = async (referralId: string) => {
		const consentId = await asActor(all.caseworker, (tx) => consentOf(tx, all.caseworker, referralId, 'obtaining'));
		return asActor(all.caseworker, (tx) => receiptsOf(tx, all.caseworker, consentId?.id));
	};

	it('has a page of its own, reached from the referral and from the citizen, and says what is missing', async () => {
		const id = await makeSentReferralOf(all);
		const page = `/referrals/${id}/obtain`;
		const referral = (await client.get(`/referrals/${id}`)).body;
		expect(referral).toContain(`href="${page}"`);
		const citizenId = /href="\/citizens\/([0-9a-f-]{36})/.exec(referral)?.[1] ?? '';
		expect((await client.get(`/citizens/${citizenId}`)).body).toContain(`href="${page}"`);
		const missing = await client.post(`${page}?/ask`, { language: 'da', giver: 'guardian', guardian_name: '' });
		expect(missing.status).toBe(400);
		expect(missing.body).toContain('Vælg mindst én ting at spørge om.');
		const asked = { fields: ['attendance', 'outcome'], language: 'pl', giver: 'citizen', guardian_name: '' };
		expect((await client.post(`${page}?/ask`, asked)).location).toBe(page);
		const reading = (await client.get(page)).body;
		expect(reading).toContain('lang="pl"');
		expect(reading).toContain('Det her vil jeg spørge om');
		expect(reading).toContain('Hvad der kom ud af det');
		expect(reading).not.toContain('Hvordan det går');
		const consent = /name="consent" value="([0-9a-f-]{36})"/.exec(reading)?.[1] ?? '';
		const unsigned = { consent, answer: 'yes', method: 'signed_screen', signature: '', witness: 'Åse' };
		const refused = await client.post(`${page}?/answer`, unsigned);
		expect([refused.status, refused.body.includes('value="Åse"')]).toEqual([422, true]);
		await client.post(`${page}?/answer`, { ...unsigned, signature: 'Prøve Østergård' });
		expect(await both(id)).toEqual({ telling: 'given', asking: 'given' });
		expect((await client.get(`/referrals/${id}`)).body).toContain('Borgeren sagde ja til, at vi må spørge foreningen');
		expect((await client.get(`/citizens/${citizenId}`)).body).toContain('Spørge ');
	});

	it('is not for a draft, nor for an organisation that has said no', async () => {
		const draft = await makeAskedReferral(all);
		await expect(ask(draft)).rejects.toMatchObject({ code: 'consent.not_obtainable' });
		expect((await client.get(`/referrals/${draft}/obtain`)).location).toBe(`/referrals/${draft}`);
	});

	it('lets the organisation see what it may answer while the yes holds, and nothing it may not read', async () => {
		const id = await makeSentReferralOf(all);
		await asActor(all.caseworker, (tx) =>
			sendMessage(tx, all.caseworker, { referralId: id, requestId: crypto.randomUUID(), text: 'Kommer hun?' }),
		);
		await ask(id);
		expect((await seenByOrganisation(id)).mayTell).toBeUndefined();
		await answer(id, true);
		expect((await seenByOrganisation(id)).mayTell?.fields).toEqual(['attendance', 'progress']);
		const contact = site.client();
		await contact.signInAs(all.contact);
		expect((await contact.get(`/inbox/${id}`)).body).toContain('Det må I fortælle kommunen');

		// Telling is withdrawn, asking is not: nothing of it opens what the other closed, in the database either.
		await asActor(all.caseworker, (tx) => withdrawConsent(tx, all.caseworker, { referralId: id }));
		expect(await both(id)).toEqual({ telling: 'withdrawn', asking: 'given' });
		const after = await seenByOrganisation(id);
		expect([after.shared, after.messages]).toEqual([undefined, []]);
		expect(await asActor(all.contact, (tx) => tx.select({ id: message.id }).from(message))).toEqual([]);
		const { rows } = await asActor(all.contact, (tx) => tx.execute(sql`select wrapped from citizen_key`));
		expect(rows).toEqual([]);
	});

	it('is withdrawn in two clicks by the link, and what is under way goes on', async () => {
		const id = await makeSentReferralOf(all);
		const first = await linkTo(all, id);
		const path = `${first}/obtaining`;
		const citizen = site.client();
		expect((await citizen.get(path)).status).toBe(404);
		await ask(id);
		expect((await citizen.get(`${first}?lang=da`)).body).toContain(`href="${path}?lang=da"`);
		const question = (await citizen.get(`${path}?lang=da`)).body;
		expect(question).toContain('Det koster dig ikke noget at sige nej.');
		const consent = /name="consent" value="([0-9a-f-]{36})"/.exec(question)?.[1] ?? '';
		const unanswered = await citizen.post(`${path}?/answer&lang=da`, { language: 'da', consent });
		expect([unanswered.status, unanswered.body.includes('Vælg ja eller nej.')]).toEqual([400, true]);
		const said = await citizen.post(`${path}?/answer&lang=da`, { answer: 'yes', language: 'da', consent });
		expect(said.location).toBe(`${path}?lang=da&done=answer`);
		expect((await citizen.get(`${path}?lang=da&done=answer`)).body).toContain('Det må vi spørge om');
		expect((await citizen.get(`${path}?lang=da&withdraw`)).body).toContain('action="?/withdraw&amp;lang=da"');
		expect((await citizen.post(`${path}?/withdraw&lang=da`)).status).toBe(303);
		expect((await citizen.get(`${path}?lang=da&done=answer`)).body).toContain(
			'Du har trukket dit ja tilbage. Vi spørger ikke',
		);
		expect(await both(id)).toEqual({ telling: 'given', asking: 'withdrawn' });
		expect((await client.get(`/referrals/${id}`)).body).toContain(
			'Borgeren trak sit ja til at spørge foreningen tilbage',
		);
		expect((await citizen.get(`${path}?lang=ar`)).body).toContain('dir="rtl"');
	});

	it('is answered on paper: the question alone stands on it, to be ticked and signed', async () => {
		const id = await makeSentReferralOf(all);
		const paper = `/referrals/${id}/print/consent?kind=obtaining`;
		const page = `/referrals/${id}/obtain`;
		expect((await client.get(paper)).location).toBe(page);
		await ask(id);
		const reading = (await client.get(page)).body;
		expect(reading).toContain(`href="${paper}"`);
		const toSign = (await client.get(paper)).body;
		for (const words of ['Må vi spørge', 'Om du kommer, og hvornår', 'Nej, det må I ikke', 'Skriv under her']) {
			expect(toSign).toContain(words);
		}
		// Nothing of what the other consent tells.
		expect(readable(toSign)).not.toMatch(/Sidder meget alene|Søsteren/);
		expect(toSign).not.toContain('/consent/');
		const printed = await client.post(`${paper.replace('?', '?/link&')}`);
		expect(printed.body).toMatch(/Må vi spørge[\s\S]*\/consent\//);
		const consent = /name="consent" value="([0-9a-f-]{36})"/.exec(reading)?.[1] ?? '';
		const signed = { consent, answer: 'yes', method: 'signed_paper', signature: '', witness: '' };
		expect((await client.post(`${page}?/answer`, signed)).location).toBe(page);
		expect(await both(id)).toEqual({ telling: 'given', asking: 'given' });
		expect((await client.get(page)).body).toContain('Underskrevet på papir');
		const kept = (await client.get(paper)).body;
		expect(kept).toContain('Dit papir om dit ja');
		expect(kept).not.toContain('Skriv under her');
	});

	it('is renewed near its end and withdrawn by telephone, on the citizen’s word', async () => {
		const id = await makeSentReferralOf(all);
		await ask(id);
		await answer(id, true);
		const page = `/referrals/${id}/obtain`;
		const paper = `/referrals/${id}/print/consent?kind=obtaining&renew`;
		expect((await client.get(paper)).body).not.toContain('Skriv under her');
		expect((await client.get(page)).body).not.toContain('action="?/renew"');
		database.clock.advance(320 * days);
		await client.signInAs(all.caseworker);
		expect((await client.get(page)).body).toContain('action="?/renew"');
		const toSign = (await client.get(paper)).body;
		expect(toSign).toContain('Skriv under her');
		expect(toSign).toContain('Dit ja gælder til 18. september 2028');
		const unsaid = await client.post(`${page}?/renew`, { form: 'renew' });
		expect([unsaid.status, unsaid.body.includes('Vælg, hvordan borgeren sagde ja.')]).toEqual([400, true]);
		expect((await client.post(`${page}?/renew`, { renew_method: 'signed_paper' })).location).toBe(page);
		expect((await client.get(page)).body).toContain('Underskrevet på papir');
		expect((await client.post(`${page}?/withdraw`, { heard: 'phone' })).location).toBe(page);
		expect((await eventsOf(id)).map(({ event }) => event)).toEqual(['given', 'renewed', 'withdrawn']);
		expect((await client.get(`/referrals/${id}`)).body).toContain(
			'trak samtykket til at spørge tilbage på borgerens ord (i telefonen)',
		);
		expect((await both(id)).telling).toBe('given');
	});

	it('runs out by itself, and is asked anew as a new question', async () => {
		const id = await makeSentReferralOf(all);
		await ask(id);
		await answer(id, true);
		database.clock.advance(366 * days);
		await asActor(systemActor, (tx) => runClock(tx, systemActor));
		expect((await both(id)).asking).toBe('expired');
		expect((await seenByOrganisation(id)).mayTell).toBeUndefined();
	});

	it('leaves receipts that anyone can check, also of a question that was put anew', async () => {
		const id = await makeSentReferralOf(all);
		await ask(id);
		await answer(id, true);
		const [given] = await eventsOf(id);
		await ask(id, ['outcome']);
		await answer(id, false);
		expect((await eventsOf(id)).map(({ event }) => event)).toEqual(['refused']);
		const checked = (await site.client().get(`/consent/check?code=${given?.code}`)).body;
		expect(checked).toContain('Det er et samtykke til, at kommunen spørger en organisation om noget.');
		expect(checked).not.toContain('gælder stadig');
		const kept = await client.get(`/referrals/${id}/print/receipt/${given?.eventId}`);
		expect([kept.status, kept.body.includes(given?.code.toUpperCase() ?? '–')]).toEqual([200, true]);
		const link = await linkTo(all, id);
		const theirs = await site.client().get(`${link}/receipt/${given?.eventId}?lang=da`);
		expect(theirs.body).toContain('Om du kommer, og hvornår');
		expect(theirs.body).toContain(`href="${link}/obtaining?lang=da"`);
		const other = await makeSentReferralOf(all);
		expect((await client.get(`/referrals/${other}/print/receipt/${given?.eventId}`)).status).toBe(404);
	});

	it('can’t be asked twice into two consents that hold', async () => {
		const id = await makeSentReferralOf(all);
		await ask(id);
		await answer(id, true);
		await ask(id, ['support']);
		const { rows } = await asActor(systemActor, (tx) =>
			tx.execute(
				sql`select status::text as status from consent where referral_id = ${id}::uuid and kind = 'obtaining' order by seq`,
			),
		);
		expect(rows).toEqual([{ status: 'invalidated' }, { status: 'requested' }]);
		expect((await seenByOrganisation(id)).mayTell).toBeUndefined();
		await expect(
			asActor(all.caseworker, (tx) => withdrawObtaining(tx, all.caseworker, { referralId: id })),
		).resolves.toBeUndefined();
		expect((await both(id)).asking).toBe('refused');
		await asActor(systemActor, (tx) => tx.select().from(message).where(eq(message.referralId, id)));
	});
});
