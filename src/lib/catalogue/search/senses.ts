import type { Splitter } from './compounds.ts';
import { root, stem } from './stem.ts';
import { denotes, isReadInOffers, type Thesaurus } from './thesaurus.ts';

/** A term of the index that a word counts as, and how much: 1 is the word itself. */
export interface Sense {
	readonly term: string;
	readonly factor: number;
}

/** Concepts are terms like stems are, with a sign no word has. */
export const conceptTerm = (id: string): string => `#${id}`;

/** A word also counts as what it is derived from, its compound's parts and the concept it denotes, but for less. */
const factors = { root: 0.7, part: 0.7, rootOfPart: 0.5, conceptOfPart: 0.6, cue: 0.35 };

/** The parts of a compound, and their parts. */
function partsOf(word: string, splitter: Splitter, depth = 0): string[] {
	if (depth > 2) return [];
	return splitter.split(word).flatMap((part) => [part, ...partsOf(part, splitter, depth + 1)]);
}

/**
 * What a word of an offer counts as in the index.
 * @param word folded
 * @returns the word's own stem first
 */
export function sensesOf(word: string, splitter: Splitter, thesaurus: Thesaurus): Sense[] {
	const found = new Map<string, number>();
	const sense = (term: string, factor: number) => found.set(term, Math.max(factor, found.get(term) ?? 0));
	const own = stem(word);
	sense(own, 1);
	sense(root(own), factors.root);
	// »Regninger« in an offer hints at debt; the offer may be about anything.
	for (const { concept, kind } of thesaurus.meaningsOf(word)) {
		if (!isReadInOffers(kind)) continue;
		sense(conceptTerm(concept), denotes(kind) ? 1 : factors.cue);
	}
	for (const part of partsOf(word, splitter)) {
		const stemmed = stem(part);
		sense(stemmed, factors.part);
		sense(root(stemmed), factors.rootOfPart);
		for (const { concept, kind } of thesaurus.meaningsOf(part)) {
			if (denotes(kind)) sense(conceptTerm(concept), factors.conceptOfPart);
		}
	}
	return [...found].map(([term, factor]) => ({ term, factor }));
}
