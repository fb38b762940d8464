import type { location, offer, offerLocation, organisation, term } from '../../tables.server.ts';

/*
 * Rows of the catalogue as they are written to HSDS. Of a confidential place the address is not among them: it lies in
 * a table that none of this reads.
 */

export type OrganisationRow = typeof organisation.$inferSelect;
export type OfferRow = typeof offer.$inferSelect;
export type LocationRow = typeof location.$inferSelect;
export type TermRow = typeof term.$inferSelect;
export type VisitRow = typeof offerLocation.$inferSelect;

/** An offer with everything around it. */
export interface WholeOffer {
	offer: OfferRow;
	organisation: OrganisationRow;
	terms: TermRow[];
	places: { visit: VisitRow; location: LocationRow }[];
}
