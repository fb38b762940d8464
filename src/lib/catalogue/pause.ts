import type { Capacity } from './vocabulary.ts';

/** What an offer has said about its places. Days are ISO dates. */
export interface SaidCapacity {
	readonly capacity: Capacity;
	readonly pausedUntil: string | null;
}

/** A pause lasts through its day. */
export const pauseLasts = (until: string | null, today: string): boolean => until !== null && until >= today;

/** What holds today: when a pause has run out, nobody has said how it is now. */
export function capacityToday({ capacity, pausedUntil }: SaidCapacity, today: string): Capacity {
	if (pauseLasts(pausedUntil, today)) return 'paused';
	return capacity === 'paused' && pausedUntil !== null ? 'unknown' : capacity;
}
