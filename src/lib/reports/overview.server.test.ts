import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { days, monday, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeMeeting, makeStaff, type Meeting } from '../../../tests/factories.ts';
import { createCitizen } from '../citizens/citizens.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor, type StaffActor } from '../identity/actor.ts';
import { citizen } from '../citizens/tables.server.ts';
import { createDraft } from '../referrals/drafts.server.ts';
import { referral } from '../referrals/tables.server.ts';
import { offerTerm, term } from '../catalogue/tables.server.ts';
import { countMiss } from '../catalogue/words.server.ts';
import { readGaps } from './gaps.server.ts';
import { readOverview } from './overview.server.ts';

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

onEachDatabase('the overview', (open) => {
	let database: TestDatabase;
	let all: Meeting;

	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
	});

	/** A referral as it stands after whatever happened; the way there is tested elsewhere. */
	async function make(values: Partial<typeof referral.$inferInsert>, by: StaffActor = all.caseworker): Promise<void> {
		const id = await asActor(by, async (tx) => {
			const citizenId = await createCitizen(tx, by, someone);
			return createDraft(tx, by, { citizenId, offerSlug: all.offer.slug, requestId: randomUUID() });
		});
		await asActor(systemActor, (tx) =>
			tx
				.update(referral)
				.set({ sentAt: monday, ...values })
				.where(eq(referral.id, id)),
		);
	}
	const read = (actor: StaffActor, since = new Date(monday.getTime() - 30 * days)) =>
		asActor(actor, (tx) => readOverview(tx, since));

	it('counts what came of it, and hides what is fewer than five', async () => {
		const answeredAt = new Date(monday.getTime() + 2 * days);
		for (let i = 0; i < 5; i++) {
			await make({ state: 'completed', outcome: 'goals_met', helped: 'yes', answeredAt, confirmedAt: answeredAt });
		}
		for (let i = 0; i < 3; i++) await make({ state: 'declined', declineReason: 'no_capacity', answeredAt });
		await make({ state: 'expired' });
		await make({ state: 'withdrawn' });
		await make({ state: 'draft', sentAt: null });
		const found = await read(all.staff.coordinator);
		expect(found).toMatchObject({
			sent: 10,
			ended: 9,
			outcomeKnown: 89,
			confirmed: 56,
			answerDays: 2,
			overdue: 0,
			outcomes: [{ code: 'goals_met', count: 5 }],
			helped: [{ code: 'yes', count: 5 }],
			declines: [{ code: 'no_capacity', count: 'few' }],
			offers: [{ slug: all.offer.slug, sent: 10, accepted: 5, declined: 'few' }],
		});
		expect(found.states).toContainEqual({ state: 'completed', count: 5 });
		expect(found.states).not.toContainEqual(expect.objectContaining({ state: 'draft' }));
	});

	it('counts as overdue what nobody answered in four working days', async () => {
		await make({ state: 'seen' });
		database.clock.advance(4 * days);
		expect((await read(all.staff.leader)).overdue).toBe(0);
		database.clock.advance(1 * days);
		expect((await read(all.staff.leader)).overdue).toBe(1);
	});

	it('is about one’s own centre and the period asked for', async () => {
		await make({ state: 'accepted' });
		await make({ state: 'accepted' }, all.stranger);
		expect((await read(all.staff.coordinator)).sent).toBe(1);
		expect((await read(await makeStaff('leader', 'cfr'))).sent).toBe(1);
		expect((await read(all.staff.leader, new Date(monday.getTime() + days))).sent).toBe(0);
	});

	it('tells the gaps: what there was no room for, by theme, and what was sought in vain', async () => {
		const termId = randomUUID();
		await asActor(systemActor, async (tx) => {
			await tx.insert(term).values({ id: termId, taxonomy: 'theme', code: 'housing', name: 'Bolig' });
			await tx.insert(offerTerm).values({ offerId: all.offer.id, termId });
		});
		for (let i = 0; i < 4; i++) await make({ state: 'declined', declineReason: 'no_capacity' });
		await make({ state: 'declined', declineReason: 'language' });
		await make({ state: 'declined', declineReason: 'no_capacity' }, all.stranger);
		for (let time = 0; time < 3; time++) {
			await countMiss('kælk til børnebørn', database.services.clock(), false);
			database.clock.advance(days / 24);
		}
		const since = new Date(monday.getTime() - 30 * days);
		const gaps = () => asActor(all.staff.coordinator, (tx) => readGaps(tx, since));
		expect(await gaps()).toEqual({
			misses: [{ words: 'kælk børnebørn', asked: 3 }],
			noRoom: new Map([['theme:housing', 'few']]),
		});
		await make({ state: 'declined', declineReason: 'no_capacity' });
		expect((await gaps()).noRoom.get('theme:housing')).toBe(5);
	});

	it('is read with a role that can see nobody, whatever is asked', async () => {
		await make({ state: 'accepted' });
		await expect(asActor(all.staff.leader, (tx) => tx.select().from(citizen))).rejects.toThrow();
		await expect(
			asActor(all.staff.leader, (tx) => tx.select({ id: referral.citizenId }).from(referral)),
		).rejects.toThrow();
		await expect(
			asActor(all.staff.leader, (tx) => tx.select({ need: referral.need }).from(referral)),
		).rejects.toThrow();
	});
});
