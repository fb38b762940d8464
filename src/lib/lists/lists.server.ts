import { randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import { readOffer, type OfferPage } from '../catalogue/offer-page.server.ts';
import { isPublished, published } from '../catalogue/published.server.ts';
import { offer } from '../catalogue/tables.server.ts';
import { whatBecameOf } from '../catalogue/upkeep/gone.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { PublicActor } from '../identity/actor.ts';
import { hashToken, newToken } from '../identity/sessions.server.ts';
import { offerList, offerListItem } from './tables.server.ts';

/** More than fit on a paper, and few enough to read in one go. */
export const mostOffers = 40;
export const mostLists = 20;

/** Anyone, holding the token of a list: their own or a shared one. */
export const holderOf = (token: string): PublicActor & { tokenHash: string } => ({
	kind: 'public',
	tokenHash: hashToken(token),
});

export interface ListSummary {
	id: string;
	name: string;
	offers: number;
	shared: boolean;
}

/** The holder's own lists, the last used first. */
export async function ownLists(tx: Tx, { tokenHash }: { tokenHash: string }): Promise<ListSummary[]> {
	const rows = await tx
		.select({
			id: offerList.id,
			name: offerList.name,
			shareHash: offerList.shareHash,
			offers: count(offerListItem.offerId),
		})
		.from(offerList)
		.leftJoin(offerListItem, eq(offerListItem.listId, offerList.id))
		.where(eq(offerList.ownerHash, tokenHash))
		.groupBy(offerList.id)
		.orderBy(desc(offerList.updatedAt), asc(offerList.id));
	return rows.map(({ shareHash, ...row }) => ({ ...row, shared: shareHash !== null }));
}

/**
 * Adds an offer to a list of the holder's: the one named, a new one, or the last used; where there is none, one is made.
 * Adding it again changes nothing.
 * @param name of a list that is made
 * @returns the list's id
 * @throws DomainError `list.not_found` 404, `offer.not_found` 404, `list.full` 422, `list.too_many` 422
 */
export async function addToList(
	tx: Tx,
	holder: { tokenHash: string },
	{ offerId, list, name }: { offerId: string; list: string; name: string },
): Promise<string> {
	const [known] = await tx
		.select({ id: offer.id })
		.from(offer)
		.where(and(eq(offer.id, offerId), published));
	if (!known) throw notFound('offer');
	// Two clicks at the same moment are to find the same list, and to count the same lists.
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${holder.tokenHash}, 0))`);
	const lists = await ownLists(tx, holder);
	const wanted = list === '' ? lists[0] : lists.find(({ id }) => id === list);
	if (!wanted && list !== 'new' && list !== '') throw notFound('list');
	if (!wanted && lists.length >= mostLists) throw new DomainError('list.too_many', 422);
	if (wanted && wanted.offers >= mostOffers) throw new DomainError('list.full', 422);
	const id = wanted?.id ?? randomUUID();
	if (!wanted) {
		await tx.insert(offerList).values({ id, ownerHash: holder.tokenHash, name, createdAt: tx.now, updatedAt: tx.now });
	}
	await tx.insert(offerListItem).values({ listId: id, offerId, addedAt: tx.now }).onConflictDoNothing();
	await touch(tx, id);
	return id;
}

async function touch(tx: Tx, id: string, changes: Partial<typeof offerList.$inferInsert> = {}): Promise<void> {
	const changed = await tx
		.update(offerList)
		.set({ ...changes, updatedAt: tx.now })
		.where(eq(offerList.id, id))
		.returning({ id: offerList.id });
	// Another's list is not to be seen, so it is not there.
	if (changed.length === 0) throw notFound('list');
}

/** @throws DomainError `list.not_found` 404 */
export const renameList = (tx: Tx, id: string, name: string): Promise<void> => touch(tx, id, { name });

/** Also where the list was made with another offer that has been merged into this one. @throws DomainError `list.not_found` 404 */
export async function removeFromList(tx: Tx, id: string, offerId: string): Promise<void> {
	await touch(tx, id);
	const same = sql`(with recursive same(id) as (
		select ${offerId}::uuid union select o.id from offer o join same on o.merged_into = same.id
	) select id from same)`;
	await tx.delete(offerListItem).where(and(eq(offerListItem.listId, id), sql`${offerListItem.offerId} in ${same}`));
}

/** @throws DomainError `list.not_found` 404 */
export async function deleteList(tx: Tx, id: string): Promise<void> {
	const gone = await tx.delete(offerList).where(eq(offerList.id, id)).returning({ id: offerList.id });
	if (gone.length === 0) throw notFound('list');
}

/**
 * Makes a link that lets anyone read the list. An earlier one stops working.
 * @returns the path with the token, shown once; only its hash is stored
 * @throws DomainError `list.not_found` 404
 */
export async function shareList(tx: Tx, id: string): Promise<string> {
	const token = newToken();
	await touch(tx, id, { shareHash: hashToken(token) });
	return `/shared-list/${token}`;
}

/** The link stops working at once. @throws DomainError `list.not_found` 404 */
export const stopSharing = (tx: Tx, id: string): Promise<void> => touch(tx, id, { shareHash: null });

export interface ReadList {
	id: string;
	name: string;
	shared: boolean;
	/** in the order in which they were added; of what has been merged the one that stayed, what is no longer offered not */
	offers: OfferPage[];
	/** how many have been left out */
	gone: number;
}

/**
 * A list with its offers: the holder's own by id, or the one shared with the token.
 * @throws DomainError `list.not_found` 404
 */
export async function readList(tx: Tx, holder: { tokenHash: string }, id?: string): Promise<ReadList> {
	const wanted = id
		? and(eq(offerList.id, id), eq(offerList.ownerHash, holder.tokenHash))
		: eq(offerList.shareHash, holder.tokenHash);
	const [list] = await tx
		.select({ id: offerList.id, name: offerList.name, shareHash: offerList.shareHash })
		.from(offerList)
		.where(wanted);
	if (!list) throw notFound('list');
	const items = await tx
		.select({ slug: offer.slug, status: offer.status })
		.from(offerListItem)
		.innerJoin(offer, eq(offer.id, offerListItem.offerId))
		.where(eq(offerListItem.listId, list.id))
		.orderBy(asc(offerListItem.addedAt), asc(offer.id));
	const slugs = new Set<string>();
	let gone = 0;
	for (const { slug, status } of items) {
		const became = isPublished(status) ? undefined : await whatBecameOf(tx, slug);
		if (isPublished(status)) slugs.add(slug);
		else if (became?.kind === 'moved') slugs.add(became.slug);
		else gone += 1;
	}
	const offers: OfferPage[] = [];
	for (const slug of slugs) offers.push(await readOffer(tx, slug));
	return {
		id: list.id,
		name: list.name,
		shared: list.shareHash !== null,
		offers,
		gone,
	};
}
