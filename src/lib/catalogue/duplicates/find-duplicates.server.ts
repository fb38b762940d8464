import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import { published } from '../published.server.ts';
import { location, offer, offerLocation, organisation } from '../tables.server.ts';
import { likeness, signatureOf, type Likeness, type Signature, type Traits } from './likeness.ts';
import { nearOffers } from './near-offers.server.ts';
import { likelyPairs } from './pairs.ts';
import { likelyDuplicate } from './tables.server.ts';

/** An offer that another is compared with. */
interface ComparedOffer {
	id: string;
	slug: string;
	name: string;
	organisation: string;
	source: string;
	signature: Signature;
}

/**
 * Offers that are shown, as they are compared. A secret address is not among what it reads.
 * @param ids which; without them all
 */
async function readCompared(tx: Tx, ids?: readonly string[]): Promise<ComparedOffer[]> {
	const chosen = ids && [...ids];
	const rows = await tx
		.select({
			id: offer.id,
			slug: offer.slug,
			name: offer.name,
			organisation: organisation.name,
			organisationId: offer.organisationId,
			source: offer.source,
			phones: offer.phones,
			email: offer.email,
			url: offer.url,
		})
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(and(published, chosen && inArray(offer.id, chosen)));
	const places = Map.groupBy(
		await tx
			.select({ offerId: offerLocation.offerId, address: location.address, postcode: location.postcode })
			.from(offerLocation)
			.innerJoin(location, eq(location.id, offerLocation.locationId))
			.where(
				and(
					eq(location.confidential, false),
					isNotNull(location.address),
					chosen && inArray(offerLocation.offerId, chosen),
				),
			),
		({ offerId }) => offerId,
	);
	return rows.map(({ id, slug, source, ...traits }) => ({
		id,
		slug,
		source,
		name: traits.name,
		organisation: traits.organisation,
		signature: signatureOf({ ...traits, addresses: places.get(id) ?? [] }),
	}));
}

/** An offer like one that is being written, the surest first. */
export interface LikeOffer extends Likeness {
	id: string;
	slug: string;
	name: string;
	organisation: string;
}

/** More than this nobody compares. */
const mostShown = 5;

/** Offers that may be the same as one that is being written. @param but the offer's own id, where it has one */
export async function findLike(tx: Tx, typed: Traits, but?: string): Promise<LikeOffer[]> {
	const signature = signatureOf(typed);
	return (await readCompared(tx, await nearOffers(tx, typed)))
		.flatMap((other) => {
			const found = other.id === but ? undefined : likeness(signature, other.signature);
			const { id, slug, name, organisation: owner } = other;
			return found ? [{ id, slug, name, organisation: owner, ...found }] : [];
		})
		.sort((a, b) => b.score - a.score)
		.slice(0, mostShown);
}

/** Two offers of different sources that may be the same: `one` is of the source that was imported. */
export interface FoundDuplicate extends Likeness {
	one: Pick<ComparedOffer, 'id' | 'name' | 'organisation'>;
	other: Pick<ComparedOffer, 'id' | 'name' | 'organisation' | 'source'>;
}

/** Rows a statement. */
const batch = 1000;

/**
 * Finds the offers of a source that may be the same as those of others, and puts them before the coordinators; what was
 * found earlier and is no longer alike is forgotten.
 * @returns the surest first
 */
export async function noteDuplicates(tx: Tx, source: string): Promise<FoundDuplicate[]> {
	const [elsewhere] = await tx
		.select({ id: offer.id })
		.from(offer)
		.where(and(ne(offer.source, source), published))
		.limit(1);
	const all = elsewhere ? await readCompared(tx) : [];
	const pairs = likelyPairs(
		all.filter((each) => each.source === source),
		all.filter((each) => each.source !== source),
	);
	const own = tx.select({ id: offer.id }).from(offer).where(eq(offer.source, source));
	const rows = pairs.map(({ one, other, shared, score }) => {
		const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
		return { first, second, shared, score, foundAt: tx.now };
	});
	for (let at = 0; at < rows.length; at += batch) {
		await tx
			.insert(likelyDuplicate)
			.values(rows.slice(at, at + batch))
			.onConflictDoUpdate({
				target: [likelyDuplicate.first, likelyDuplicate.second],
				set: { shared: sql`excluded.shared`, score: sql`excluded.score`, foundAt: tx.now },
			});
	}
	await tx
		.delete(likelyDuplicate)
		.where(
			and(
				ne(likelyDuplicate.foundAt, tx.now),
				sql`(${inArray(likelyDuplicate.first, own)} or ${inArray(likelyDuplicate.second, own)})`,
			),
		);
	return pairs.map(({ one, other, shared, score }) => ({
		one: { id: one.id, name: one.name, organisation: one.organisation },
		other: { id: other.id, name: other.name, organisation: other.organisation, source: other.source },
		shared,
		score,
	}));
}
