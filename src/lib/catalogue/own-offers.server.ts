import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { OrganisationActor } from '../identity/actor.ts';
import { isoDay } from '../ui/dates.ts';
import { bumpCatalogueVersion } from './catalogue-version.server.ts';
import { capacityExpiry, pauseLasts } from './pause.ts';
import { offer, organisation } from './tables.server.ts';
import { confirmOffer } from './upkeep/confirm.server.ts';
import { changeOffer } from './upkeep/history.server.ts';
import type { Capacity } from './vocabulary.ts';

/*
 * What an organisation does to its own offers. The database refuses others' offers as well (drizzle/0003): here they
 * are simply not there.
 */

export interface OwnOffer {
	id: string;
	slug: string;
	name: string;
	capacity: Capacity;
	/** ISO dates */
	capacityUpdated: string | null;
	pausedUntil: string | null;
	confirmed: string | null;
	waitTime: string | null;
	/** how many places are free, of `capacityUpdated` */
	capacityAvailable: number | null;
	/** how many there are in all */
	capacityMaximum: number | null;
	/** ISO dates */
	capacityExpires: string | null;
	waitlistUntil: string | null;
}

export interface OwnOrganisation {
	name: string;
	slug: string;
	/** ISO date; null when there is no pause, or it has run out */
	pausedUntil: string | null;
}

const columns = {
	id: offer.id,
	slug: offer.slug,
	name: offer.name,
	capacity: offer.capacity,
	capacityUpdated: offer.capacityUpdated,
	pausedUntil: offer.pausedUntil,
	confirmed: offer.confirmed,
	waitTime: offer.waitTime,
	capacityAvailable: offer.capacityAvailable,
	capacityMaximum: offer.capacityMaximum,
	capacityExpires: offer.capacityExpires,
	waitlistUntil: offer.waitlistUntil,
};
/** What is out of the catalogue has nothing to keep true. */
const shown = inArray(offer.status, ['active', 'temporarily closed']);
const own = (actor: OrganisationActor): SQL | undefined => and(eq(offer.organisationId, actor.organisationId), shown);
const alphabet = new Intl.Collator('da');

/** @throws DomainError `organisation.not_found` 404 */
export async function readOwnOrganisation(tx: Tx, actor: OrganisationActor): Promise<OwnOrganisation> {
	const [row] = await tx
		.select({ name: organisation.name, slug: organisation.slug, pausedUntil: organisation.pausedUntil })
		.from(organisation)
		.where(eq(organisation.id, actor.organisationId));
	if (!row) throw notFound('organisation');
	return { ...row, pausedUntil: pauseLasts(row.pausedUntil, isoDay(tx.now)) ? row.pausedUntil : null };
}

/** By name. */
export async function listOwnOffers(tx: Tx, actor: OrganisationActor): Promise<OwnOffer[]> {
	const rows = await tx.select(columns).from(offer).where(own(actor));
	return rows.sort((a, b) => alphabet.compare(a.name, b.name));
}

/** What the organisation has written and no coordinator has said yes to, by name. */
export async function listProposedOffers(tx: Tx, actor: OrganisationActor): Promise<{ id: string; name: string }[]> {
	const rows = await tx
		.select({ id: offer.id, name: offer.name })
		.from(offer)
		.where(and(eq(offer.organisationId, actor.organisationId), eq(offer.status, 'proposed')));
	return rows.sort((a, b) => alphabet.compare(a.name, b.name));
}

/** @throws DomainError `offer.not_found` 404, also for another organisation's */
export async function readOwnOffer(tx: Tx, actor: OrganisationActor, offerId: string): Promise<OwnOffer> {
	const [row] = await tx
		.select(columns)
		.from(offer)
		.where(and(eq(offer.id, offerId), own(actor)));
	if (!row) throw notFound('offer');
	return row;
}

/** @throws DomainError `offer.pause_in_past` 422, at the field */
function assertNotPast(until: string | null, today: string, field = 'paused_until'): void {
	if (until !== null && until < today) throw new DomainError('offer.pause_in_past', 422, undefined, { field });
}

export interface KeptOffer {
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
export async function keepOfferTrue(tx: Tx, actor: OrganisationActor, input: KeptOffer): Promise<void> {
	const today = isoDay(tx.now);
	const pausedUntil = input.capacity === 'paused' ? input.pausedUntil : null;
	assertNotPast(pausedUntil, today);
	const waits = input.capacity === 'waitlist' ? (input.waitlistUntil ?? null) : null;
	const expires = input.expires ?? capacityExpiry(input.capacity, today);
	assertNotPast(waits, today, 'waitlist_until');
	assertNotPast(expires, today, 'capacity_expires');
	const before = await readOwnOffer(tx, actor, input.offerId);
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

/**
 * Says that everything written about an offer, or about all of them, still holds today.
 * @param offerId one; without it all
 * @throws DomainError `offer.not_found` 404
 */
export async function confirmOffers(tx: Tx, actor: OrganisationActor, offerId?: string): Promise<void> {
	const rows = await tx
		.select({ id: offer.id })
		.from(offer)
		.where(and(offerId === undefined ? undefined : eq(offer.id, offerId), own(actor)));
	if (offerId !== undefined && rows.length === 0) throw notFound('offer');
	for (const { id } of rows) await confirmOffer(tx, actor, id, 'organisation');
}

/**
 * Closes the whole organisation for new referrals through a day.
 * @param until ISO date; null ends the pause
 * @throws DomainError `offer.pause_in_past` 422
 */
export async function pauseOrganisation(tx: Tx, actor: OrganisationActor, until: string | null): Promise<void> {
	assertNotPast(until, isoDay(tx.now));
	await tx
		.update(organisation)
		.set({ pausedUntil: until, updatedAt: tx.now })
		.where(eq(organisation.id, actor.organisationId));
	await audit(tx, actor, {
		action: 'organisation.pause',
		subjectType: 'organisation',
		subjectId: actor.organisationId,
	});
	await bumpCatalogueVersion(tx);
}
