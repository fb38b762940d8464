import { asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../database/as-actor.server.ts';
import { location, offer, offerLocation, offerTerm, organisation, term } from '../../tables.server.ts';
import type { WholeOffer } from './rows.ts';

/**
 * Offers with everything around them, in four queries however many they are.
 * @returns in the order of the ids; ids that are not there are left out
 */
export async function readWholeOffers(tx: Tx, ids: readonly string[]): Promise<WholeOffer[]> {
	if (ids.length === 0) return [];
	const rows = await tx
		.select({ offer, organisation })
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(inArray(offer.id, [...ids]));
	const places = await tx
		.select({ visit: offerLocation, location })
		.from(offerLocation)
		.innerJoin(location, eq(location.id, offerLocation.locationId))
		.where(inArray(offerLocation.offerId, [...ids]))
		.orderBy(asc(offerLocation.offerId), asc(location.id));
	const terms = await tx
		.select({ offerId: offerTerm.offerId, term })
		.from(offerTerm)
		.innerJoin(term, eq(term.id, offerTerm.termId))
		.where(inArray(offerTerm.offerId, [...ids]))
		.orderBy(asc(offerTerm.offerId), asc(term.id));
	const placesOf = Map.groupBy(places, ({ visit }) => visit.offerId);
	const termsOf = Map.groupBy(terms, ({ offerId }) => offerId);
	const whole = new Map<string, WholeOffer>(
		rows.map((row) => [
			row.offer.id,
			{
				...row,
				places: placesOf.get(row.offer.id) ?? [],
				terms: (termsOf.get(row.offer.id) ?? []).map((link) => link.term),
			},
		]),
	);
	return ids.flatMap((id) => whole.get(id) ?? []);
}
