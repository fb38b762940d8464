import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import type { OrganisationActor } from '../../identity/actor.ts';
import { isoDay } from '../../ui/dates.ts';
import { bumpCatalogueVersion } from '../catalogue-version.server.ts';
import { offer } from '../tables.server.ts';
import { changeOffer, type Keeper } from './history.server.ts';

/**
 * Somebody says that everything written about an offer still holds today. Doubts are answered by that.
 * @throws DomainError `offer.not_found` 404
 */
export async function confirmOffer(
	tx: Tx,
	actor: Keeper,
	offerId: string,
	by: 'organisation' | 'coordinator',
): Promise<void> {
	await changeOffer(tx, actor, offerId, { confirmed: isoDay(tx.now), confirmedBy: by }, 'confirmed');
	await tx.update(offer).set({ doubts: 0, doubted: null }).where(eq(offer.id, offerId));
}

/**
 * An organisation has answered a referral: whoever answers knows the offer, so it is confirmed. An answer that says the
 * text has sent the wrong person is a doubt instead: it lowers trust and is the coordinator's to look at. Neither is a
 * version of its own, for nothing that is written has changed.
 */
export async function noteAnswer(
	tx: Tx,
	_actor: OrganisationActor,
	offerId: string,
	answer: 'confirms' | 'doubts',
): Promise<void> {
	const today = isoDay(tx.now);
	const change =
		answer === 'confirms'
			? { confirmed: today, confirmedBy: 'organisation' as const }
			: { doubts: sql`${offer.doubts} + 1`, doubted: today };
	await tx.update(offer).set(change).where(eq(offer.id, offerId));
	await bumpCatalogueVersion(tx);
}
