import { add, count, emptyBitset, has, intersect, unite, type Bitset } from './bitset.ts';
import { daily } from './daily.ts';
import type { Entry } from './entry.ts';
import { conceptsOfGroup, type Fact } from './facts.ts';
import type { SearchRequest } from './request.ts';
import { chosen } from './request.ts';
import { conceptTerm } from './senses.ts';
import { facetsOn } from './day-facets.ts';
import type { Snapshot } from './snapshot.ts';
import { withAny, withNone } from './value-set.ts';

/**
 * What decides: where one of so many best answers is not what the words name, the filter would hide it. »Værested
 * Nørrebro« is answered by the one across the lake when Nørrebro has none, and not by all that Nørrebro has.
 */
export const bestAnswers = 10;
/** One that is elsewhere among nine that are here is less missed than the filter would be. */
const mayHide = 1;

/** What the words of a query leave of what they found. */
export interface ByWords {
	readonly set: Bitset;
	/** only what suits every fact in the words; otherwise what suits some is shown as well */
	readonly strict: boolean;
	/** how many suit every fact */
	readonly exact: number;
}

/** Who says it by a filter has no need to be understood by words as well. */
export function isChosen(request: SearchRequest, { facet }: Fact): boolean {
	if (facet === 'age') return request.age !== undefined || chosen(request, 'age_group').length > 0;
	return chosen(request, facet).length > 0;
}

/** Whether there is anything in this catalogue that the fact could find. */
export function tellsApart(snapshot: Snapshot, fact: Fact, now: Date): boolean {
	if (fact.facet === 'age' || fact.facet === 'gender') return true;
	const values = fact.facet === 'open' ? facetsOn(snapshot, now).open : snapshot.facets[fact.facet];
	return fact.values.some((value) => values.has(value));
}

/**
 * Narrows what the words found by the facts they name, as long as that hides next to none of the best answers: all facts, else
 * those about whom an offer is for, else none. What nobody has said excludes nothing.
 * @param hits what the words found; not changed
 * @param first the best of them, where what suits the facts less stands lower
 */
export function narrowByWords(
	snapshot: Snapshot,
	facts: readonly Fact[],
	hits: Bitset,
	first: readonly number[],
	now: Date,
): ByWords {
	if (facts.length === 0) return { set: hits, strict: true, exact: count(hits) };
	const within = (set: Bitset, narrowing: readonly Fact[]) =>
		narrowing.reduce<Bitset>((left, fact) => intersect(left, suiting(snapshot, fact, now)), set.slice());
	const missed = first.length < bestAnswers ? 0 : mayHide;
	const hidesNone = (set: Bitset) => first.filter((document) => !has(set, document)).length <= missed;
	const forThem = within(
		hits,
		facts.filter(({ facet }) => facet === 'gender' || facet === 'age'),
	);
	const suited = within(forThem, facts);
	const exact = count(suited);
	if (hidesNone(suited)) return { set: suited, strict: true, exact };
	return { set: hidesNone(forThem) ? forThem : hits, strict: false, exact };
}

/** By fact, as JSON. */
const suitingToday = daily<Map<string, Bitset>>(function* () {
	return new Map();
});
/** More facts than people ask for in a day; beyond, they are worked out anew. */
const mostKept = 200;

/** The offers that suit a fact, and those of which it is not known. */
function suiting(snapshot: Snapshot, fact: Fact, now: Date): Bitset {
	const known = suitingToday.on(snapshot, now);
	if (known.size > mostKept) known.clear();
	const key = JSON.stringify(fact);
	let set = known.get(key);
	if (!set) known.set(key, (set = work(snapshot, fact, now)));
	return set;
}

function work(snapshot: Snapshot, fact: Fact, now: Date): Bitset {
	const size = snapshot.entries.length;
	const all = (suits: (entry: Entry) => boolean) => {
		const set = emptyBitset(size);
		for (const [document, entry] of snapshot.entries.entries()) if (suits(entry)) add(set, document);
		return set;
	};
	switch (fact.facet) {
		case 'age': {
			const [from, to] = fact.years;
			return all(({ minimumAge = 0, maximumAge = 200 }) => minimumAge <= to && maximumAge >= from);
		}
		case 'gender':
			return all(({ gender }) => gender === 'everyone' || fact.values.includes(gender));
		case 'free':
			return all(({ free }) => free !== false);
		case 'open':
			return withAny(facetsOn(snapshot, now).open, [...fact.values, 'unknown'], size);
		default: {
			const facet = snapshot.facets[fact.facet];
			const set = unite(withAny(facet, fact.values, size), withNone(facet, size));
			if (fact.facet === 'target_group') for (const code of fact.values) addSpeakingOf(snapshot, code, set);
			return set;
		}
	}
}

/** An offer that speaks of a group is for it, however it is tagged. */
function addSpeakingOf({ text: { index } }: Snapshot, code: string, set: Bitset): void {
	for (const concept of conceptsOfGroup(code)) {
		const term = index.terms.get(conceptTerm(concept));
		if (term === undefined) continue;
		const end = index.starts[term + 1] ?? 0;
		for (let at = index.starts[term] ?? 0; at < end; at++) add(set, index.postings[at] ?? 0);
	}
}
