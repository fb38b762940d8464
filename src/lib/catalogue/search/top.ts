/**
 * The best `limit` documents by score, best first; of equals the lower number.
 * A heap of `limit` with the worst on top: reading n scores costs n comparisons and few moves.
 * @param candidates document numbers, of which the first `length` count
 * @param scores by document number
 */
export function best(candidates: Uint32Array, length: number, scores: Float32Array, limit: number): number[] {
	const heap = new Uint32Array(Math.min(limit, length));
	let size = 0;
	if (heap.length === 0) return [];
	let least = -Infinity;
	for (let index = 0; index < length; index++) {
		const document = candidates[index] ?? 0;
		if (size < heap.length) {
			rise(heap, size++, document, scores);
		} else {
			const score = scores[document] ?? 0;
			if (score < least || !isWorse(heap[0] ?? 0, document, scores)) continue;
			sink(heap, size, document, scores);
		}
		least = scores[heap[0] ?? 0] ?? 0;
	}
	return [...heap].sort((a, b) => (isWorse(a, b, scores) ? 1 : -1));
}

/**
 * Keeps the candidates that are worth at least `share` of the best one, and the best `few` whatever they are worth.
 * @returns how many are left, at the beginning of `candidates`
 */
export function keepWorthy(
	candidates: Uint32Array,
	length: number,
	scores: Float32Array,
	{ share, few }: { share: number; few: number },
): number {
	if (length <= few) return length;
	let most = 0;
	for (let index = 0; index < length; index++) most = Math.max(most, scores[candidates[index] ?? 0] ?? 0);
	let worthy = 0;
	for (let index = 0; index < length; index++) {
		const document = candidates[index] ?? 0;
		if ((scores[document] ?? 0) < most * share) continue;
		// Swapped, not overwritten: when too few are worthy, all are still there.
		candidates[index] = candidates[worthy] ?? 0;
		candidates[worthy++] = document;
	}
	if (worthy >= few) return worthy;
	const kept = best(candidates, length, scores, few);
	candidates.set(kept);
	return kept.length;
}

function isWorse(a: number, b: number, scores: Float32Array): boolean {
	const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
	return difference < 0 || (difference === 0 && a > b);
}

/** Puts a document at the end and lets it rise to its place. */
function rise(heap: Uint32Array, end: number, document: number, scores: Float32Array): void {
	let index = end;
	while (index > 0) {
		const parent = (index - 1) >> 1;
		if (!isWorse(document, heap[parent] ?? 0, scores)) break;
		heap[index] = heap[parent] ?? 0;
		index = parent;
	}
	heap[index] = document;
}

/** Puts a document in the place of the worst and lets it sink to its own. */
function sink(heap: Uint32Array, size: number, document: number, scores: Float32Array): void {
	let index = 0;
	for (;;) {
		let child = index * 2 + 1;
		if (child >= size) break;
		if (child + 1 < size && isWorse(heap[child + 1] ?? 0, heap[child] ?? 0, scores)) child++;
		if (!isWorse(heap[child] ?? 0, document, scores)) break;
		heap[index] = heap[child] ?? 0;
		index = child;
	}
	heap[index] = document;
}
