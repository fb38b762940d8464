import type { Capacity } from './vocabulary.ts';

/** What an offer has said about its places. Days are ISO dates. */
export interface SaidCapacity {
	readonly capacity: Capacity;
	readonly pausedUntil: string | null;
	/** the last day on which it holds; null or absent: until somebody says otherwise */
	readonly capacityExpires?: string | null;
}

/** A pause lasts through its day. */
export const pauseLasts = (until: string | null, today: string): boolean => until !== null && until >= today;

/** What holds today: when a pause, or what was said about room, has run out, nobody has said how it is now. */
export function capacityToday({ capacity, pausedUntil, capacityExpires }: SaidCapacity, today: string): Capacity {
	if (pauseLasts(pausedUntil, today)) return 'paused';
	if (capacity === 'paused') return pausedUntil === null ? 'paused' : 'unknown';
	return capacityExpires && capacityExpires < today ? 'unknown' : capacity;
}

/** Days that what was said about room holds: free places go within weeks, a waitlist stands longer. Our own estimate. */
const holdsDays: Partial<Record<Capacity, number>> = { open: 60, few: 21, waitlist: 90, full: 90 };

/** The last day on which it holds when nobody says which; null for what has no such end. */
export function capacityExpiry(capacity: Capacity, today: string): string | null {
	const days = holdsDays[capacity];
	if (days === undefined) return null;
	return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
