import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { audit } from '../../audit/audit.server.ts';
import type { Tx } from '../../database/as-actor.server.ts';
import { DomainError, notFound } from '../../errors.ts';
import type { OrganisationActor, StaffActor } from '../../identity/actor.ts';
import { notifyOrganisation } from '../../notifications/notify.server.ts';
import { offer, organisation } from '../tables.server.ts';
import { isEmpty, type ContentPatch } from './content.ts';
import { changeOffer } from './history.server.ts';
import { offerChange } from './tables.server.ts';

/** What an organisation wants to change, and what came of it. */
export interface OfferChange {
	id: string;
	offerId: string;
	at: Date;
	state: 'waiting' | 'accepted' | 'refused' | 'replaced';
	wanted: ContentPatch;
	answer: string | null;
}

const columns = {
	id: offerChange.id,
	offerId: offerChange.offerId,
	at: offerChange.at,
	state: offerChange.state,
	wanted: offerChange.wanted,
	answer: offerChange.answer,
};

/** Puts a change before the coordinator; it takes the place of one that waits already. Nothing to change: that one goes. */
export async function proposeChange(
	tx: Tx,
	actor: OrganisationActor,
	offerId: string,
	wanted: ContentPatch,
): Promise<void> {
	await tx
		.update(offerChange)
		.set({ state: 'replaced' })
		.where(and(eq(offerChange.offerId, offerId), eq(offerChange.state, 'waiting')));
	if (isEmpty(wanted)) return;
	await tx.insert(offerChange).values({ offerId, at: tx.now, wanted });
	await audit(tx, actor, { action: 'offer.propose_change', subjectType: 'offer', subjectId: offerId });
}

/** The newest proposal about an offer that an answer is due to, or that has been answered; undefined when there is none. */
export async function latestChange(tx: Tx, offerId: string): Promise<OfferChange | undefined> {
	const [row] = await tx
		.select(columns)
		.from(offerChange)
		.where(eq(offerChange.offerId, offerId))
		.orderBy(desc(offerChange.at))
		.limit(1);
	return row?.state === 'replaced' ? undefined : row;
}

export interface WaitingChange extends OfferChange {
	offerName: string;
	organisationName: string;
	/** an offer that has never been shown */
	isNew: boolean;
}

const withOffer = {
	...columns,
	offerName: offer.name,
	organisationName: organisation.name,
	isNew: sql<boolean>`${offer.status} = 'proposed'`,
};

/** What waits for the coordinator, oldest first. */
export async function listWaiting(tx: Tx): Promise<WaitingChange[]> {
	return tx
		.select(withOffer)
		.from(offerChange)
		.innerJoin(offer, eq(offer.id, offerChange.offerId))
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(eq(offerChange.state, 'waiting'))
		.orderBy(asc(offerChange.at))
		.limit(200);
}

/** @throws DomainError `change.not_found` 404 */
export async function readChange(tx: Tx, id: string): Promise<WaitingChange> {
	const [row] = await tx
		.select(withOffer)
		.from(offerChange)
		.innerJoin(offer, eq(offer.id, offerChange.offerId))
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(eq(offerChange.id, id));
	if (!row) throw notFound('change');
	return row;
}

/**
 * Says yes or no to a proposal, and tells the organisation.
 * @param input.answer a sentence for the organisation; a no needs one
 * @param input.published true: the coordinator has published it in a form of their own
 * @throws DomainError `change.not_found` 404, `change.answered` 409, `change.answer_missing` 422 (field answer)
 */
export async function answerChange(
	tx: Tx,
	actor: StaffActor,
	changeId: string,
	input: { accept: boolean; answer: string; published?: boolean },
): Promise<void> {
	const answer = input.answer.trim();
	if (!input.accept && !answer) {
		throw new DomainError('change.answer_missing', 422, undefined, { field: 'answer' });
	}
	const [change] = await tx
		.update(offerChange)
		.set({ state: input.accept ? 'accepted' : 'refused', answer: answer || null, answeredAt: tx.now })
		.where(and(eq(offerChange.id, changeId), eq(offerChange.state, 'waiting')))
		.returning({ offerId: offerChange.offerId, wanted: offerChange.wanted });
	if (!change) {
		await readChange(tx, changeId);
		throw new DomainError('change.answered', 409);
	}
	if (input.accept && !input.published) await changeOffer(tx, actor, change.offerId, change.wanted, 'accepted');
	await audit(tx, actor, {
		action: input.accept ? 'offer.accept_change' : 'offer.refuse_change',
		subjectType: 'offer',
		subjectId: change.offerId,
	});
	const [owner] = await tx.select({ id: offer.organisationId }).from(offer).where(eq(offer.id, change.offerId));
	if (owner) {
		await notifyOrganisation(tx, actor, owner.id, 'offer_change_answered', `/our-offers/${change.offerId}/edit`);
	}
}
