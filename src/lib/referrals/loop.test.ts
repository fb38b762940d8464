import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { days, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeMeeting, makeOffer, type Meeting } from '../../../tests/factories.ts';
import { createCitizen } from '../citizens/citizens.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor, type Actor } from '../identity/actor.ts';
import { mail } from '../notifications/tables.server.ts';
import { readCitizenPage } from './citizen-page.server.ts';
import { runClock } from './clock.server.ts';
import { askConsent } from './ask-consent.server.ts';
import { answerByLink, answerConsent, withdrawConsent } from './consents.server.ts';
import { consentOf } from './stored-consent.server.ts';
import { createDraft, saveDraft } from './drafts.server.ts';
import { completeFollowUp, listFollowUps } from './follow-ups.server.ts';
import { handOver, handOverAll } from './hand-over.server.ts';
import { listInbox, readInboxReferral } from './inbox.server.ts';
import { actorByToken, makeLink } from './links.server.ts';
import { listMessages, sendMessage } from './messages.server.ts';
import { readReferralPage } from './read-referral.server.ts';
import type { SharedField } from './shared-fields.ts';
import {
	acceptReferral,
	completeReferral,
	confirmReferral,
	declineReferral,
	endReferral,
	openReferral,
	proposeAnother,
	sendReferral,
	startReferral,
	waitlistReferral,
} from './referrals.server.ts';
import { listWorklist } from './worklist.server.ts';

const someone = {
	givenName: 'Prøve',
	familyName: 'Ærlig-Østergård',
	phone: '00 11 22 33',
	email: 'proeve@test.example',
	safeContact: 'Ring efter kl. 16',
	language: 'so',
	needsInterpreter: true,
	ageBand: '40-64',
	adult: true,
} as const;

