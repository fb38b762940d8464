import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../tests/factories.ts';
import {
	everythingReadable,
	makeCompletedReferral,
	makeDraftWithEverything,
	makeSentReferral,
	marker,
} from '../../tests/referred-citizen.ts';
import { findCitizens, readCitizen } from './citizens/citizens.server.ts';
import { citizenBox } from './citizens/data-key.server.ts';
import { eraseCitizen } from './citizens/erase.server.ts';
import { citizen, citizenKey, legalHold } from './citizens/tables.server.ts';
import { verifyEncryption } from './citizens/verify-encryption.server.ts';
import { asActor, type Tx } from './database/as-actor.server.ts';
import { eraseEverywhere } from './erasure.server.ts';
import { systemActor } from './identity/actor.ts';
import { mail } from './notifications/tables.server.ts';
import { sendMail } from './notifications/send-mail.server.ts';
import { runClock } from './referrals/clock.server.ts';
import { listInbox, readInboxReferral } from './referrals/inbox.server.ts';
import { actorByToken, makeLink } from './referrals/links.server.ts';
import { readReferralPage } from './referrals/read-referral.server.ts';
import { message, referral } from './referrals/tables.server.ts';
import { listWorklist } from './referrals/worklist.server.ts';

onEachDatabase('17. after a citizen’s key is destroyed nothing readable remains', (open) => {
	let database: TestDatabase;
	let all: Meeting;

	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
	});

	const asSystem = <T>(work: (tx: Tx) => Promise<T>) => asActor(systemActor, work);
	const erase = (citizenId: string) => asSystem((tx) => eraseEverywhere(tx, systemActor, citizenId));

	it('in live rows, messages, mails and jobs, and keeps what can be counted', async () => {
		const { citizenId, referralId } = await makeCompletedReferral(all);
		await makeDraftWithEverything(all, citizenId);
		const token = (await asActor(all.caseworker, (tx) => makeLink(tx, all.caseworker, referralId))).replace(
			'/consent/',
			'',
		);
		expect(await actorByToken(token)).toMatchObject({ citizenId });
		const mails = await asSystem((tx) => tx.select({ id: mail.id }).from(mail).where(eq(mail.citizenId, citizenId)));
		expect(mails.length).toBeGreaterThan(0);

		expect(await erase(citizenId)).toBe(1);

		const text = await everythingReadable();
		expect(text).not.toContain(marker);
		expect(text).not.toContain(marker.toLowerCase());
		const rows = await asSystem(async (tx) => ({
			keys: await tx.$count(citizenKey),
			mails: await tx.$count(mail, eq(mail.citizenId, citizenId)),
			messages: await tx.$count(message),
			referrals: await tx.select().from(referral),
			citizens: await tx.select().from(citizen),
		}));
		expect(rows).toMatchObject({ keys: 0, mails: 0, messages: 0 });
		expect(rows.referrals).toHaveLength(1);
		expect(rows.referrals[0]).toMatchObject({ state: 'completed', outcome: 'goals_met', need: null, goals: null });
		expect(rows.citizens[0]).toMatchObject({ language: 'und', phone: null, needsInterpreter: false });
		// The job that was to send a mail to the citizen is done with it.
		for (const { id } of mails) await sendMail({ mailId: id });
		expect(await actorByToken(token)).toBeUndefined();
		expect((await asSystem((tx) => verifyEncryption(tx))).faults).toEqual([]);
	});

	it('in ciphertext that was copied before: the master key alone does not open it', async () => {
		const { citizenId } = await makeSentReferral(all);
		const [before] = await asSystem((tx) => tx.select().from(citizen).where(eq(citizen.id, citizenId)));
		const [key] = await asSystem((tx) => tx.select().from(citizenKey));
		if (!before || !key) throw new Error('no citizen');
		const box = citizenBox(database.services.masterKey.unwrap(key.wrapped, citizenId));
		const place = `citizen.givenName:${citizenId}`;
		expect(box.open(place, before.givenName)).toBe(marker);
		// What is left to open it with once the key row is gone.
		expect(() => database.services.masterKey.open(place, before.givenName)).toThrow();
	});

	it('and every page goes on working for the others', async () => {
		const { citizenId, referralId } = await makeCompletedReferral(all);
		const other = await makeSentReferral(all);
		await erase(citizenId);
		const { caseworker, contact } = all;
		await asActor(caseworker, async (tx) => {
			expect((await findCitizens(tx, caseworker, '')).map(({ id }) => id)).toEqual([other.citizenId]);
			await listWorklist(tx, caseworker, { whose: 'centre' });
			expect((await readReferralPage(tx, caseworker, other.referralId)).citizen.givenName).toBe(marker);
		});
		await expect(asActor(caseworker, (tx) => readCitizen(tx, caseworker, citizenId))).rejects.toMatchObject({
			status: 404,
		});
		await expect(asActor(caseworker, (tx) => readReferralPage(tx, caseworker, referralId))).rejects.toMatchObject({
			status: 404,
		});
		await asActor(contact, async (tx) => {
			await listInbox(tx, contact);
			expect(JSON.stringify(await readInboxReferral(tx, contact, referralId))).not.toContain(marker);
		});
		// 90 days on the clock would look into the follow-up and the consent: neither is left to it.
		database.clock.advance(400 * 86_400_000);
		await asSystem((tx) => runClock(tx, systemActor));
	});

	it('is refused while a referral is open, and during a legal hold', async () => {
		const { citizenId } = await makeSentReferral(all);
		await expect(erase(citizenId)).rejects.toMatchObject({ code: 'citizen.has_open_referrals', status: 409 });
		const done = await makeCompletedReferral(all);
		await asSystem((tx) =>
			tx.insert(legalHold).values({
				authorityId: 'kk',
				citizenId: done.citizenId,
				reason: 'complaint',
				placedAt: tx.now,
			}),
		);
		await expect(erase(done.citizenId)).rejects.toMatchObject({ code: 'citizen.legal_hold' });
		// In the database, too: the key can't be deleted.
		await expect(
			asSystem((tx) => tx.delete(citizenKey).where(eq(citizenKey.citizenId, done.citizenId))),
		).rejects.toMatchObject({ cause: { message: 'a legal hold is in force' } });
		await asSystem((tx) => tx.update(legalHold).set({ liftedAt: tx.now }));
		await erase(done.citizenId);
		await expect(erase(done.citizenId)).rejects.toMatchObject({ status: 404 });
		await expect(
			asSystem((tx) => eraseCitizen(tx, systemActor, '00000000-0000-0000-0000-000000000000')),
		).rejects.toMatchObject({ status: 404 });
	});
});
