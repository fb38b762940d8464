import type { Entry } from './entry.ts';
import { fieldsOf } from './lexicon.ts';
import type { InvertedIndex } from './inverted-index.ts';
import type { Alternative } from './alternatives.ts';
import { phraseAt } from './form-table.ts';
import type { Need } from './needs.ts';
import type { Query } from './query.ts';
import { conceptTerm } from './senses.ts';
import type { TextIndex } from './text-index.ts';
import type { Phrase } from './thesaurus.ts';

/** Why an offer was found although it does not say what was typed: »regninger → gældsrådgivning«. */
export interface Explanation {
	readonly typed: string;
	/** the word of the offer, in small letters */
	readonly found: string;
}

/** More than two reasons are a riddle. */
const mostReasons = 2;
/** What brings less than this share of what brings most is no reason: »far → sociale« beside »dement → demens«. */
const leastShare = 0.3;

/** How strongly a document has a term, 0 to 255. */
function impact(index: InvertedIndex, term: string, document: number): number {
	const number = index.terms.get(term);
	if (number === undefined) return 0;
	let low = index.starts[number] ?? 0;
	let high = index.starts[number + 1] ?? 0;
	while (low < high) {
		const middle = (low + high) >> 1;
		const at = index.postings[middle] ?? 0;
		if (at === document) return index.impacts[middle] ?? 0;
		if (at < document) low = middle + 1;
		else high = middle;
	}
	return 0;
}

interface Reason {
	readonly need: Need;
	readonly by: Alternative;
	/** what it brings the offer */
	readonly value: number;
}

/** By which alternative an offer meets a need: by what was typed, else by the one that weighs most. */
function reasonFor(index: InvertedIndex, need: Need, document: number): Reason | undefined {
	let found: Reason | undefined;
	const share = need.weight ?? 1;
	for (const alternative of need.alternatives) {
		const impacts = alternative.terms.map((term) => impact(index, term, document));
		const value = (share * alternative.factor * impacts.reduce((a, b) => a + b, 0)) / (impacts.length || 1);
		const reason = { need, by: alternative, value };
		if (alternative.literal && value > 0) return reason;
		if (value > (found?.value ?? 0)) found = reason;
	}
	return found;
}

/** The word or phrase of an offer that counts as a term, from its name before its description. */
function wordFor(text: TextIndex, entry: Entry, term: number): string | undefined {
	const { forms, lexicon, index } = text;
	const encoded = entry.text;
	const meansTerm = ({ meanings }: Phrase) =>
		meanings.some(({ concept }) => index.terms.get(conceptTerm(concept)) === term);
	for (const { from, to } of fieldsOf(encoded)) {
		for (let at = from; at < to; at++) {
			const form = encoded[at] ?? 0;
			if (forms.terms[form]?.includes(term)) return lexicon.shown(form);
			const phrase = phraseAt(encoded, at, to, forms, meansTerm);
			if (!phrase) continue;
			return [...encoded.subarray(at, Math.min(to, at + phrase.stems.length))]
				.map((each) => lexicon.shown(each))
				.join(' ');
		}
	}
	return undefined;
}

/** Why this offer is among the answers; empty when it says itself what was asked for. */
export function explain(text: TextIndex, query: Query, entry: Entry, document: number): Explanation[] {
	const reasons = query.needs.flatMap((need) => reasonFor(text.index, need, document) ?? []);
	const most = Math.max(...reasons.map(({ value }) => value));
	return reasons
		.filter(({ by, value }) => !by.literal && value >= most * leastShare)
		.flatMap(({ need, by }) => {
			const found = wordFor(text, entry, text.index.terms.get(by.terms[0] ?? '') ?? -1);
			return found && found !== need.typed ? [{ typed: need.typed, found }] : [];
		})
		.slice(0, mostReasons);
}
