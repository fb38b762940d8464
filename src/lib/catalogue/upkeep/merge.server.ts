import { and, eq } from 'drizzle-orm';
import { audit } from '../../audit/audit.server.ts';
import type { Tx } from '../../database/as-actor.server.ts';
import { DomainError } from '../../errors.ts';
import type { StaffActor } from '../../identity/actor.ts';
import { bumpCatalogueVersion } from '../catalogue-version.server.ts';
import { published } from '../published.server.ts';
import { offer, offerTerm } from '../tables.server.ts';
import { readContent } from './content.server.ts';
import { changeOffer, lockOffer } from './history.server.ts';

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

/**
 * Makes one offer of two that are the same. The one that goes is no longer offered, and its address leads to the other;
 * what it knew and the other did not is taken over: target groups, themes, transitions and languages, and its places
 * where the other has none. Its referrals stay with it: a referral never changes to whom it goes, and so two offers of
 * different organisations may be merged too. Both halves stand in the history and can be undone.
 * @param into address of the one that stays, as in `/offers/…`
 * @returns the id of the one that stays
 * @throws DomainError `offer.not_found` 404, `offer.merge_into_missing`, `offer.merge_into_itself` 422 (field into)
 */
export async function mergeOffers(tx: Tx, actor: StaffActor, goneId: string, into: string): Promise<string> {
	const slug = into
		.trim()
		.replace(/^.*\/offers\//, '')
		.replace(/[/?#].*$/, '');
	const [kept] = await tx
		.select({ id: offer.id })
		.from(offer)
		.where(and(eq(offer.slug, slug), published));
	if (!kept) throw new DomainError('offer.merge_into_missing', 422, undefined, { field: 'into' });
	if (kept.id === goneId) throw new DomainError('offer.merge_into_itself', 422, undefined, { field: 'into' });
	// Always in the same order, so that two who merge at once wait for each other.
	for (const id of [kept.id, goneId].sort()) await lockOffer(tx, id);
	const [from, to] = [await readContent(tx, goneId), await readContent(tx, kept.id)];
	const taken = {
		targetGroups: union(to.targetGroups, from.targetGroups),
		themes: union(to.themes, from.themes),
		transitions: union(to.transitions, from.transitions),
		languages: union(to.languages, from.languages),
		...(to.places.length === 0 && { places: from.places }),
	};
	await changeOffer(tx, actor, kept.id, taken, 'merged');
	const terms = await tx.select({ termId: offerTerm.termId }).from(offerTerm).where(eq(offerTerm.offerId, goneId));
	if (terms.length > 0) {
		const rows = terms.map(({ termId }) => ({ offerId: kept.id, termId }));
		await tx.insert(offerTerm).values(rows).onConflictDoNothing();
	}
	await changeOffer(tx, actor, goneId, { status: 'defunct', mergedInto: kept.id }, 'merged');
	await audit(tx, actor, { action: 'offer.merge', subjectType: 'offer', subjectId: kept.id });
	await bumpCatalogueVersion(tx);
	return kept.id;
}
