import { and, asc, eq, or } from 'drizzle-orm';
import { holdsWords } from '../catalogue/holds-words.server.ts';
import { offer, organisation } from '../catalogue/tables.server.ts';
import { published } from '../catalogue/published.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';

export interface OfferChoice {
	id: string;
	name: string;
	organisationName: string;
}

const most = 12;

/**
 * Active offers that one may mean by these words: every word stands in the offer's or the organisation's name.
 * @param words as typed; nothing for no words
 * @returns at most 12, by name
 */
export async function offersCalled(tx: Tx, words: string): Promise<OfferChoice[]> {
	const each = words.trim().split(/\s+/).filter(Boolean).slice(0, 6);
	if (each.length === 0) return [];
	const named = each.map((word) => or(holdsWords(offer.name, word), holdsWords(organisation.name, word)));
	return tx
		.select({ id: offer.id, name: offer.name, organisationName: organisation.name })
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(and(eq(offer.status, 'active'), ...named))
		.orderBy(asc(offer.name), asc(offer.id))
		.limit(most);
}

/**
 * That an organisation may name this offer as the better one: it is one that anybody can find.
 * @throws DomainError `offer.not_found` 422 (field note)
 */
export async function assertFindable(tx: Tx, id: string): Promise<void> {
	const found = await tx.$count(offer, and(eq(offer.id, id), published));
	if (found === 0) throw new DomainError('offer.not_found', 422, 'offer.not_found', { field: 'note' });
}
