import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import { isPublished } from '../published.server.ts';
import { offer, offerTerm, organisation } from '../tables.server.ts';

/** What has become of an address that leads to no published offer. */
export type Gone =
	| { kind: 'moved'; slug: string }
	| { kind: 'gone'; name: string; alternatives: { slug: string; name: string; organisation: string }[] }
	| { kind: 'never' };

/** Alternatives shown: as many as one reads. */
const shown = 5;
/** How often a merged one may have been merged again. */
const longestChain = 10;

/** The id of the offer that one has been merged into, however often; undefined when it was not, or is shown itself. */
export async function whereMerged(tx: Tx, id: string): Promise<string | undefined> {
	let at: string | null = id;
	for (let steps = 0; at !== null && steps < longestChain; steps += 1) {
		const [row] = await tx.select({ status: offer.status, into: offer.mergedInto }).from(offer).where(eq(offer.id, at));
		if (row && isPublished(row.status)) return at === id ? undefined : at;
		at = row?.into ?? null;
	}
	return undefined;
}

/**
 * Where an old address leads: to the offer it was merged into, however often; else to published offers for the same
 * target groups and themes; `never` when there was no such offer.
 */
export async function whatBecameOf(tx: Tx, slug: string): Promise<Gone> {
	const columns = { id: offer.id, slug: offer.slug, name: offer.name, status: offer.status, into: offer.mergedInto };
	const [row] = await tx.select(columns).from(offer).where(eq(offer.slug, slug));
	if (!row || row.status === 'proposed') return { kind: 'never' };
	let at = row;
	for (let steps = 0; at.into !== null && !isPublished(at.status) && steps < longestChain; steps += 1) {
		const [next] = await tx.select(columns).from(offer).where(eq(offer.id, at.into));
		if (!next) break;
		at = next;
	}
	if (at.id !== row.id && isPublished(at.status)) return { kind: 'moved', slug: at.slug };
	const own = tx.select({ id: offerTerm.termId }).from(offerTerm).where(eq(offerTerm.offerId, row.id));
	const alternatives = await tx
		.select({ slug: offer.slug, name: offer.name, organisation: organisation.name })
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.innerJoin(offerTerm, eq(offerTerm.offerId, offer.id))
		.where(and(eq(offer.status, 'active'), ne(offer.id, row.id), inArray(offerTerm.termId, own)))
		.groupBy(offer.id, organisation.name)
		.orderBy(sql`count(*) desc`, offer.name)
		.limit(shown);
	return { kind: 'gone', name: row.name, alternatives };
}
