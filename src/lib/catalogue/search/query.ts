import { demandsIn, isWhenever, personIn, type FoundDemand, type Person } from './demands.ts';
import { conceptTerm } from './senses.ts';
import { Spelling } from './spelling.ts';
import { relationsIn } from './relations.ts';
import { root, stem } from './stem.ts';
import { fillers, formWords, negations, stopWords } from './stop-words.ts';
import type { TextIndex } from './text-index.ts';
import type { Meaning } from './thesaurus.ts';
import { danishSpellings, words } from './words.ts';

/** One way in which an offer can meet a need: all of these terms, the rare ones weighing most. */
export interface Alternative {
	readonly terms: readonly string[];
	/** 1: what was typed; less: something near it */
	readonly factor: number;
	/** it is what was typed, so that nobody needs to be told why it was found */
	readonly literal?: true;
}

/** One thing the query asks for: a word, or words that mean something together. */
export interface Need {
	/** as typed */
	readonly typed: string;
	/** the strongest first */
	readonly alternatives: readonly Alternative[];
	/** the vocabulary of the field has it; other words may be there by the way */
	readonly known: boolean;
	/** says about whom or in which form, beside needs that say what about */
	readonly aside?: true;
}

/** A query, understood. */
export interface Query {
	readonly needs: readonly Need[];
	readonly demands: readonly FoundDemand[];
	readonly person: Person;
	/** somebody near the citizen is spoken of, so that an offer for relatives may be the answer */
	readonly ofRelative: boolean;
	/** words that were taken for others */
	readonly corrections: readonly { readonly typed: string; readonly meant: string }[];
	/** words that stand in no offer, and nothing like them */
	readonly unknown: readonly string[];
}

/** A query while it is being read. */
interface Reading {
	readonly typed: readonly string[];
	readonly meant: string[];
	readonly completions: Map<number, string[]>;
	readonly corrections: { typed: string; meant: string }[];
	readonly unknown: string[];
}

/** What a match is worth beside the word itself. */
const worth = {
	root: 0.7,
	parts: 0.8,
	/** the concept a word belongs to, and the concepts near that one */
	meaning: {
		word: { itself: 0.9, around: 0.35 },
		cue: { itself: 0.95, around: 0.4 },
		kind: { itself: 0.4, around: 0 },
	},
	conceptOfPart: 0.45,
	phraseWords: 0.75,
	/** a cue said literally: »regninger« may stand in any offer */
	literalCue: 0.9,
	completion: 0.85,
	/** a word that begins with it */
	compound: 0.65,
};

/** How many endings of a word being typed are tried, the most common first. */
const mostCompletions = 12;
/** One letter begins half the catalogue. */
const shortestBeginning = 2;
/** A shorter word begins others by chance, and so does one before a shorter rest. */
const shortestOfCompound = 5;
const shortestRest = 4;
/** What makes another word of one rather than a compound. */
const derivation = /^(?:lig|ig|isk|els|ing|ning|hed|skab|er(?:e|n|$)|ende|ede|ist|tion)/u;
const longestQuery = 24;

/** Reads queries against one catalogue. */
export class QueryReader {
	readonly #text: TextIndex;
	#spelling: Spelling | undefined;

	constructor(text: TextIndex) {
		this.#text = text;
	}

	/** @param text as typed; a last word without a space behind it may be unfinished */
	read(text: string): Query {
		const typed = words(text).slice(0, longestQuery);
		const unfinished = !/[\s.,;:!?]$/u.test(text);
		const reading: Reading = { typed, meant: [], completions: new Map(), corrections: [], unknown: [] };
		for (const [index, word] of typed.entries()) {
			reading.meant.push(this.#meant(word, index, unfinished && index === typed.length - 1, reading));
		}
		const demands = demandsIn(reading.meant);
		const needs = this.#needs(reading, demands);
		const { corrections, unknown, meant } = reading;
		const ofRelative = relationsIn(meant).size > 0;
		return { needs, demands, person: personIn(meant), ofRelative, corrections, unknown };
	}

	/** The word as the catalogue has it; what became of it is noted. */
	#meant(word: string, index: number, unfinished: boolean, reading: Reading): string {
		if (stopWords.has(word)) return word;
		const found = this.#recognise(word);
		if (found !== undefined) return found;
		const endings = unfinished ? this.#completions(word) : [];
		if (endings.length > 0) {
			reading.completions.set(index, endings);
			return word;
		}
		const near = this.#nearest(word);
		if (near === undefined && this.#compoundsOf(word).length === 0) reading.unknown.push(word);
		else if (near !== undefined) reading.corrections.push({ typed: word, meant: near });
		return near ?? word;
	}

	/** The word as the catalogue spells it; undefined when nothing there is like it. */
	#recognise(word: string): string | undefined {
		if (this.#isKnown(word)) return word;
		return (
			danishSpellings(word).find((spelling) => this.#isKnown(spelling)) ?? (this.#isCompound(word) ? word : undefined)
		);
	}

	#isKnown(word: string): boolean {
		const stemmed = stem(word);
		const { thesaurus } = this.#text;
		return this.#count(stemmed) > 0 || thesaurus.stems.has(stemmed) || demandsIn([word]).length > 0;
	}

	#isCompound(word: string): boolean {
		return this.#text.splitter.split(word).length > 1;
	}

