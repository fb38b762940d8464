import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { days, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import {
	everythingReadable,
	makeCompletedReferral,
	makeDraftWithEverything,
	makeSentReferral,
	marker,
} from '../../../tests/referred-citizen.ts';
import { verifyLog } from '../audit/verify-log.server.ts';
import { sealLogs } from '../audit/seal.server.ts';
import { confirmCaseFiles, noteCaseFile } from '../citizens/case-file.server.ts';
import { liftHold, placeHold } from '../citizens/legal-hold.server.ts';
import { citizen } from '../citizens/tables.server.ts';
import { verifyEncryption } from '../citizens/verify-encryption.server.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { createSession } from '../identity/sessions.server.ts';
import { systemActor } from '../identity/actor.ts';
import { runClock } from '../referrals/clock.server.ts';
import { readInboxReferral } from '../referrals/inbox.server.ts';
import { message, referral } from '../referrals/tables.server.ts';
import { caseFileOf, citizensToWriteOut } from './case-files.server.ts';
import { setRetention } from './days.server.ts';
import { letGo, previewRetention, runRetention } from './retention.server.ts';
import { retentionKinds, type RetentionKind } from './rules.ts';

onEachDatabase('retention', (open) => {
	let database: TestDatabase;
	let all: Meeting;

	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
	});

	const asSystem = <T>(work: (tx: Tx) => Promise<T>) => asActor(systemActor, work);
	const due = async (kind: RetentionKind) =>
		(await asSystem(previewRetention)).find((row) => row.kind === kind) ?? { due: -1, waiting: -1 };
	/** The file is written out, and put into the case. */
	const receipt = (id: string) =>
		asSystem(async (tx) => {
			const { hash } = await caseFileOf(tx, systemActor, id);
			await confirmCaseFiles(tx, systemActor, [await noteCaseFile(tx, systemActor, id, hash)]);
		});
	const exists = (id: string) => asSystem((tx) => tx.$count(referral, eq(referral.id, id)));
	const forward = (by: number) => database.clock.advance(by * days);

	it('takes a draft out after thirty days, and not before', async () => {
		const { referralId } = await makeDraftWithEverything(all);
		const sent = await makeSentReferral(all);
		forward(30);
		expect((await runRetention()).drafts).toBe(0);
		forward(1);
		expect((await due('drafts')).due).toBe(1);
		expect(await exists(referralId)).toBe(1);
		expect((await runRetention()).drafts).toBe(1);
		expect([await exists(referralId), await exists(sent.referralId)]).toEqual([0, 1]);
	});

	it('ends the organisation’s reading ninety days after closing', async () => {
		const { referralId } = await makeCompletedReferral(all);
		const read = async () =>
			JSON.stringify(await asActor(all.contact, (tx) => readInboxReferral(tx, all.contact, referralId)));
		forward(90);
		expect((await runRetention()).organisation_reading).toBe(0);
		expect(await read()).toContain(marker);
		forward(1);
		expect((await runRetention()).organisation_reading).toBe(1);
		expect(await read()).not.toContain(marker);
		expect((await runRetention()).organisation_reading).toBe(0);
	});

	it('empties a closed referral after a year, and erases the citizen after two, once the file is written', async () => {
		const { citizenId } = await makeCompletedReferral(all);
		forward(366);
		expect((await runRetention()).referral_texts).toBe(1);
		expect(await asSystem((tx) => tx.$count(message))).toBe(0);
		expect((await runRetention()).referral_texts).toBe(0);
		forward(365);
		expect(await due('citizens')).toMatchObject({ due: 0, waiting: 1 });
		expect(await asSystem((tx) => citizensToWriteOut(tx))).toEqual([citizenId]);
		expect((await runRetention()).citizens).toBe(0);
		// Written out, and not said to be in the case: the download may have been broken off.
		await asSystem((tx) => noteCaseFile(tx, systemActor, citizenId, '0'.repeat(64)));
		expect(await due('citizens')).toMatchObject({ due: 0, waiting: 1 });
		expect((await runRetention()).citizens).toBe(0);
		await receipt(citizenId);
		expect(await due('citizens')).toMatchObject({ due: 1, waiting: 0 });
		expect((await runRetention()).citizens).toBe(1);
		expect(await due('citizens')).toMatchObject({ due: 0, waiting: 0 });
		expect((await asSystem((tx) => verifyEncryption(tx))).faults).toEqual([]);
	});

	it('keeps a citizen for whom something new was begun, and one with something open', async () => {
		const { citizenId } = await makeCompletedReferral(all);
		forward(700);
		await makeCompletedReferral(all, citizenId);
		const open = await makeSentReferral(all);
		forward(100);
		await receipt(citizenId);
		await receipt(open.citizenId);
		expect((await runRetention()).citizens).toBe(0);
		forward(700);
		// Everything is long past, but the open one is still to be ended by somebody.
		expect((await runRetention()).citizens).toBe(1);
		const [left] = await asSystem((tx) => tx.select().from(citizen).where(eq(citizen.id, open.citizenId)));
		expect(left?.erasedAt).toBeNull();
	});

	it('lets go of nothing during a legal hold', async () => {
		const { citizenId, referralId } = await makeDraftWithEverything(all);
		const done = await makeCompletedReferral(all, citizenId);
		await asSystem((tx) => placeHold(tx, systemActor, citizenId, 'lawsuit'));
		forward(1000);
		await receipt(citizenId);
		expect(await runRetention()).toMatchObject({ drafts: 0, referral_texts: 0, citizens: 0 });
		expect(await exists(referralId)).toBe(1);
		await asSystem((tx) => liftHold(tx, systemActor, citizenId, 'closed'));
		expect(await runRetention()).toMatchObject({ drafts: 1, referral_texts: 1, citizens: 1 });
		expect(await exists(done.referralId)).toBe(1);
	});

	it('follows what the operator has set, and refuses nonsense', async () => {
		await makeDraftWithEverything(all);
		await asSystem((tx) => setRetention(tx, systemActor, { drafts: 3 }));
		await asSystem((tx) => setRetention(tx, systemActor, { drafts: 5 }));
		forward(6);
		expect((await due('drafts')).due).toBe(1);
		for (const [kind, value] of [
			['drafts', -1],
			['drafts', Number.NaN],
			['drafts', 1.5],
			['drafts', 36_501],
			['everything', 1],
			// Emptied after the citizen's key is gone: there would be nothing left to empty.
			['referral_texts', 731],
			['citizens', 364],
		] as const) {
			await expect(asSystem((tx) => setRetention(tx, systemActor, { [kind]: value }))).rejects.toMatchObject({
				status: 422,
			});
		}
	});

	it('goes through many in small transactions', async () => {
		for (let i = 0; i < 5; i += 1) await makeDraftWithEverything(all);
		forward(31);
		expect((await runRetention(2)).drafts).toBe(5);
	});

	it('keeps its word through three years', { timeout: 240_000 }, async () => {
		const removed = Object.fromEntries(retentionKinds.map((kind) => [kind, 0])) as Record<RetentionKind, number>;
		const held = await makeCompletedReferral(all);
		await asSystem((tx) => placeHold(tx, systemActor, held.citizenId, 'complaint'));
		const begun = database.clock.now().getTime();
		for (let week = 0; week < 157; week += 1) {
			if (week % 26 === 0) {
				await makeCompletedReferral(all);
				await makeDraftWithEverything(all);
				await createSession(all.caseworker.userId, all.caseworker.membershipId);
			}
			await asSystem((tx) => runClock(tx, systemActor));
			await asSystem((tx) => tx.execute(sql`update mail set status = 'kept' where status = 'queued'`));
			if (week % 4 === 0) for (const id of await asSystem((tx) => citizensToWriteOut(tx))) await receipt(id);
			for (const [kind, count] of Object.entries(await runRetention())) removed[kind as RetentionKind] += count;
			const { rows } = await asSystem((tx) =>
				tx.execute(sql`select
					(select count(*)::int from referral where state = 'draft' and created_at < app_now() - interval '30 days') as drafts,
					(select count(*)::int from referral r join consent c on c.referral_id = r.id
						where r.closed_at < app_now() - interval '90 days' and c.status in ('given', 'renewed')) as reading,
					(select count(*)::int from referral where closed_at < app_now() - interval '365 days' and need is not null
						and citizen_id <> ${held.citizenId}::uuid) as texts,
					(select count(*)::int from mail m where created_at < app_now() - interval '90 days'
						and m.citizen_id is distinct from ${held.citizenId}::uuid) as mails,
					(select count(*)::int from session where expires_at < app_now()) as sessions`),
			);
			expect(rows[0], `week ${week}`).toEqual({ drafts: 0, reading: 0, texts: 0, mails: 0, sessions: 0 });
			forward(7);
		}
		expect(Math.round((database.clock.now().getTime() - begun) / (365 * days))).toBe(3);
		// Seven of each were begun, half a year apart. In week 156 the four oldest closed referrals are past a year, and the
		// two oldest citizens of each kind (with a referral, and with a draft that was taken out) past two.
		expect(removed).toMatchObject({ drafts: 6, citizens: 4, referral_texts: 4, sessions: 6 });
		const counts = await asSystem(async (tx) => ({
			completed: await tx.$count(referral, eq(referral.state, 'completed')),
			erased: await tx.$count(citizen, sql`erased_at is not null`),
		}));
		expect(counts).toEqual({ completed: 8, erased: 4 });
		// What was let go of is counted, by kind and year, and names nobody.
		const told = Object.fromEntries((await asSystem((tx) => letGo(tx, 'kk'))).map(({ kind, ever }) => [kind, ever]));
		expect(told).toEqual(removed);
		expect((await asSystem((tx) => letGo(tx, 'kk'))).find(({ kind }) => kind === 'citizens')?.year).toBe(4);
		expect((await asSystem((tx) => verifyEncryption(tx))).faults).toEqual([]);
		expect(await everythingReadable()).not.toContain(marker);
		await sealLogs();
		expect((await asSystem((tx) => verifyLog(tx, 'kk'))).faults).toEqual([]);
	});
});
