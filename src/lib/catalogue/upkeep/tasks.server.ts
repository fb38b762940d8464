import { and, asc, desc, eq, gt, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import { isoDay } from '../../ui/dates.ts';
import { freshSince } from '../freshness.ts';
import { holdsWords } from '../holds-words.server.ts';
import { published } from '../published.server.ts';
import { offer, organisation } from '../tables.server.ts';
import type { OfferStatus } from './content.ts';

/** An offer in the coordinator's lists. Dates are ISO dates. */
export interface CatalogueRow {
	id: string;
	slug: string;
	name: string;
	organisationName: string;
	status: OfferStatus;
	confirmed: string | null;
	doubts: number;
	doubted: string | null;
}

const columns = {
	id: offer.id,
	slug: offer.slug,
	name: offer.name,
	organisationName: organisation.name,
	status: offer.status,
	confirmed: offer.confirmed,
	doubts: offer.doubts,
	doubted: offer.doubted,
};

const rows = (tx: Tx, where: SQL | undefined) =>
	tx.select(columns).from(offer).innerJoin(organisation, eq(organisation.id, offer.organisationId)).where(where);

/** Offers that the text of has sent the wrong people to: most doubted first. */
export const listDoubted = (tx: Tx): Promise<CatalogueRow[]> =>
	rows(tx, and(published, gt(offer.doubts, 0)))
		.orderBy(desc(offer.doubts), asc(offer.doubted))
		.limit(50);

/** Offers nobody has confirmed for 180 days, oldest first; those that never were come first. */
export async function listStale(tx: Tx, limit: number): Promise<{ total: number; offers: CatalogueRow[] }> {
	const where = and(published, or(isNull(offer.confirmed), lt(offer.confirmed, freshSince(isoDay(tx.now)))));
	const offers = await rows(tx, where)
		.orderBy(sql`${offer.confirmed} asc nulls first`, asc(offer.id))
		.limit(limit);
	return { total: await tx.$count(offer, where), offers };
}

/** Offers of the whole catalogue, also those no longer shown, by part of their name or of their organisation's. */
export async function findOffers(
	tx: Tx,
	q: string,
	page: number,
	size: number,
): Promise<{ total: number; offers: CatalogueRow[] }> {
	const where = or(holdsWords(offer.name, q.trim()), holdsWords(organisation.name, q.trim()));
	const offers = await rows(tx, where)
		.orderBy(asc(offer.name), asc(offer.id))
		.limit(size)
		.offset((page - 1) * size);
	const [counted] = await tx
		.select({ total: sql<number>`count(*)::int` })
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(where);
	return { total: counted?.total ?? 0, offers };
}

/** Every organisation by name, for choosing whose a new offer is. */
export async function listOrganisations(tx: Tx): Promise<{ id: string; name: string }[]> {
	const all = await tx.select({ id: organisation.id, name: organisation.name }).from(organisation);
	const alphabet = new Intl.Collator('da');
	return all.sort((a, b) => alphabet.compare(a.name, b.name));
}
