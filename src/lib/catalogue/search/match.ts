import { add, each, has, type Bitset } from './bitset.ts';
import type { InvertedIndex } from './inverted-index.ts';
import type { Alternative } from './alternatives.ts';
import type { Need } from './needs.ts';

/** A fact that offers may have, asked for in words: sets back those that lack it. */
export interface Wish {
	readonly set: Bitset;
	/** offers that may have it: nobody has said */
	readonly perhaps: Bitset;
	/** what is left of the score of those that lack it, and of those that may have it */
	readonly without: number;
	readonly unsure: number;
}

export interface Matches {
	/** document numbers, rising within each need but not over all; only the first `count` are set */
	readonly documents: Uint32Array;
	readonly count: number;
	/** by document number; valid until the next match */
	readonly scores: Float32Array;
}

/** From this factor on an alternative is what was asked and not merely near it. */
const strong = 0.6;
/** With so many offers that have what was asked, those that have something near it are no longer looked for. */
const plenty = 100;
/** So much of a term is as good as all of it when it comes to whether a need is met at all. */
const met = 0.3;
/** What a fact that was asked for is worth beside words. */
const having = 4;
/** What is left of the score of an offer that meets next to nothing of the query. */
const uncovered = 0.6;
/** What a word weighs that the field has no concept for, beside words that it has one for. */
const plainWord = 0.25;
/** Offers that meet less than this share of what the best one meets are not hits. */
const leastShare = 0.3;

/** What a need is met by once more counts so much beside what meets it best. */
const again = 0.3;

/** Working memory, shared by all searches of the process: each runs to its end before the next begins. */
class Scratch {
	scores = new Float32Array(0);
	covered = new Float32Array(0);
	best = new Float32Array(0);
	sum = new Float32Array(0);
	share = new Float32Array(0);
	documents = new Uint32Array(0);
	touched = new Uint32Array(0);
	summed = new Uint32Array(0);

	sizedFor(documents: number): this {
		if (this.scores.length < documents) {
			this.scores = new Float32Array(documents);
			this.covered = new Float32Array(documents);
			this.best = new Float32Array(documents);
			this.sum = new Float32Array(documents);
			this.share = new Float32Array(documents);
			this.documents = new Uint32Array(documents);
			this.touched = new Uint32Array(documents);
			this.summed = new Uint32Array(documents);
		}
		this.scores.fill(0);
		this.covered.fill(0);
		return this;
	}
}
const scratch = new Scratch();

/** How much rarer is worth more (BM25's, never negative). */
const rarity = (documents: number, count: number): number => Math.log(1 + (documents - count + 0.5) / (count + 0.5));

/**
 * Finds the offers that meet the needs of a query, and how well each does.
 * A need counts once however many of its alternatives an offer has; an offer that leaves a need unmet loses by it.
 * @param factsAlone nothing but facts was asked for: what has one of them is found whether or not it says so
 */
export function match(
	index: InvertedIndex,
	needs: readonly Need[],
	wishes: readonly Wish[],
	factsAlone: boolean,
): Matches {
	const { scores, covered, documents, best, touched } = scratch.sizedFor(index.documents);
	let count = 0;
	let total = 0;
	let most = 0;
	const anyKnown = needs.some(({ known }) => known);
	const addsHaving = (factsAlone || needs.length === 0) && wishes.length > 0;
	for (const [which, need] of needs.entries()) {
		const { length, weight: rare } = weigh(index, need);
		if (length === 0) continue;
		const weight = rare * (need.weight ?? 1) * (anyKnown && !need.known ? plainWord : 1);
		total += weight;
		// Of »hjælp til budget for mænd« nothing that is only for men can become a hit any more: it is not even looked at.
		const isTooLittle = which === needs.length - 1 && !addsHaving && weight < most * leastShare;
		for (let at = 0; at < length; at++) {
			const document = touched[at] ?? 0;
			const value = best[document] ?? 0;
			best[document] = 0;
			const before = scores[document] ?? 0;
			if (before === 0) {
				if (isTooLittle) continue;
				documents[count++] = document;
			}
			scores[document] = before + weight * value;
			const cover = (covered[document] ?? 0) + (value < met ? (weight / met) * value : weight);
			covered[document] = cover;
			if (cover > most) most = cover;
		}
	}
	if (addsHaving) {
		count = addHaving(wishes, index.documents, count, total);
		most = total;
	}
	const kept = conclude(count, total, most);
	for (const { set, perhaps, without, unsure } of wishes) {
		for (let at = 0; at < kept; at++) {
			const document = documents[at] ?? 0;
			if (has(set, document)) continue;
			scores[document] = (scores[document] ?? 0) * (has(perhaps, document) ? unsure : without);
		}
	}
	return { documents, count: kept, scores };
}

