import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import type { SystemActor } from '../../identity/actor.ts';
import { notifyCoordinators } from '../../notifications/notify.server.ts';
import { isoDay } from '../../ui/dates.ts';
import { localTime, weekdayOf } from '../opening-hours.ts';
import { listWaiting } from './changes.server.ts';
import { offerChange } from './tables.server.ts';

/** Minutes after midnight. */
const morning = 7.5 * 60;

/** On weekdays from half past seven, so that the one mail of the day holds what came overnight and is read that day. */
function mayTell(now: Date): boolean {
	const { date, minute } = localTime(now);
	return !['SA', 'SU'].includes(weekdayOf(date)) && minute >= morning;
}

/**
 * Tells the coordinators, at most once a day and only when something new has come, how much organisations have proposed
 * that waits for them. Looks at what is true now: it may run late, twice, or in two processes at once. With nobody to
 * tell, it waits for somebody.
 * @returns how many were told
 */
export async function tellCoordinators(tx: Tx, actor: SystemActor): Promise<number> {
	if (!mayTell(tx.now)) return 0;
	const untold = and(eq(offerChange.state, 'waiting'), isNull(offerChange.toldAt));
	const fresh = await tx.select({ id: offerChange.id }).from(offerChange).where(untold).for('update');
	if (fresh.length === 0) return 0;
	const [last] = await tx.select({ at: max(offerChange.toldAt) }).from(offerChange);
	if (last?.at && isoDay(last.at) === isoDay(tx.now)) return 0;
	const waiting = await listWaiting(tx);
	const offers = waiting.filter(({ isNew }) => isNew).length;
	const counts = { offers, changes: waiting.length - offers };
	const told = await notifyCoordinators(tx, actor, 'proposals_waiting', '/catalogue', counts);
	if (told === 0) return 0;
	const ids = fresh.map(({ id }) => id);
	await tx.update(offerChange).set({ toldAt: tx.now }).where(inArray(offerChange.id, ids));
	return told;
}