	#count(term: string): number {
		const { terms, starts } = this.#text.index;
		const number = terms.get(term);
		return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
	}

	#completions(beginning: string): string[] {
		return beginning.length < shortestBeginning ? [] : this.#formsWith(beginning).slice(0, mostCompletions);
	}

	/**
	 * Compounds of the catalogue that a word begins: `skimmel` → `skimmelpatrulje`, also where nothing else tells that
	 * the rest is a word.
	 */
	#compoundsOf(word: string): string[] {
		const own = stem(word);
		const beginning = own.length < shortestOfCompound ? word : own;
		if (beginning.length < shortestOfCompound) return [];
		return this.#formsWith(beginning)
			.filter((form) => {
				const rest = form.slice(beginning.length);
				return rest.length >= shortestRest && !derivation.test(rest) && stem(form) !== own;
			})
			.slice(0, mostCompletions);
	}

	/** Forms of the catalogue that begin so, the most common first. */
	#formsWith(beginning: string): string[] {
		const { sortedForms, lexicon, formCounts } = this.#text;
		let low = 0;
		let high = sortedForms.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sortedForms[middle] ?? '') < beginning) low = middle + 1;
			else high = middle;
		}
		const found: string[] = [];
		for (let at = low; at < sortedForms.length && sortedForms[at]?.startsWith(beginning); at++) {
			found.push(sortedForms[at] ?? '');
		}
		const count = (form: string) => formCounts[lexicon.number(form)] ?? 0;
		return found.sort((a, b) => count(b) - count(a));
	}

	#nearest(word: string): string | undefined {
		this.#spelling ??= new Spelling(this.#knownWords());
		return this.#spelling.nearest(word);
	}

	#knownWords(): Map<string, number> {
		const { sortedForms, lexicon, formCounts, thesaurus } = this.#text;
		const known = new Map<string, number>();
		for (const word of thesaurus.words) known.set(word, 1);
		for (const form of sortedForms) known.set(form, formCounts[lexicon.number(form)] ?? 0);
		return known;
	}

	#needs(reading: Reading, demands: readonly FoundDemand[]): Need[] {
		const { meant, typed } = reading;
		const counting = meant.map((word, index) => ({ word, index })).filter(({ word }) => !fillers.has(word));
		const stems = counting.map(({ word }) => stem(word));
		const relations = relationsIn(meant);
		const inPhrase = new Set<number>();
		const needs: { at: number; need: Need }[] = [];
		for (const { phrase, at } of this.#text.thesaurus.phrasesIn(stems)) {
			for (const place of at) inPhrase.add(place);
			const places = [...at].sort((a, b) => a - b);
			const said = places.map((place) => typed[counting[place]?.index ?? 0] ?? '').join(' ');
			const literal = phrase.stems.filter((each) => !negations.has(each) && !stopWords.has(each));
			const alternatives = [...this.#ofMeanings(phrase.meanings, 1)];
			if (literal.length > 0) alternatives.push({ terms: literal, factor: worth.phraseWords, literal: true });
			for (const each of literal) {
				alternatives.push(...this.#ofMeanings(this.#text.thesaurus.meanings(each), worth.conceptOfPart));
			}
			needs.push({ at: places[0] ?? 0, need: { typed: said, alternatives: strongest(alternatives), known: true } });
		}
		const free = counting.map((each, place) => ({ ...each, place })).filter(({ place }) => !inPhrase.has(place));
		const content = free.filter(({ word }) => !stopWords.has(word));
		const isDemand = new Set(demands.map(({ at }) => at));
		const topics = content.filter(({ index }) => !isDemand.has(index) && !isWhenever(meant, index));
		// »Nørrebro« beside a topic only says where; alone it is what was asked, and so is »hvem kan hjælpe«.
		const asked = topics.length > 0 || needs.length > 0 ? topics : content.length > 0 ? content : free;
		const isAboutMore =
			inPhrase.size > 0 || asked.some(({ word, index }) => !relations.has(index) && !formWords.has(word));
		for (const { word, index, place } of asked) {
			const alternatives = this.#findable(word, index, reading);
			const known = alternatives.some(({ terms }) => terms[0]?.startsWith('#'));
			const beside = relations.has(index) || formWords.has(word);
			const aside = beside && isAboutMore ? { aside: true as const } : {};
			needs.push({ at: place, need: { typed: typed[index] ?? word, alternatives, known, ...aside } });
		}
		return needs.sort((a, b) => a.at - b.at).map(({ need }) => need);
	}

	/** What a word can be found by. A word of the field that no offer has is taken for one like it that some offer has. */
	#findable(word: string, index: number, reading: Reading): Alternative[] {
		const alternatives = this.#ofWord(word, reading.completions.get(index) ?? []);
		if (alternatives.some(({ terms }) => terms.some((term) => this.#count(term) > 0))) return alternatives;
		const near = this.#nearest(word);
		if (near === undefined || near === word) {
			if (!reading.unknown.includes(word)) reading.unknown.push(word);
			return alternatives;
		}
		reading.corrections.push({ typed: word, meant: near });
		return this.#ofWord(near, []);
	}

	#ofWord(word: string, completions: readonly string[]): Alternative[] {
		const { thesaurus } = this.#text;
		const own = stem(word);
		const meanings = thesaurus.meanings(own);
		const isCue = meanings.length > 0 && meanings.every(({ kind }) => kind === 'cue');
		const found: Alternative[] = [{ terms: [own], factor: isCue ? worth.literalCue : 1, literal: true }];
		const base = root(own);
		if (base !== own) found.push({ terms: [base], factor: worth.root });
		found.push(...this.#ofMeanings(meanings, 1));
		const parts = this.#text.splitter.split(word);
		if (parts.length > 0) {
			const stems = parts.map(stem);
			found.push({ terms: stems, factor: worth.parts });
			const roots = stems.map(root);
			if (roots.some((each, index) => each !== stems[index]))
				found.push({ terms: roots, factor: worth.parts * worth.root });
			if (meanings.length === 0) {
				for (const part of stems) found.push(...this.#ofMeanings(thesaurus.meanings(part), worth.conceptOfPart));
			}
		}
		for (const compound of completions.length > 0 ? [] : this.#compoundsOf(word)) {
			found.push({ terms: [stem(compound)], factor: worth.compound });
		}
		for (const ending of completions) {
			found.push({ terms: [stem(ending)], factor: worth.completion, literal: true });
			found.push(...this.#ofMeanings(thesaurus.meanings(stem(ending)), worth.conceptOfPart));
		}
		return strongest(found);
	}

	#ofMeanings(meanings: readonly Meaning[], share: number): Alternative[] {
		return meanings.flatMap(({ concept, kind }) => {
			const near = this.#text.thesaurus.concepts.get(concept)?.near ?? [];
			const { itself, around } = worth.meaning[kind];
			const wider = around === 0 ? [] : near.map((id) => ({ terms: [conceptTerm(id)], factor: share * around }));
			return [{ terms: [conceptTerm(concept)], factor: share * itself }, ...wider];
		});
	}
}

/** Each set of terms once, with its best factor; strongest first. */
function strongest(alternatives: readonly Alternative[]): Alternative[] {
	const byTerms = new Map<string, Alternative>();
	for (const alternative of alternatives) {
		const key = alternative.terms.join(' ');
		const known = byTerms.get(key);
		if (!known || known.factor < alternative.factor) byTerms.set(key, alternative);
	}
	return [...byTerms.values()].sort((a, b) => b.factor - a.factor);
}
