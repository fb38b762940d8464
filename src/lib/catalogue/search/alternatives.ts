import type { CatalogueWords } from './catalogue-words.ts';
import { conceptTerm } from './senses.ts';
import { root, stem } from './stem.ts';
import { formHeads, negations, stopWords } from './stop-words.ts';
import type { TextIndex } from './text-index.ts';
import type { Meaning, Phrase } from './thesaurus.ts';

/** One way in which an offer can meet a need: all of these terms, the rare ones weighing most. */
export interface Alternative {
	readonly terms: readonly string[];
	/** 1: what was typed; less: something near it */
	readonly factor: number;
	/** it is what was typed, so that nobody needs to be told why it was found */
	readonly literal?: true;
}

/** What a match is worth beside the word itself. */
const worth = {
	root: 0.7,
	parts: 0.8,
	/** the concept a word belongs to, and the concepts near that one */
	meaning: {
		word: { itself: 0.9, around: 0.4 },
		cue: { itself: 0.9, around: 0.45 },
		kind: { itself: 0.4, around: 0 },
		sign: { itself: 0.9, around: 0.45 },
		hint: { itself: 0.4, around: 0.1 },
	},
	conceptOfPart: 0.25,
	/** »gældshjælp«: how help is given is said by the end, and the matter by the beginning */
	conceptOfMatter: 0.8,
	/** »fængselsbørn«: as if the two words stood apart */
	conceptOfPair: 0.9,
	phraseWords: 0.6,
	/** some words of a phrase, when the others say nothing alone: »passer« of »passer ikke ind« */
	someOfPhrase: 0.45,
	/** a cue said literally: »regninger« may stand in any offer */
	literalCue: 0.9,
	completion: 0.85,
	/** a word that begins with it */
	compound: 0.65,
};

const saysNothing: ReadonlySet<string> = new Set([...negations, ...stopWords].map(stem));

/** The stems of a phrase that say something by themselves. */
export const sayingStems = ({ stems }: Phrase): string[] => stems.filter((each) => !saysNothing.has(each));

/** What a word can be found by, the strongest first. */
export function alternativesOfWord(
	{ thesaurus, splitter }: TextIndex,
	catalogue: CatalogueWords,
	word: string,
	completions: readonly string[],
): Alternative[] {
	const own = stem(word);
	const meanings = thesaurus.meanings(own);
	const ofMeanings = (list: readonly Meaning[], share: number) => alternativesOfMeanings(thesaurus, list, share);
	const isCue = meanings.length > 0 && meanings.every(({ kind }) => kind === 'cue' || kind === 'sign');
	const found: Alternative[] = [{ terms: [own], factor: isCue ? worth.literalCue : 1, literal: true }];
	const base = root(own);
	if (base !== own) found.push({ terms: [base], factor: worth.root });
	found.push(...ofMeanings(meanings, 1));
	const parts = splitter.split(word);
	if (parts.length > 0) {
		const stems = parts.map(stem);
		found.push({ terms: stems, factor: worth.parts });
		const roots = stems.map(root);
		if (roots.some((each, index) => each !== stems[index]))
			found.push({ terms: roots, factor: worth.parts * worth.root });
		if (meanings.length === 0) {
			for (const [at, part] of stems.entries()) {
				const saysAll = at === 0 && formHeads.has(stems[1] ?? '');
				found.push(...ofMeanings(thesaurus.meanings(part), saysAll ? worth.conceptOfMatter : worth.conceptOfPart));
			}
			const [beginning = '', end = ''] = stems;
			if (stems.length === 2) found.push(...ofMeanings(thesaurus.meaningsOfPair(beginning, end), worth.conceptOfPair));
		}
	}
	for (const compound of completions.length > 0 ? [] : catalogue.compoundsOf(word)) {
		found.push({ terms: [stem(compound)], factor: worth.compound });
	}
	for (const ending of completions) {
		found.push({ terms: [stem(ending)], factor: worth.completion, literal: true });
		found.push(...ofMeanings(thesaurus.meanings(stem(ending)), worth.conceptOfPart));
	}
	return strongest(found);
}

/** What words that mean something together can be found by, the strongest first. */
export function alternativesOfPhrase({ thesaurus }: TextIndex, phrase: Phrase): Alternative[] {
	const saying = sayingStems(phrase);
	const found = alternativesOfMeanings(thesaurus, phrase.meanings, 1);
	if (saying.length > 0) {
		const factor = saying.length === phrase.stems.length ? worth.phraseWords : worth.someOfPhrase;
		found.push({ terms: saying, factor, literal: true });
	}
	for (const each of saying) {
		found.push(...alternativesOfMeanings(thesaurus, thesaurus.meanings(each), worth.conceptOfPart));
	}
	return strongest(found);
}

function alternativesOfMeanings(
	thesaurus: TextIndex['thesaurus'],
	meanings: readonly Meaning[],
	share: number,
): Alternative[] {
	return meanings.flatMap(({ concept, kind }) => {
		const near = thesaurus.concepts.get(concept)?.near ?? [];
		const { itself, around } = worth.meaning[kind];
		const wider = around === 0 ? [] : near.map((id) => ({ terms: [conceptTerm(id)], factor: share * around }));
		return [{ terms: [conceptTerm(concept)], factor: share * itself }, ...wider];
	});
}

/** Each set of terms once, with its best factor; strongest first. */
export function strongest(alternatives: readonly Alternative[]): Alternative[] {
	const byTerms = new Map<string, Alternative>();
	for (const alternative of alternatives) {
		const key = alternative.terms.join(' ');
		const known = byTerms.get(key);
		if (!known || known.factor < alternative.factor) byTerms.set(key, alternative);
	}
	return [...byTerms.values()].sort((a, b) => b.factor - a.factor);
}