/** Everything that has one of the facts is as good as what speaks of it, and hardly better when it does both. */
function addHaving(wishes: readonly Wish[], size: number, found: number, total: number): number {
	const { scores, covered, documents } = scratch;
	const any: Bitset = new Uint32Array((size + 31) >>> 5);
	for (const { set } of wishes) each(set, (document) => add(any, document));
	let count = found;
	each(any, (document) => {
		if ((scores[document] ?? 0) === 0) documents[count++] = document;
		scores[document] = having + (scores[document] ?? 0);
		covered[document] = total;
	});
	return count;
}

/** Leaves in scratch what each touched document's best alternative is worth. */
function weigh(index: InvertedIndex, need: Need): { length: number; weight: number } {
	let length = 0;
	let strongly = 0;
	for (const alternative of need.alternatives) {
		if (alternative.factor < strong && strongly > plenty) break;
		length =
			alternative.terms.length === 1 ? takeTerm(index, alternative, length) : takeAll(index, alternative, length);
		if (alternative.factor >= strong) strongly = length;
	}
	return { length, weight: rarity(index.documents, strongly || length) };
}

function takeTerm(index: InvertedIndex, { terms, factor }: Alternative, length: number): number {
	const { best, touched } = scratch;
	const { postings, impacts, starts } = index;
	const term = index.terms.get(terms[0] ?? '');
	if (term === undefined) return length;
	const scale = factor / 255;
	for (let at = starts[term] ?? 0, end = starts[term + 1] ?? 0; at < end; at++) {
		const document = postings[at] ?? 0;
		const value = (impacts[at] ?? 0) * scale;
		const before = best[document] ?? 0;
		if (before === 0) {
			touched[length++] = document;
			best[document] = value;
		} else {
			best[document] = both(before, value);
		}
	}
	return length;
}

/** Two alternatives in one offer say hardly more than the better one: most say the same thing twice. */
const both = (one: number, other: number): number => again * (one + other) + (1 - again) * Math.max(one, other);

/**
 * Several terms that together are the alternative: each brings its share, by rarity, and the sum counts by how much of
 * the whole is there, so that a common half (»hjælp«) is not half of »lektiehjælp«.
 */
function takeAll(index: InvertedIndex, { terms, factor }: Alternative, length: number): number {
	const { best, touched, sum, share, summed } = scratch;
	const { postings, impacts, starts } = index;
	const found = terms.map((name) => index.terms.get(name));
	const weights = found.map((term) =>
		term === undefined
			? rarity(index.documents, 0)
			: rarity(index.documents, (starts[term + 1] ?? 0) - (starts[term] ?? 0)),
	);
	const all = weights.reduce((a, b) => a + b, 0) || 1;
	let count = 0;
	for (const [number, term] of found.entries()) {
		if (term === undefined) continue;
		const part = (weights[number] ?? 0) / all;
		const scale = (factor * part) / 255;
		for (let at = starts[term] ?? 0, end = starts[term + 1] ?? 0; at < end; at++) {
			const document = postings[at] ?? 0;
			if ((sum[document] ?? 0) === 0) summed[count++] = document;
			sum[document] = (sum[document] ?? 0) + (impacts[at] ?? 0) * scale;
			share[document] = (share[document] ?? 0) + part;
		}
	}
	let next = length;
	for (let at = 0; at < count; at++) {
		const document = summed[at] ?? 0;
		const value = (sum[document] ?? 0) * (share[document] ?? 0);
		sum[document] = 0;
		share[document] = 0;
		const before = best[document] ?? 0;
		if (before === 0) touched[next++] = document;
		best[document] = both(before, value);
	}
	return next;
}

/** Sets back what meets only part of the query, and drops what meets too little of it. */
function conclude(count: number, total: number, most: number): number {
	const { scores, covered, documents } = scratch;
	const least = most * leastShare;
	const perCover = (1 - uncovered) / (total || 1);
	let kept = 0;
	for (let at = 0; at < count; at++) {
		const document = documents[at] ?? 0;
		const cover = covered[document] ?? 0;
		if (cover < least) continue;
		scores[document] = (scores[document] ?? 0) * (uncovered + perCover * cover);
		documents[kept++] = document;
	}
	return kept;
}
