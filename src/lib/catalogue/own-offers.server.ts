import { and, eq } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { OrganisationActor } from '../identity/actor.ts';
import { isoDay } from '../ui/dates.ts';
import { bumpCatalogueVersion } from './catalogue-version.server.ts';
import { pauseLasts } from './pause.ts';
import { offer, organisation } from './tables.server.ts';
import { assertNotPast, capacityColumns, offersOf, type OfferCapacity } from './upkeep/capacity.server.ts';
import { confirmOffer } from './upkeep/confirm.server.ts';

/*
 * What an organisation does to its own offers. The database refuses others' offers as well (drizzle/0003): here they
 * are simply not there.
 */

export interface OwnOffer extends OfferCapacity {
	/** ISO date */
	confirmed: string | null;
}

export interface OwnOrganisation {
	name: string;
	slug: string;
	/** ISO date; null when there is no pause, or it has run out */
	pausedUntil: string | null;
}

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
	const rows = await tx
		.select({ ...capacityColumns, confirmed: offer.confirmed })
		.from(offer)
		.where(offersOf(actor));
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

/**
 * Says that everything written about an offer, or about all of them, still holds today.
 * @param offerId one; without it all
 * @throws DomainError `offer.not_found` 404
 */
export async function confirmOffers(tx: Tx, actor: OrganisationActor, offerId?: string): Promise<void> {
	const rows = await tx
		.select({ id: offer.id })
		.from(offer)
		.where(and(offerId === undefined ? undefined : eq(offer.id, offerId), offersOf(actor)));
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
