import { and, eq, type SQL } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import { DomainError, notFound } from '../../errors.ts';
import type { OrganisationActor, StaffActor } from '../../identity/actor.ts';
import { isoDay } from '../../ui/dates.ts';
import { capacityExpiry } from '../pause.ts';
import { published } from '../published.server.ts';
import { offer } from '../tables.server.ts';
import type { Capacity } from '../vocabulary.ts';
import { changeOffer } from './history.server.ts';

/*
 * How full an offer is. An organisation says it of its own; a coordinator of any, for the one who rings instead of signing in.
 */

/** Days are ISO dates. */
export interface OfferCapacity {
	id: string;
	slug: string;
	name: string;
	capacity: Capacity;
	capacityUpdated: string | null;
	pausedUntil: string | null;
	waitTime: string | null;
	/** how many places are free, of `capacityUpdated` */
	capacityAvailable: number | null;
	/** how many there are in all */
	capacityMaximum: number | null;
	capacityExpires: string | null;
	waitlistUntil: string | null;
}

export const capacityColumns = {
	id: offer.id,
	slug: offer.slug,
	name: offer.name,
	capacity: offer.capacity,
	capacityUpdated: offer.capacityUpdated,
	pausedUntil: offer.pausedUntil,
	waitTime: offer.waitTime,
	capacityAvailable: offer.capacityAvailable,
	capacityMaximum: offer.capacityMaximum,
	capacityExpires: offer.capacityExpires,
	waitlistUntil: offer.waitlistUntil,
};

type Sayer = StaffActor | OrganisationActor;

/** The offers an actor may speak for. What is out of the catalogue has nothing to keep true. */
export const offersOf = (actor: Sayer): SQL | undefined =>
	actor.kind === 'organisation' ? and(eq(offer.organisationId, actor.organisationId), published) : published;

/** @throws DomainError `offer.not_found` 404, for an organisation also another’s */
export async function readCapacity(tx: Tx, actor: Sayer, offerId: string): Promise<OfferCapacity> {
	const [row] = await tx
		.select(capacityColumns)
		.from(offer)
		.where(and(eq(offer.id, offerId), offersOf(actor)));
	if (!row) throw notFound('offer');
	return row;
}

/** @throws DomainError `offer.pause_in_past` 422, at the field */
export function assertNotPast(until: string | null, today: string, field = 'paused_until'): void {
	if (until !== null && until < today) throw new DomainError('offer.pause_in_past', 422, undefined, { field });
}

export interface SaidCapacity {
	offerId: string;
	capacity: Exclude<Capacity, 'unknown'>;
	/** in the organisation's words: `omkring 6 uger` */
	waitTime: string | null;
	/** how many places are free; null or absent: not said */
	available?: number | null;
	/** how many there are in all; null: not said; absent: as it was */
	maximum?: number | null;
	/** ISO date by which the next on the waitlist may expect a place; only with the capacity `waitlist` */
	waitlistUntil?: string | null;
	/** ISO date, last day on which this holds; null or absent: as `capacityExpiry` says */
	expires?: string | null;
	/** ISO date, last day of a pause; only with the capacity `paused`, where null means until further notice */
	pausedUntil: string | null;
}

/**
 * Says how full an offer is, as of today.
 * @throws DomainError `offer.not_found` 404, `offer.pause_in_past`, `offer.more_free_than_all` 422
 */
export async function sayCapacity(tx: Tx, actor: Sayer, input: SaidCapacity): Promise<void> {
	const today = isoDay(tx.now);
	const pausedUntil = input.capacity === 'paused' ? input.pausedUntil : null;
	assertNotPast(pausedUntil, today);
	const waits = input.capacity === 'waitlist' ? (input.waitlistUntil ?? null) : null;
	const expires = input.expires ?? capacityExpiry(input.capacity, today);
	assertNotPast(waits, today, 'waitlist_until');
	assertNotPast(expires, today, 'capacity_expires');
	const before = await readCapacity(tx, actor, input.offerId);
	const maximum = input.maximum === undefined ? before.capacityMaximum : input.maximum;
	if (maximum !== null && (input.available ?? 0) > maximum)
		throw new DomainError('offer.more_free_than_all', 422, undefined, { field: 'available' });
	const patch = {
		capacity: input.capacity,
		capacityUpdated: today,
		capacityAvailable: input.available ?? null,
		capacityMaximum: maximum,
		capacityExpires: expires,
		waitlistUntil: waits,
		waitTime: input.waitTime,
		pausedUntil,
	};
	await changeOffer(tx, actor, input.offerId, patch, 'capacity');
}
