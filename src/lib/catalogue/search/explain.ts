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

/** The alternative by which an offer meets a need; of several the one that weighs most. */
function reasonFor(index: InvertedIndex, need: Need, document: number): Alternative | undefined {
	let found: Alternative | undefined;
	let strongest = 0;
	for (const alternative of need.alternatives) {
		const impacts = alternative.terms.map((term) => impact(index, term, document));
		const value = (alternative.factor * impacts.reduce((a, b) => a + b, 0)) / (impacts.length || 1);
		if (alternative.literal && value > 0) return alternative;
		if (value > strongest) {
			strongest = value;
			found = alternative;
		}
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
	const reasons: Explanation[] = [];
	for (const need of query.needs) {
		const reason = reasonFor(text.index, need, document);
		const [term] = reason?.terms ?? [];
		if (!reason || reason.literal || term === undefined) continue;
		const found = wordFor(text, entry, text.index.terms.get(term) ?? -1);
		if (found && found !== need.typed) reasons.push({ typed: need.typed, found });
		if (reasons.length === mostReasons) break;
	}
	return reasons;
}
