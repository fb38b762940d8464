import { add, bitsetOf, emptyBitset, has, type Bitset } from './bitset.ts';
import { daily } from './daily.ts';
import type { Demand } from './demands.ts';
import type { Person } from './person.ts';
import type { Wish } from './match.ts';
import { facetsOn } from './day-facets.ts';
import { eachOf } from './slices.ts';
import type { Snapshot } from './snapshot.ts';
import { withAny, withNone } from './value-set.ts';

/**
 * What is left of the score of an offer that lacks what was asked for in words, and of one of which it is not known. A
 * question is not a filter: a good offer next door is still an answer. Hours are nearly one: a closed door helps nobody.
 */
const left: Readonly<Record<Demand['kind'], { without: number; unsure: number }>> = {
	district: { without: 0.5, unsure: 0.7 },
	language: { without: 0.5, unsure: 0.6 },
	open: { without: 0.08, unsure: 0.25 },
	free: { without: 0.6, unsure: 0.8 },
	mode: { without: 0.5, unsure: 0.5 },
};

/** An offer that says it is for others than the person asked about. */
const forOthers = 0.4;
/** An offer for relatives, when nobody asked about relatives. */
const forThoseAround = 0.7;
/** Content that nobody has confirmed for a year sinks; a full offer is a little less of an answer than an open one. */
const stale = 0.85;
const takesNobody = 0.96;
/** Each referral that an offer's text has led astray makes it a worse answer; more than three say no more. */
const doubted = 0.88;
const mostDoubts = 3;

/** Facts asked for in words, as sets of this catalogue. A fact that no offer has is left out: it tells none apart. */
export function wishesOf(snapshot: Snapshot, demands: readonly Demand[], now: Date): Wish[] {
	const size = snapshot.entries.length;
	const none = emptyBitset(size);
	return demands.flatMap((demand) => {
		const { set, perhaps } = setsOf(snapshot, demand, now, none);
		return set.some((word) => word !== 0) ? [{ set, perhaps, ...left[demand.kind] }] : [];
	});
}

function setsOf(snapshot: Snapshot, demand: Demand, now: Date, none: Bitset): { set: Bitset; perhaps: Bitset } {
	const size = snapshot.entries.length;
	const { facets } = snapshot;
	switch (demand.kind) {
		case 'district':
		case 'language': {
			const facet = facets[demand.kind];
			return { set: withAny(facet, demand.codes, size), perhaps: withNone(facet, size) };
		}
		case 'open': {
			const { open } = facetsOn(snapshot, now);
			return { set: withAny(open, demand.codes, size), perhaps: withAny(open, ['unknown'], size) };
		}
		case 'free':
			return { set: withAny(facets.free, ['1'], size), perhaps: none };
		case 'mode':
			return { set: withAny(facets.mode, demand.codes, size), perhaps: none };
	}
}

/** The ISO date a year before another; on 29 February the first of March. */
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('02-29', '03-01')}`;

interface Quality {
	/** by document: what its score counts, whoever asks */
	readonly shares: Float32Array;
	readonly forRelatives: Bitset;
}

const quality = daily<Quality>(function* ({ entries }, day) {
	const staleBefore = yearBefore(day);
	const shares = new Float32Array(entries.length);
	const forRelatives = emptyBitset(entries.length);
	yield* eachOf(entries, ({ capacity, confirmed, doubts, forRelatives: isForRelatives }, document) => {
		const open = capacity === 'full' || capacity === 'paused' ? takesNobody : 1;
		const trusted = doubted ** Math.min(doubts, mostDoubts);
		shares[document] = open * trusted * (confirmed !== undefined && confirmed < staleBefore ? stale : 1);
		if (isForRelatives) add(forRelatives, document);
	});
	return { shares, forRelatives };
});

/** Older than anybody. */
const anyAge = 200;

/** Whom the offers admit, side by side: to look up a hundred thousand offers one by one takes longer than to find them. */
interface Admitted {
	/** offers that are for the other gender alone */
	readonly others: Readonly<Record<'women' | 'men', Bitset>>;
	/** years, by document */
	readonly youngest: Uint8Array;
	readonly oldest: Uint8Array;
}
const admitted = new WeakMap<Snapshot, Admitted>();

function admittedIn(snapshot: Snapshot): Admitted {
	const known = admitted.get(snapshot);
	if (known) return known;
	const { entries } = snapshot;
	const notFor = (gender: 'women' | 'men') =>
		bitsetOf(
			entries.length,
			[...entries.keys()].filter((document) => !['everyone', gender].includes(entries[document]?.gender ?? 'everyone')),
		);
	const years = (value: number) => Math.min(value, anyAge);
	const made = {
		others: { women: notFor('women'), men: notFor('men') },
		youngest: Uint8Array.from(entries, ({ minimumAge = 0 }) => years(minimumAge)),
		oldest: Uint8Array.from(entries, ({ maximumAge = anyAge }) => years(maximumAge)),
	};
	admitted.set(snapshot, made);
	return made;
}

/**
 * Sets back the offers that suit this person less: those for others, those for relatives, those nobody keeps up.
 * @param documents of which the first `length` count
 * @param scores by document; changed
 */
export function weighSuitability(
	snapshot: Snapshot,
	{ documents, length, scores }: { documents: Uint32Array; length: number; scores: Float32Array },
	person: Person,
	asksForRelatives: boolean,
	now: Date,
): void {
	const { shares, forRelatives } = quality.on(snapshot, now);
	for (let at = 0; at < length; at++) {
		const document = documents[at] ?? 0;
		let share = shares[document] ?? 1;
		if (!asksForRelatives && has(forRelatives, document)) share *= forThoseAround;
		scores[document] = (scores[document] ?? 0) * share;
	}
	const { gender, age } = person;
	if (!gender && !age) return;
	const { others, youngest, oldest } = admittedIn(snapshot);
	const notFor = gender && others[gender];
	const [from, to] = age ?? [0, anyAge];
	for (let at = 0; at < length; at++) {
		const document = documents[at] ?? 0;
		let share = notFor && has(notFor, document) ? forOthers : 1;
		if ((youngest[document] ?? 0) > to || (oldest[document] ?? 0) < from) share *= forOthers;
		if (share < 1) scores[document] = (scores[document] ?? 0) * share;
	}
}
