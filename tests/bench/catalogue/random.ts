/** Numbers from 0 up to 1 that look random and are the same every time. */
export type Random = () => number;

/** The mulberry32 generator: 32 bits of state are plenty for texts. */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
}

/** Any of them, each as often. @param items at least one */
export function pick<T>(random: Random, items: readonly T[]): T {
	const item = items[Math.floor(random() * items.length)];
	if (item === undefined) throw new Error('nothing to pick from');
	return item;
}

/** A whole number from the first through the last. */
export const between = (random: Random, first: number, last: number): number =>
	first + Math.floor(random() * (last - first + 1));

/** The same in another order (Fisher and Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
	const result = [...items];
	for (let at = result.length - 1; at > 0; at--) {
		const other = between(random, 0, at);
		const kept = result[at] as T;
		result[at] = result[other] as T;
		result[other] = kept;
	}
	return result;
}

/** About the middle, as a Gaussian of deviation 1: the sum of twelve evens is near enough. */
export function around(random: Random): number {
	let sum = -6;
	for (let each = 0; each < 12; each++) sum += random();
	return sum;
}

/**
 * Draws items by Zipf's law: the second half as often as the first, the third a third as often. So words are in
 * languages, and so are the queries people type.
 * @param items most frequent first
 */
export function zipf<T>(items: readonly T[]): (random: Random) => T {
	const upTo = new Float64Array(items.length);
	let sum = 0;
	for (let rank = 0; rank < items.length; rank++) upTo[rank] = sum += 1 / (rank + 1);
	return (random) => {
		const wanted = random() * sum;
		let low = 0;
		let high = items.length - 1;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((upTo[middle] ?? 0) < wanted) low = middle + 1;
			else high = middle;
		}
		return items[low] as T;
	};
}
