import { derivation } from './compounds.ts';
import { demandsIn } from './demands.ts';
import { englishWritten, isEnglishWord } from './english-forms.ts';
import { isOrdinary } from './ordinary-words.ts';
import { soundOf } from './phonetic.ts';
import { distance, Spelling } from './spelling.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import type { TextIndex } from './text-index.ts';
import { danishSpellings } from './words.ts';

/** How many endings of a word being typed are tried, the most common first. */
const mostCompletions = 12;
/** One letter begins half the catalogue. */
const shortestBeginning = 2;
/** A shorter word begins others by chance, and so does one before a shorter rest. */
const shortestOfCompound = 5;
const shortestRest = 4;

/** In shorter words another letter is another word. */
const shortestCompoundSlip = 7;
const shortestSound = 4;
/** Words that sound alike and are written still more differently have nothing to do with each other. */
const mostLettersOff = 3;

/** »Thin« is no »think« misspelt. */
const shortestEnglishSlip = 6;
/** In so long a word two letters may be wrong. */
const longEnglish = 10;
const englishEnding = /(?:ed|ers?|s|ing|ly|est)$/u;
let knownEnglish: Spelling | undefined;
const englishSpelling = (): Spelling =>
	(knownEnglish ??= new Spelling([...englishWritten].map((word) => [word, 1] as const)));

/** The words that a catalogue and the vocabulary of the field have, and what is like them. */
export class CatalogueWords {
	readonly #text: TextIndex;
	#spelling: Spelling | undefined;
	/** how a word of the field sounds → the word */
	#sounds: ReadonlyMap<string, string> | undefined;

	constructor(text: TextIndex) {
		this.#text = text;
	}

	/**
	 * The word as the catalogue spells it; undefined when nothing there is like it.
	 * @param english it stands in an English query, and is no compound
	 */
	recognise(word: string, english = false): string | undefined {
		if (this.#isKnown(word)) return word;
		if (isEnglishWord(word)) return undefined;
		return (
			danishSpellings(word).find((spelling) => this.#isKnown(spelling)) ??
			(isOrdinary(word) || (!english && this.#isCompound(word)) ? word : undefined)
		);
	}

	#isKnown(word: string): boolean {
		const stemmed = stem(word);
		const { thesaurus } = this.#text;
		return this.count(stemmed) > 0 || thesaurus.stems.has(stemmed) || demandsIn([word]).length > 0;
	}

	#isCompound(word: string): boolean {
		return this.#text.splitter.split(word).length > 1;
	}

	/** In how many offers a term of the index stands. */
	count(term: string): number {
		const { terms, starts } = this.#text.index;
		const number = terms.get(term);
		return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
	}

	/** Words that a word being typed may become, the most common first. */
	completions(beginning: string): string[] {
		return beginning.length < shortestBeginning ? [] : this.#formsWith(beginning).slice(0, mostCompletions);
	}

	/**
	 * Compounds of the catalogue that a word begins: `skimmel` → `skimmelpatrulje`, also where nothing else tells that
	 * the rest is a word.
	 */
	compoundsOf(word: string): string[] {
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

	/** The word that a misspelt one was meant to be; undefined when none is near enough, or the word is itself one. */
	nearest(word: string): string | undefined {
		if (isOrdinary(word)) return undefined;
		return this.#soundingLike(word) ?? this.#nearestSpelling(word);
	}

	#nearestSpelling(word: string): string | undefined {
		this.#spelling ??= new Spelling(this.#knownWords());
		return this.#spelling.nearest(word);
	}

	/**
	 * The word of the field that a compound was meant to be: »stikkeklub« can be taken apart, and was hardly meant so.
	 * @param word that is not of the field
	 */
	nearestCompound(word: string): string | undefined {
		if (word.length < shortestCompoundSlip || this.isOfField(word) || !this.#isCompound(word)) return undefined;
		const sounding = this.#soundingLike(word);
		if (sounding !== undefined) return sounding;
		const near = this.#nearestSpelling(word);
		if (near === undefined || near[0] !== word[0] || !this.#text.thesaurus.words.has(near)) return undefined;
		return distance(word, near, 1) === 1 ? near : undefined;
	}

	/** Whether the vocabulary of the field has the word. */
	isOfField(word: string): boolean {
		return this.#text.thesaurus.stems.has(stem(word));
	}

	/** The word of the field that sounds like it. */
	#soundingLike(word: string): string | undefined {
		if (word.length < shortestSound) return undefined;
		this.#sounds ??= this.#soundsOfField();
		const found = this.#sounds.get(soundOf(word));
		return found !== undefined && distance(word, found, mostLettersOff) <= mostLettersOff ? found : undefined;
	}

	#soundsOfField(): Map<string, string> {
		const sounds = new Map<string, string>();
		const stems = (word: string) => this.#text.thesaurus.stems.get(stem(word)) ?? 0;
		for (const word of this.#text.thesaurus.words) {
			if (word.length < shortestSound || stopWords.has(word) || isEnglishWord(word)) continue;
			const sound = soundOf(word);
			const known = sounds.get(sound);
			if (sound.length >= shortestSound - 1 && (known === undefined || stems(word) > stems(known)))
				sounds.set(sound, word);
		}
		return sounds;
	}

	/** The English word that a misspelt one was meant to be. Short words and those with Danish letters are left alone. */
	nearestEnglish(word: string): string | undefined {
		if (word.length < shortestEnglishSlip || /[æøå]/u.test(word)) return undefined;
		const near = englishSpelling().nearest(word);
		if (near === undefined || near[0] !== word[0]) return undefined;
		// »Employed« is no »employer« misspelt, nor »colleague« a »college«.
		const isOtherForm = near.replace(englishEnding, '') === word.replace(englishEnding, '');
		const most = word.length < longEnglish ? 1 : 2;
		return !isOtherForm && distance(word, near, most) <= most ? near : undefined;
	}

	#knownWords(): Map<string, number> {
		const { sortedForms, lexicon, formCounts, thesaurus } = this.#text;
		const known = new Map<string, number>();
		// A short English word is no likelier to be meant than the Danish one that was typed: »tårn« is no »torn«.
		for (const word of thesaurus.words)
			if (!isEnglishWord(word) || word.length >= shortestEnglishSlip) known.set(word, 1);
		for (const form of sortedForms) known.set(form, formCounts[lexicon.number(form)] ?? 0);
		return known;
	}
}
