import { and, eq, type SQL } from 'drizzle-orm';
import { location, offer, offerLocation, organisation } from '../catalogue/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { PhoneRecord } from '../catalogue/hsds/record.ts';
import type { OfferDoor } from './offer-open.ts';

export interface OfferForReferral extends OfferDoor {
	id: string;
	slug: string;
	name: string;
	organisationId: string;
	organisationName: string;
	organisationSlug: string;
	organisationEmail: string | null;
	/** of the offer, then of the organisation: whom one calls first stands first */
	phones: PhoneRecord[];
}

const columns = {
	id: offer.id,
	slug: offer.slug,
	name: offer.name,
	organisationId: organisation.id,
	organisationName: organisation.name,
	organisationSlug: organisation.slug,
	organisationEmail: organisation.email,
	offerPhones: offer.phones,
	organisationPhones: organisation.phones,
	status: offer.status,
	waysIn: offer.waysIn,
	capacity: offer.capacity,
	pausedUntil: offer.pausedUntil,
	capacityExpires: offer.capacityExpires,
	organisationPausedUntil: organisation.pausedUntil,
};

async function read(tx: Tx, which: SQL): Promise<OfferForReferral> {
	const [row] = await tx
		.select(columns)
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(which);
	if (!row) throw notFound('offer');
	const { offerPhones, organisationPhones, ...rest } = row;
	return { ...rest, phones: [...offerPhones, ...organisationPhones] };
}

/** @throws DomainError `offer.not_found` 404 */
export const offerBySlug = (tx: Tx, slug: string): Promise<OfferForReferral> => read(tx, eq(offer.slug, slug));

/** @throws DomainError `offer.not_found` 404 */
export const offerById = (tx: Tx, id: string): Promise<OfferForReferral> => read(tx, eq(offer.id, id));

/** An address one can go to; a secret one is never among them. */
export interface OfferPlace {
	name: string | null;
	address: string | null;
	postcode: string | null;
	city: string | null;
}

/** Where the offer is, for the citizen's paper. */
export async function offerPlaces(tx: Tx, offerId: string): Promise<OfferPlace[]> {
	return tx
		.select({ name: location.name, address: location.address, postcode: location.postcode, city: location.city })
		.from(offerLocation)
		.innerJoin(location, eq(location.id, offerLocation.locationId))
		.where(and(eq(offerLocation.offerId, offerId), eq(location.confidential, false)))
		.orderBy(location.name, location.id);
}
