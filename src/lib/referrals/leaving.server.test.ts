import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { createCitizen } from '../citizens/citizens.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor, type StaffActor } from '../identity/actor.ts';
import { createSession, validateSession } from '../identity/sessions.server.ts';
import { readUser } from '../identity/users.server.ts';
import { createDraft } from './drafts.server.ts';
import { leave, leavingOf, stepDown } from './leaving.server.ts';
import { referral } from './tables.server.ts';

const someone = {
	givenName: 'Prøve',
	familyName: 'Ærlig',
	phone: '',
	email: '',
	safeContact: '',
	language: 'da',
	needsInterpreter: false,
	ageBand: '40-64',
	adult: true,
} as const;

onEachDatabase('somebody who leaves', (open) => {
	let all: Meeting;
	let admin: StaffActor;
	const as = <T>(work: Parameters<typeof asActor<T>>[1]) => asActor(admin, work);

	beforeEach(async () => {
		await open();
		all = await makeMeeting();
		admin = all.staff.administrator;
	});

	async function draftBy(caseworker: StaffActor): Promise<void> {
		await asActor(caseworker, async (tx) => {
			const citizenId = await createCitizen(tx, caseworker, someone);
			await createDraft(tx, caseworker, { citizenId, offerSlug: all.offer.slug, requestId: randomUUID() });
		});
	}
	const holders = async () =>
		(await asActor(systemActor, (tx) => tx.select({ by: referral.caseworkerId }).from(referral))).map(({ by }) => by);

	it('without anything open needs nobody to take over', async () => {
		const { userId } = all.caseworker;
		expect(await as((tx) => leavingOf(tx, admin, userId))).toEqual({ count: 0, successors: [] });
		await as((tx) => leave(tx, admin, { userId }));
		expect(await as((tx) => readUser(tx, admin, userId))).toMatchObject({ active: false });
	});

	it('hands everything to a colleague of the same centre, and is signed out', async () => {
		const { userId, membershipId } = all.caseworker;
		const { token } = await createSession(userId, membershipId);
		await draftBy(all.caseworker);
		await draftBy(all.caseworker);
		const leaving = await as((tx) => leavingOf(tx, admin, userId));
		expect(leaving.count).toBe(2);
		expect(leaving.successors.map(({ id }) => id)).toEqual([all.colleague.userId]);

		await expect(as((tx) => leave(tx, admin, { userId }))).rejects.toMatchObject({ code: 'identity.needs_successor' });
		const toStranger = as((tx) => leave(tx, admin, { userId, to: all.stranger.userId }));
		await expect(toStranger).rejects.toMatchObject({ code: 'identity.successor_unfit' });
		expect(await validateSession(token)).toBeDefined();
		expect(await holders()).toEqual([userId, userId]);

		await as((tx) => leave(tx, admin, { userId, to: all.colleague.userId }));
		expect(await validateSession(token)).toBeUndefined();
		expect(await holders()).toEqual([all.colleague.userId, all.colleague.userId]);
	});

	it('or only stops being a caseworker does the same', async () => {
		const { userId, membershipId } = all.caseworker;
		await draftBy(all.caseworker);
		const step = (to?: string) => as((tx) => stepDown(tx, admin, { userId, membershipId, to }));
		await expect(step()).rejects.toMatchObject({ code: 'identity.needs_successor' });
		await step(all.colleague.userId);
		expect(await holders()).toEqual([all.colleague.userId]);
		expect(await as((tx) => readUser(tx, admin, userId))).toMatchObject({ active: true, memberships: [] });
	});
});
