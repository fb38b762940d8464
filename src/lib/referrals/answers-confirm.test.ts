import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { makeSentReferral, type Referred } from '../../../tests/referred-citizen.ts';
import { listDoubted } from '../catalogue/upkeep/tasks.server.ts';
import { confirmOffer } from '../catalogue/upkeep/confirm.server.ts';
import { refreshSnapshot } from '../catalogue/search/catalogue-snapshot.server.ts';
import { offer } from '../catalogue/tables.server.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { publicActor, type OrganisationActor } from '../identity/actor.ts';
import { readInboxReferral } from './inbox.server.ts';
import { acceptReferral, declineReferral, proposeAnother, waitlistReferral, type Target } from './referrals.server.ts';

onEachDatabase('an answered referral and the offer it is about', (open) => {
	let all: Meeting;
	let made: Referred;
	let target: Target;
	beforeEach(async () => {
		await open();
		all = await makeMeeting();
		made = await makeSentReferral(all);
		target = await asActor(all.contact, async (tx) => {
			const { version } = await readInboxReferral(tx, all.contact, made.referralId);
			return { referralId: made.referralId, version };
		});
	});
	const stored = async () => {
		const [row] = await asActor(publicActor, (tx) => tx.select().from(offer).where(eq(offer.id, all.offer.id)));
		return row;
	};
	const doubted = () => asActor(all.staff.coordinator, listDoubted);

	const answers: [string, (tx: Tx, actor: OrganisationActor) => Promise<void>][] = [
		['a yes', (tx, actor) => acceptReferral(tx, actor, target, { contactPlan: 'Vi ringer', contactBy: '2026-11-06' })],
		['a place on the waitlist', (tx, actor) => waitlistReferral(tx, actor, target, { expectedOn: '2026-12-01' })],
		['a no for want of room', (tx, actor) => declineReferral(tx, actor, target, { reason: 'no_capacity', note: '' })],
		['another offer', (tx, actor) => proposeAnother(tx, actor, target, { offerId: null, note: 'Prøv naboen' })],
	];
	it.each(answers)('every answered referral confirms it anew: %s', async (_, answer) => {
		await asActor(all.contact, (tx) => answer(tx, all.contact));
		expect(await stored()).toMatchObject({ confirmed: '2026-11-02', confirmedBy: 'organisation', doubts: 0 });
		expect(await doubted()).toEqual([]);
	});

	it.each(['wrong_target_group', 'wrong_area'] as const)(
		'a decline for %s lowers trust, which the search knows of, and opens a task for the coordinator',
		async (reason) => {
			await asActor(all.contact, (tx) => declineReferral(tx, all.contact, target, { reason, note: '' }));
			expect(await stored()).toMatchObject({ confirmed: null, doubts: 1, doubted: '2026-11-02' });
			expect(await doubted()).toMatchObject([{ id: all.offer.id, doubts: 1 }]);
			const ranked = async () => (await refreshSnapshot()).entries.map(({ id, doubts }) => ({ id, doubts }));
			expect(await ranked()).toContainEqual({ id: all.offer.id, doubts: 1 });
			const { coordinator } = all.staff;
			await asActor(coordinator, (tx) => confirmOffer(tx, coordinator, all.offer.id, 'coordinator'));
			expect(await doubted()).toEqual([]);
			expect(await ranked()).toContainEqual({ id: all.offer.id, doubts: 0 });
		},
	);
});