onEachDatabase('the loop', (open) => {
	let database: TestDatabase;
	let all: Meeting;

	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
	});

	const as = <T>(actor: Actor, work: Parameters<typeof asActor<T>>[1]) => asActor(actor, work);
	const version = (referralId: string) =>
		as(all.caseworker, async (tx) => (await readReferralPage(tx, all.caseworker, referralId)).version);
	const target = async (referralId: string) => ({ referralId, version: await version(referralId) });

	async function draft(): Promise<string> {
		return as(all.caseworker, async (tx) => {
			const citizenId = await createCitizen(tx, all.caseworker, someone);
			const id = await createDraft(tx, all.caseworker, {
				citizenId,
				offerSlug: all.offer.slug,
				requestId: randomUUID(),
			});
			await saveDraft(tx, all.caseworker, id, {
				purpose: 'accompaniment',
				need: 'Vil gerne ud blandt andre',
				goals: 'En at drikke kaffe med',
				accompaniment: 'Støtteperson, tirsdag kl. 10, ved indgangen',
				practical: 'Hemmelig praktisk oplysning',
			});
			return id;
		});
	}

	async function consented(
		fields: SharedField[] = ['given_name', 'need', 'goals', 'accompaniment'],
		feedbackAllowed = true,
	): Promise<string> {
		const id = await draft();
		await as(all.caseworker, async (tx) => {
			await askConsent(tx, all.caseworker, {
				referralId: id,
				fields,
				language: 'so',
				interpreter: true,
				giver: 'citizen',
				guardianName: '',
			});
			await answerConsent(tx, all.caseworker, { referralId: id, yes: true, feedbackAllowed, method: 'oral' });
		});
		return id;
	}

	async function sent(...given: Parameters<typeof consented>): Promise<string> {
		const id = await consented(...given);
		const at = await target(id);
		await as(all.caseworker, (tx) => sendReferral(tx, all.caseworker, at));
		return id;
	}

	const stateOf = (id: string) =>
		as(all.caseworker, async (tx) => (await readReferralPage(tx, all.caseworker, id)).state);
	const mailKinds = () =>
		as(systemActor, async (tx) => (await tx.select({ kind: mail.kind }).from(mail)).map((row) => row.kind));

	it('goes from a draft to an outcome that both have told', async () => {
		const id = await sent();
		const { contact, caseworker } = all;
		await as(contact, (tx) => openReferral(tx, contact, id));
		await acceptNow(id);
		let at = await target(id);
		await as(contact, (tx) => startReferral(tx, contact, at));
		at = await target(id);
		await as(contact, (tx) => completeReferral(tx, contact, at, { outcome: 'goals_met', note: 'Kommer hver tirsdag' }));
		at = await target(id);
		await as(caseworker, (tx) => confirmReferral(tx, caseworker, at, { helped: 'yes' }));
		const page = await as(caseworker, (tx) => readReferralPage(tx, caseworker, id));
		expect(page.state).toBe('completed');
		expect(page.outcome).toBe('goals_met');
		expect(page.organisationNote).toBe('Kommer hver tirsdag');
		expect(page.helped).toBe('yes');
		expect(page.contactPlan).toBe('Maria ringer');
		expect(page.timeline.map((event) => event.action)).toEqual([
			'consent_requested',
			'consent_given',
			'send',
			'open',
			'accept',
			'start',
			'complete',
			'confirm',
		]);
		expect(page.followUps.map((each) => [each.kind, each.cancelledAt])).toEqual([
			['first_contact', null],
			['thirty_days', null],
			['ninety_days', null],
		]);
		expect(await mailKinds()).toEqual(
			expect.arrayContaining(['referral_sent', 'referral_answered', 'referral_moved', 'referral_moved']),
		);
	});

	async function acceptNow(id: string): Promise<void> {
		const at = await target(id);
		await as(all.contact, (tx) =>
			acceptReferral(tx, all.contact, at, { contactPlan: 'Maria ringer', contactBy: '2026-11-06' }),
		);
	}

	it('can’t be sent without a consent in force', async () => {
		const id = await draft();
		const at = await target(id);
		await expect(as(all.caseworker, (tx) => sendReferral(tx, all.caseworker, at))).rejects.toMatchObject({
			code: 'consent.not_asked',
		});
	});

	it('can’t be sent without a consent even when the application forgets to ask', async () => {
		const id = await draft();
		await expect(
			as(all.caseworker, (tx) => tx.execute(sql`update referral set state = 'sent' where id = ${id}`)),
		).rejects.toThrow();
		expect(await stateOf(id)).toBe('draft');
	});

	it('needs a new yes when what was written is changed', async () => {
		const id = await consented();
		await as(all.caseworker, (tx) => saveDraft(tx, all.caseworker, id, { need: 'Noget andet' }));
		const at = await target(id);
		await expect(as(all.caseworker, (tx) => sendReferral(tx, all.caseworker, at))).rejects.toMatchObject({
			code: 'consent.not_in_force',
		});
	});

	it('shows the organisation the consented fields and nothing else', async () => {
		const id = await sent(['given_name', 'accompaniment']);
		const read = await as(all.contact, (tx) => readInboxReferral(tx, all.contact, id));
		expect(read.shared?.fields).toEqual([
			{ code: 'given_name', value: 'Prøve' },
			{ code: 'accompaniment', value: 'Støtteperson, tirsdag kl. 10, ved indgangen' },
		]);
		expect(read.shared?.language).toBeNull();
		expect(JSON.stringify(read)).not.toMatch(/Hemmelig|Ærlig|00 11 22 33|proeve@/);
		expect(await as(all.contact, (tx) => listInbox(tx, all.contact))).toMatchObject([{ id, who: 'Prøve', need: null }]);
	});

	it('gives an organisation’s role no sealed column but through the view', async () => {
		const id = await sent();
		for (const column of ['need', 'goals', 'accompaniment', 'practical']) {
			await expect(
				as(all.contact, (tx) => tx.execute(sql`select ${sql.identifier(column)} from referral where id = ${id}`)),
			).rejects.toThrow();
		}
		await expect(as(all.contact, (tx) => tx.execute(sql`select * from citizen`))).rejects.toThrow();
	});

	it('is nobody else’s: another organisation and another centre find nothing', async () => {
		const id = await sent();
		await expect(as(all.otherContact, (tx) => readInboxReferral(tx, all.otherContact, id))).rejects.toMatchObject({
			status: 404,
		});
		await expect(as(all.stranger, (tx) => readReferralPage(tx, all.stranger, id))).rejects.toMatchObject({
			status: 404,
		});
		expect(await as(all.stranger, (tx) => listWorklist(tx, all.stranger, { whose: 'centre' }))).toEqual([]);
	});

	it('shows a connection that is nobody no personal row', async () => {
		await sent();
		for (const table of ['citizen', 'citizen_key', 'referral', 'consent', 'message', 'follow_up', 'citizen_link']) {
			await expect(
				as({ kind: 'public' }, (tx) => tx.execute(sql`select 1 from ${sql.identifier(table)}`)),
				table,
			).rejects.toThrow();
		}
	});

	it('ends the organisation’s reading at once when the citizen withdraws, and tells it', async () => {
		const id = await sent();
		const link = await as(all.caseworker, (tx) => makeLink(tx, all.caseworker, id));
		await as(all.caseworker, (tx) =>
			sendMessage(tx, all.caseworker, { referralId: id, requestId: randomUUID(), text: 'Hej' }),
		);
		const citizen = await actorByToken(link.split('/').at(-1) ?? '');
		if (!citizen) throw new Error('no link');
		await as(citizen, (tx) => withdrawConsent(tx, citizen, { referralId: id }));
		const read = await as(all.contact, (tx) => readInboxReferral(tx, all.contact, id));
		expect(read).toMatchObject({ state: 'withdrawn', shared: undefined, messages: [], who: null, need: null });
		expect(await mailKinds()).toContain('referral_withdrawn');
		const page = await as(all.caseworker, (tx) => readReferralPage(tx, all.caseworker, id));
		expect(page.followUps.every((each) => each.cancelledAt)).toBe(true);
	});

	it('can be closed after the consent has run out, unread', async () => {
		const id = await sent();
		await acceptNow(id);
		database.clock.advance(400 * days);
		expect((await as(all.contact, (tx) => readInboxReferral(tx, all.contact, id))).shared).toBeUndefined();
		const at = await target(id);
		await as(all.contact, (tx) => completeReferral(tx, all.contact, at, { outcome: null, note: '' }));
		expect(await stateOf(id)).toBe('completed');
	});

	it('asks the citizen by a link that needs no account', async () => {
		const id = await draft();
		const link = await as(all.caseworker, async (tx) => {
			await askConsent(tx, all.caseworker, {
				referralId: id,
				fields: ['given_name', 'accompaniment'],
				language: 'ar',
				interpreter: false,
				giver: 'citizen',
				guardianName: '',
			});
			return makeLink(tx, all.caseworker, id);
		});
		const token = link.split('/').at(-1) ?? '';
		expect(await actorByToken(`${token}x`)).toBeUndefined();
		const citizen = await actorByToken(token);
		if (!citizen) throw new Error('no link');
		const page = await as(citizen, (tx) => readCitizenPage(tx, citizen));
		expect(page.shared).toContainEqual({ code: 'given_name', value: 'Prøve' });
		await as(citizen, (tx) => answerByLink(tx, citizen, { yes: true, feedbackAllowed: false, language: 'uk' }));
		const stored = await as(all.caseworker, (tx) => consentOf(tx, all.caseworker, id));
		expect(stored).toMatchObject({ state: 'given', method: 'digital', feedbackAllowed: false, language: 'uk' });
		const at = await target(id);
		await as(all.caseworker, (tx) => sendReferral(tx, all.caseworker, at));
		expect(await stateOf(id)).toBe('sent');
	});

	it('shows the holder of one link nothing of another referral', async () => {
		const [mine, other] = [await sent(), await sent()];
		const link = await as(all.caseworker, (tx) => makeLink(tx, all.caseworker, mine));
		const citizen = await actorByToken(link.split('/').at(-1) ?? '');
		if (!citizen) throw new Error('no link');
		const rows = await as(citizen, (tx) => tx.execute(sql`select id from referral`));
		expect(rows.rows).toEqual([{ id: mine }]);
		const pretending = { ...citizen, referralId: other };
		await expect(as(pretending, (tx) => readCitizenPage(tx, pretending))).rejects.toMatchObject({ status: 404 });
	});

	it('makes one referral of a form sent twice', async () => {
		const requestId = randomUUID();
		const ids = await as(all.caseworker, async (tx) => {
			const citizenId = await createCitizen(tx, all.caseworker, someone);
			const input = { citizenId, offerSlug: all.offer.slug, requestId };
			return [await createDraft(tx, all.caseworker, input), await createDraft(tx, all.caseworker, input)];
		});
		expect(ids[0]).toBe(ids[1]);
	});

	it('makes one answer of a form sent twice, and tells the second of two people', async () => {
		const id = await sent();
		const at = await target(id);
		const accept = () =>
			as(all.contact, (tx) =>
				acceptReferral(tx, all.contact, at, { contactPlan: 'Maria ringer', contactBy: '2026-11-06' }),
			);
		await accept();
		await accept();
		expect((await mailKinds()).filter((kind) => kind === 'referral_answered')).toHaveLength(1);
		await expect(
			as(all.contact, (tx) => declineReferral(tx, all.contact, at, { reason: 'no_capacity', note: '' })),
		).rejects.toMatchObject({ code: 'referral.stale', status: 409, details: { state: 'accepted' } });
	});

	it('lets the organisation waitlist, decline with a reason, or propose another', async () => {
		const [first, second, third] = [await sent(), await sent(), await sent()];
		const { contact } = all;
		let at = await target(first);
		await as(contact, (tx) => waitlistReferral(tx, contact, at, { expectedOn: '2026-12-01' }));
		expect(await stateOf(first)).toBe('waitlisted');
		at = await target(second);
		await expect(
			as(contact, (tx) => declineReferral(tx, contact, at, { reason: 'other', note: ' ' })),
		).rejects.toMatchObject({ code: 'referral.reason_missing', status: 422 });
		await as(contact, (tx) => declineReferral(tx, contact, at, { reason: 'other', note: 'Vi flytter' }));
		expect(await stateOf(second)).toBe('declined');
		at = await target(third);
		const unfindable = [randomUUID(), (await makeOffer({ status: 'proposed' })).id];
		for (const offerId of unfindable)
			await expect(as(contact, (tx) => proposeAnother(tx, contact, at, { offerId, note: '' }))).rejects.toMatchObject({
				code: 'offer.not_found',
				status: 422,
			});
		await as(contact, (tx) => proposeAnother(tx, contact, at, { offerId: all.offer.id, note: '' }));
		const page = await as(all.caseworker, (tx) => readReferralPage(tx, all.caseworker, third));
		expect(page).toMatchObject({ state: 'redirect_proposed', proposedOffer: { slug: all.offer.slug } });
	});

	it('keeps what came of it from the administration where the citizen said no to that', async () => {
		const id = await sent(undefined, false);
		await acceptNow(id);
		await expect(
			as(all.contact, (tx) =>
				sendMessage(tx, all.contact, { referralId: id, requestId: randomUUID(), text: 'Det går godt' }),
			),
		).rejects.toMatchObject({ code: 'message.no_feedback' });
		const at = await target(id);
		await as(all.contact, (tx) => completeReferral(tx, all.contact, at, { outcome: 'goals_met', note: 'Går godt' }));
		const page = await as(all.caseworker, (tx) => readReferralPage(tx, all.caseworker, id));
		expect(page).toMatchObject({ state: 'completed', outcome: null, organisationNote: '' });
	});

	it('carries messages both ways, once each', async () => {
		const id = await sent();
		const question = { referralId: id, requestId: randomUUID(), text: 'Hvornår passer det? <b>æøå</b>' };
		await as(all.contact, (tx) => sendMessage(tx, all.contact, question));
		await as(all.contact, (tx) => sendMessage(tx, all.contact, question));
		const messages = await as(all.caseworker, (tx) => listMessages(tx, all.caseworker, id));
		expect(messages).toMatchObject([{ sender: 'organisation', text: question.text, read: false }]);
		const [row] = await as(all.caseworker, (tx) => listWorklist(tx, all.caseworker, { whose: 'mine' }));
		expect(row?.work).toMatchObject({ next: 'read_message', today: true });
	});

	it('is reminded, escalated and expired by working days', async () => {
		const id = await sent();
		const tick = () => as(systemActor, (tx) => runClock(tx, systemActor));
		expect(await tick()).toMatchObject({ reminded: 0, escalated: 0, expired: 0 });
		database.clock.advance(2 * days);
		expect(await tick()).toMatchObject({ reminded: 1 });
		expect(await tick()).toMatchObject({ reminded: 0 });
		database.clock.advance(2 * days);
		expect(await tick()).toMatchObject({ escalated: 1 });
		database.clock.advance(10 * days);
		expect(await tick()).toMatchObject({ expired: 1 });
		expect(await stateOf(id)).toBe('expired');
		expect(await mailKinds()).toEqual(
			expect.arrayContaining([
				'referral_reminder',
				'referral_escalated',
				'referral_expired',
				'referral_expired_organisation',
			]),
		);
	});

	it('is followed up when the days come', async () => {
		const id = await sent();
		await acceptNow(id);
		database.clock.advance(7 * days);
		expect(await as(systemActor, (tx) => runClock(tx, systemActor))).toMatchObject({ followUps: 1 });
		const [first] = await as(all.caseworker, (tx) => listFollowUps(tx, all.caseworker, id));
		if (!first) throw new Error('no follow-up');
		const done = { referralId: id, followUpId: first.id, attendance: 'attended', note: 'Glad for det' } as const;
		await as(all.caseworker, (tx) => completeFollowUp(tx, all.caseworker, done));
		await as(all.caseworker, (tx) => completeFollowUp(tx, all.caseworker, done));
		const [now] = await as(all.caseworker, (tx) => listFollowUps(tx, all.caseworker, id));
		expect(now).toMatchObject({ attendance: 'attended', note: 'Glad for det' });
	});

	it('is handed over, one or all, and never outside the centre', async () => {
		const [first, second] = [await sent(), await sent()];
		await expect(
			as(all.caseworker, (tx) => handOver(tx, all.caseworker, { referralId: first, to: all.stranger.userId })),
		).rejects.toMatchObject({ code: 'referral.not_a_colleague' });
		await as(all.caseworker, (tx) => handOver(tx, all.caseworker, { referralId: first, to: all.colleague.userId }));
		const { administrator } = all.staff;
		const moved = await as(administrator, (tx) =>
			handOverAll(tx, administrator, { from: all.caseworker.userId, to: all.colleague.userId }),
		);
		expect(moved).toBe(1);
		const list = await as(all.colleague, (tx) => listWorklist(tx, all.colleague, { whose: 'mine' }));
		expect(list.map((row) => row.id).sort()).toEqual([first, second].sort());
	});

	it('is ended by the caseworker with a reason, and the organisation is told', async () => {
		const id = await sent();
		await acceptNow(id);
		const at = await target(id);
		await as(all.caseworker, (tx) => endReferral(tx, all.caseworker, at, { reason: 'citizens_wish' }));
		expect(await stateOf(id)).toBe('not_completed');
		expect(await mailKinds()).toContain('referral_ended_by_staff');
	});

	it('writes no mail for what was rolled back', async () => {
		const id = await consented();
		const at = await target(id);
		await expect(
			as(all.caseworker, async (tx) => {
				await sendReferral(tx, all.caseworker, at);
				throw new Error('power cut');
			}),
		).rejects.toThrow('power cut');
		expect(await mailKinds()).toEqual([]);
		const jobs = await database.services.database.orm.execute(sql`select 1 from pgboss.job where name = 'send-mail'`);
		expect(jobs.rows).toEqual([]);
	});

	it('names neither the citizen nor the need in a mail', async () => {
		const id = await sent();
		const rows = await as(systemActor, (tx) => tx.select().from(mail).where(eq(mail.kind, 'referral_sent')));
		const texts = rows.map((row) => row.subject + database.services.masterKey.open(`mail.body:${row.id}`, row.body));
		expect(texts).toHaveLength(1);
		expect(texts.join()).toContain(`/inbox/${id}`);
		expect(texts.join()).not.toMatch(/Prøve|Ærlig|blandt andre|kaffe/);
	});
});
