/**
 * The best `limit` documents by score, best first; of equals the lower number.
 * A heap of `limit`: reading n scores costs n comparisons and few moves.
 * @param documents how many of `candidates` count
 */
export function best(
	candidates: ArrayLike<number>,
	documents: number,
	scores: ArrayLike<number>,
	limit: number,
): number[] {
	const heap: number[] = [];
	/** whether a is worse than b */
	const worse = (a: number, b: number) => {
		const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
		return difference < 0 || (difference === 0 && a > b);
	};
	const at = (index: number) => heap[index] ?? 0;
	const sink = (value: number) => {
		let index = 0;
		for (;;) {
			let child = index * 2 + 1;
			if (child >= heap.length) break;
			if (child + 1 < heap.length && worse(at(child + 1), at(child))) child++;
			if (!worse(at(child), value)) break;
			heap[index] = at(child);
			index = child;
		}
		heap[index] = value;
	};
	const rise = (value: number) => {
		let index = heap.length;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!worse(value, at(parent))) break;
			heap[index] = at(parent);
			index = parent;
		}
		heap[index] = value;
	};
	if (limit <= 0) return [];
	for (let index = 0; index < documents; index++) {
		const document = candidates[index] ?? 0;
		if (heap.length < limit) rise(document);
		else if (worse(at(0), document)) sink(document);
	}
	return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}
