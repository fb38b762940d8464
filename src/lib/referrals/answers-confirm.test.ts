import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { makeSentReferral, type Referred } from '../../../tests/referred-citizen.ts';
import { listDoubted } from '../catalogue/upkeep/tasks.server.ts';
import { confirmOffer } from '../catalogue/upkeep/confirm.server.ts';
import { refreshSnapshot } from '../catalogue/search/catalogue-snapshot.server.ts';
import { offer } from '../catalogue/tables.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { publicActor } from '../identity/actor.ts';
import { readInboxReferral } from './inbox.server.ts';
import { declineReferral, waitlistReferral, type Target } from './referrals.server.ts';

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

	it('any answer confirms the offer for its organisation', async () => {
		await asActor(all.contact, (tx) => waitlistReferral(tx, all.contact, target, { expectedOn: '2026-12-01' }));
		expect(await stored()).toMatchObject({ confirmed: '2026-11-02', confirmedBy: 'organisation', doubts: 0 });
	});

	it('a no for want of room confirms it as well', async () => {
		await asActor(all.contact, (tx) => declineReferral(tx, all.contact, target, { reason: 'no_capacity', note: '' }));
		expect(await stored()).toMatchObject({ confirmed: '2026-11-02', doubts: 0 });
		expect(await doubted()).toEqual([]);
	});

	it.each(['wrong_target_group', 'wrong_area'] as const)(
		'a no for %s is a doubt, which the search knows of, and the coordinator’s',
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
