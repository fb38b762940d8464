import { eq } from 'drizzle-orm';
import { offer, organisation } from '../catalogue/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { OfferDoor } from './offer-open.ts';

export interface OfferForReferral extends OfferDoor {
	id: string;
	slug: string;
	name: string;
	organisationId: string;
	organisationName: string;
	organisationSlug: string;
}

const columns = {
	id: offer.id,
	slug: offer.slug,
	name: offer.name,
	organisationId: organisation.id,
	organisationName: organisation.name,
	organisationSlug: organisation.slug,
	status: offer.status,
	waysIn: offer.waysIn,
	capacity: offer.capacity,
	pausedUntil: offer.pausedUntil,
	organisationPausedUntil: organisation.pausedUntil,
};

/** @throws DomainError `offer.not_found` 404 */
export async function offerBySlug(tx: Tx, slug: string): Promise<OfferForReferral> {
	const [row] = await tx
		.select(columns)
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(eq(offer.slug, slug));
	if (!row) throw notFound('offer');
	return row;
}

/** @throws DomainError `offer.not_found` 404 */
export async function offerById(tx: Tx, id: string): Promise<OfferForReferral> {
	const [row] = await tx
		.select(columns)
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(eq(offer.id, id));
	if (!row) throw notFound('offer');
	return row;
}
