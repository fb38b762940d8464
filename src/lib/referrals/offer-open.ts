import { capacityToday } from '../catalogue/pause.ts';
import type { OfferStatus } from '../catalogue/upkeep/content.ts';
import type { Capacity, WayIn } from '../catalogue/vocabulary.ts';
import { DomainError } from '../errors.ts';

/** What decides whether an offer takes a referral today. Days are ISO dates. */
export interface OfferDoor {
	readonly status: OfferStatus;
	readonly waysIn: readonly WayIn[];
	readonly capacity: Capacity;
	readonly pausedUntil: string | null;
	/** the last day on which what was said about room holds */
	readonly capacityExpires?: string | null;
	readonly organisationPausedUntil: string | null;
}

export type DoorFault =
	'offer.closed' | 'offer.no_referrals' | 'offer.full' | 'offer.paused' | 'offer.organisation_paused';

/** Why the offer takes no referral today; null when it does. A waitlist is a place to be referred to. */
export function doorFault(offer: OfferDoor, today: string): DoorFault | null {
	if (offer.status !== 'active') return 'offer.closed';
	if (!offer.waysIn.includes('referral')) return 'offer.no_referrals';
	if (offer.organisationPausedUntil && offer.organisationPausedUntil >= today) return 'offer.organisation_paused';
	// A pause with an end is over when the end has passed, whatever the tag says.
	if (offer.pausedUntil) return offer.pausedUntil >= today ? 'offer.paused' : null;
	if (offer.capacity === 'paused') return 'offer.paused';
	return capacityToday(offer, today) === 'full' ? 'offer.full' : null;
}

/** @throws DomainError with the fault's code, 409 */
export function assertOpen(offer: OfferDoor, today: string): void {
	const fault = doorFault(offer, today);
	if (fault) throw new DomainError(fault, 409);
}
