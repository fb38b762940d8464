import { isEnglishWord } from './english-forms.ts';
import { boundParts, emptyHeads, wholeWords } from './stop-words.ts';
import { stem } from './stem.ts';

/** What may stand between the parts: gæld-s-rådgivning, børn-e-hus. */
const links = ['', 's', 'e'];

/** A part that stands alone at most this seldom in the catalogue is as likely a slip as a word. */
const shortest = 3;

/** Words shorter than this are not taken apart: five letters hold no two words worth finding. */
const shortestCompound = 6;

/** An unknown beginning before a known end is believed only when the end is this long. */
const shortestSureEnd = 5;

/** A word that stands alone so often needs no guessing at its parts. */
const timesToBeSure = 3;

/** What begins so makes another word of the one before rather than a compound. */
export const derivation = /^(?:lig|ig|isk|els|ing|ning|hed|skab|er(?:e|n|$)|ende|ede|ist|tion)/u;
/** An unknown end behind a known beginning is believed only when it is this long and has two syllables. */
const shortestRest = 5;
const mayBeAWord = /[aeiouyæøå].*[aeiouyæøå]/u;

/**
 * Takes Danish compounds apart by the words of the catalogue itself.
 * No dictionary: what stands alone somewhere, in an offer or in the thesaurus, is a word.
 */
export class Splitter {
	/** stem → in how many texts it stands alone */
	readonly #known: ReadonlyMap<string, number>;
	readonly #stems = new Map<string, string>();

	constructor(known: ReadonlyMap<string, number>) {
		this.#known = known;
	}

	/**
	 * @param word folded
	 * @returns its parts, first to last; empty when it is no compound. A beginning or an end that nobody else writes is left out.
	 */
	split(word: string): string[] {
		if (word.length < shortestCompound || wholeWords.has(word) || isEnglishWord(word)) return [];
		return this.#bestPair(word) ?? this.#sureEnd(word) ?? this.#sureBeginning(word) ?? [];
	}

	#bestPair(word: string): string[] | undefined {
		let best: string[] | undefined;
		let bestScore = 0;
		for (let at = shortest; at <= word.length - shortest; at++) {
			const end = word.slice(at);
			const isEmpty = emptyHeads.has(end);
			const endCount = isEmpty ? 1 : this.#count(end);
			if (endCount === 0) continue;
			const [beginning, beginningCount] = this.#beginning(word.slice(0, at));
			if (beginningCount === 0) continue;
			// Two long common words rather than a long rare one and a crumb.
			const score = Math.min(beginning.length, end.length) * 4 + Math.log(beginningCount * endCount);
			if (score > bestScore) {
				bestScore = score;
				best = isEmpty ? [beginning] : [beginning, end];
			}
		}
		return best;
	}

	/** The first part without the letter that links it to the next. */
	#beginning(text: string): [string, number] {
		for (const link of links) {
			if (!text.endsWith(link)) continue;
			const base = link ? text.slice(0, -link.length) : text;
			const count = base.length >= shortest ? this.#count(base) : 0;
			if (count > 0) return [base, count];
		}
		return ['', 0];
	}

	#sureEnd(word: string): string[] | undefined {
		for (let at = shortest; at <= word.length - shortestSureEnd; at++) {
			const end = word.slice(at);
			if (this.#count(end) >= timesToBeSure) return [end];
		}
		return undefined;
	}

	/** »Tøjudlevering«: nobody else writes the end, but the beginning says what it is about. */
	#sureBeginning(word: string): string[] | undefined {
		if (this.#count(word) >= timesToBeSure) return undefined;
		for (let at = word.length - shortestRest; at >= shortest; at--) {
			const rest = word.slice(at);
			if (!mayBeAWord.test(rest) || derivation.test(rest)) continue;
			const [beginning, count] = this.#beginning(word.slice(0, at));
			if (count >= timesToBeSure) return [beginning];
		}
		return undefined;
	}

	#count(part: string): number {
		if (boundParts.has(part)) return 0;
		let stemmed = this.#stems.get(part);
		if (stemmed === undefined) {
			stemmed = stem(part);
			this.#stems.set(part, stemmed);
		}
		return stemmed.length < shortest || boundParts.has(stemmed) ? 0 : (this.#known.get(stemmed) ?? 0);
	}
}
