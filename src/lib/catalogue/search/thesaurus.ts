import { opensClause } from './clauses.ts';
import { fillers, negations, stopWords } from './stop-words.ts';
import { evened } from './small-words.ts';
import { stem } from './stem.ts';
import { phrases } from './thesaurus/index.ts';
import type { Concept } from './thesaurus/concept.ts';
import { words } from './words.ts';

/**
 * `word`: the phrase denotes the concept, in offers and in queries; `kind`: it is one of it, so that an offer with it is
 * an offer of the concept, while a query for it wants no more than that; `cue`: it leads there, and an offer with it has a
 * little of the concept; `sign`: it leads there, from queries only; `hint`: it may lead there, or elsewhere.
 */
export type PhraseKind = 'word' | 'kind' | 'cue' | 'sign' | 'hint';

/** Whether an offer with such a phrase has something of the concept. */
export const isReadInOffers = (kind: PhraseKind): boolean => kind !== 'sign' && kind !== 'hint';

/** Whether an offer with such a phrase is an offer of the concept. */
export const denotes = (kind: PhraseKind): boolean => kind === 'word' || kind === 'kind';

export interface Meaning {
	readonly concept: string;
	readonly kind: PhraseKind;
}

export interface Phrase {
	/** stems without fillers, two or more */
	readonly stems: readonly string[];
	readonly meanings: Meaning[];
}

export interface KnownConcept {
	readonly id: string;
	/** the first of its words, as written */
	readonly name: string;
	readonly near: readonly string[];
}

/** The stems that a phrase is recognised by: without fillers, so that »en at snakke med« is »snakke med«. */
export function phraseStems(text: string): string[] {
	return words(text)
		.filter((word) => !fillers.has(word))
		.map(stem);
}

const meansNothingAlone: ReadonlySet<string> = new Set([...stopWords, ...negations].map(stem));

const saysNothing = (word: string): boolean => stopWords.has(word) || negations.has(word) || /^\d+$/u.test(word);

/** The vocabulary of the field, made ready to recognise words and phrases. Immutable. */
export class Thesaurus {
	readonly concepts: ReadonlyMap<string, KnownConcept>;
	/** stem → what it means alone */
	readonly #single = new Map<string, Meaning[]>();
	/** first stem → phrases that begin with it, longest first */
	readonly #byFirst = new Map<string, Phrase[]>();
	/** stem → phrases it is part of and that have no rarer one: a question of small words leads to few */
	readonly #byRarest = new Map<string, Phrase[]>();
	/** first stem → sayings that begin with it, longest first */
	readonly #sayings = new Map<string, Phrase[]>();
	/** stem → how many phrases have it: these are words of the language */
	readonly stems = new Map<string, number>();
	/** every word of every phrase, folded */
	readonly words = new Set<string>();

	constructor(concepts: readonly Concept[]) {
		this.concepts = new Map(
			concepts.map(({ id, words: list, near }) => [id, { id, name: phrases(list)[0] ?? id, near: phrases(near) }]),
		);
		const byText = new Map<string, Phrase>();
		for (const { id, words: list, kinds, cues, signs, hints } of concepts) {
			for (const phrase of phrases(list)) this.#learn(phrase, { concept: id, kind: 'word' }, byText);
			for (const phrase of phrases(kinds)) this.#learn(phrase, { concept: id, kind: 'kind' }, byText);
			for (const phrase of phrases(cues)) this.#learn(phrase, { concept: id, kind: 'cue' }, byText);
			for (const phrase of phrases(signs)) this.#learn(phrase, { concept: id, kind: 'sign' }, byText);
			for (const phrase of phrases(hints)) this.#learn(phrase, { concept: id, kind: 'hint' }, byText);
		}
		const uses = new Map<string, number>();
		for (const phrase of byText.values()) {
			push(this.#byFirst, phrase.stems[0] ?? '', phrase);
			for (const each of new Set(phrase.stems)) uses.set(each, (uses.get(each) ?? 0) + 1);
		}
		for (const phrase of byText.values()) {
			const rarest = phrase.stems.reduce((a, b) => ((uses.get(b) ?? 0) < (uses.get(a) ?? 0) ? b : a));
			push(this.#byRarest, rarest, phrase);
		}
		for (const list of [...this.#byFirst.values(), ...this.#sayings.values()])
			list.sort((a, b) => b.stems.length - a.stems.length);
	}

	#learn(text: string, meaning: Meaning, byText: Map<string, Phrase>): void {
		for (const word of words(text)) {
			this.words.add(word);
			// »ikke« is a word too, but nothing is made of it: »strikke« is not str-ikke.
			if (stopWords.has(word)) continue;
			this.stems.set(stem(word), (this.stems.get(stem(word)) ?? 0) + 1);
		}
		const stems = phraseStems(text);
		const all = words(text);
		const saysTooLittle = all.every((word) => saysNothing(word));
		// »Få luft« is more than »luft«, and »høre til« more than nothing.
		if (stems.length < 2 && all.length > 1 && (saysTooLittle || meaning.kind === 'cue' || meaning.kind === 'sign')) {
			this.#learnSaying(evened(all), meaning);
			return;
		}
		if (stems.length < 2 && saysTooLittle) return;
		if (stems.length === 1) {
			addMeaning(this.#single, stems[0] ?? '', meaning);
			return;
		}
		const key = stems.join(' ');
		const known = byText.get(key);
		if (!known) byText.set(key, { stems, meanings: [meaning] });
		else if (!known.meanings.some(({ concept }) => concept === meaning.concept)) known.meanings.push(meaning);
	}

	#learnSaying(stems: readonly string[], meaning: Meaning): void {
		const known = this.#sayings.get(stems[0] ?? '')?.find((each) => each.stems.join(' ') === stems.join(' '));
		if (!known) push(this.#sayings, stems[0] ?? '', { stems, meanings: [meaning] });
		else if (!known.meanings.some(({ concept }) => concept === meaning.concept)) known.meanings.push(meaning);
	}

	/**
	 * Sayings with at most one word that is no small one, which mean something only just as they are said: »skal være ude«,
	 * »få luft«.
	 * @param stems all words of a query, evened out
	 * @returns each with the places of its words
	 */
	sayingsIn(stems: readonly string[]): { phrase: Phrase; at: number[] }[] {
		return stems.flatMap((first, at) => {
			const phrase = this.#sayings
				.get(first)
				?.find((saying) => saying.stems.every((each, next) => stems[at + next] === each));
			return phrase ? [{ phrase, at: phrase.stems.map((_, next) => at + next) }] : [];
		});
	}

	/** What a phrase of these two words means, in either order: »fængsel« and »børn« of »fængselsbørn«. */
	meaningsOfPair(one: string, other: string): readonly Meaning[] {
		if (one === other) return [];
		const pair = [one, other]
			.flatMap((each) => this.#byRarest.get(each) ?? [])
			.find(({ stems }) => stems.length === 2 && stems.includes(one) && stems.includes(other));
		return pair?.meanings ?? [];
	}

	/**
	 * What a word of an offer means by itself. »Mens« and »siden« share a stem with words of the field and mean nothing.
	 * @param word folded
	 */
	meaningsOf(word: string): readonly Meaning[] {
		return stopWords.has(word) ? [] : this.meanings(stem(word));
	}

	/** What a word means by itself. */
	meanings(stemmed: string): readonly Meaning[] {
		return this.#single.get(stemmed) ?? [];
	}

	/** Phrases that may begin with this stem, longest first. */
	beginningWith(stemmed: string): readonly Phrase[] {
		return this.#byFirst.get(stemmed) ?? [];
	}

	/**
	 * Phrases found in a query, in any order of words and with at most two words between.
	 * @param stems of the query without fillers
	 * @param clauses which clause each stands in: no phrase reaches over the edge of one
	 * @returns each with the places of its words; longer and closer ones first, none sharing a word with one before it
	 */
	phrasesIn(stems: readonly string[], clauses: readonly number[] = []): { phrase: Phrase; at: number[] }[] {
		const found: { phrase: Phrase; at: number[]; gap: number }[] = [];
		for (const phrase of new Set(stems.flatMap((each) => this.#byRarest.get(each) ?? []))) {
			const at = placesOf(phrase.stems, stems);
			if (!at || (!phrase.stems.some(opensClause) && at.some((place) => clauses[place] !== clauses[at[0] ?? 0])))
				continue;
			const gap = Math.max(...at) - Math.min(...at) + 1 - at.length;
			// »Tage med« is said only by the two words side by side.
			const isSmall = saying(phrase) === 0;
			if (isSmall && at.some((place, index) => index > 0 && place !== (at[index - 1] ?? 0) + 1)) continue;
			// Small words mean something together in the order in which they are said: »ser ikke børn« is not »børn ser ikke«.
			const isOrdered = at.every((place, index) => index === 0 || place > (at[index - 1] ?? 0));
			if (!isOrdered && saying(phrase) < 2) continue;
			if (gap <= mostBetween && negatesIts(phrase.stems, at)) found.push({ phrase, at, gap });
		}
		found.sort(
			(a, b) =>
				b.at.length - a.at.length ||
				saying(b.phrase) - saying(a.phrase) ||
				a.gap - b.gap ||
				(a.at[0] ?? 0) - (b.at[0] ?? 0),
		);
		const taken = new Set<number>();
		return found.filter(({ at }) => {
			if (at.some((place) => taken.has(place))) return false;
			for (const place of at) taken.add(place);
			return true;
		});
	}
}

/** Words that may stand between those of a phrase: »få styr på alle mine papirer«. */
const mostBetween = 3;
const negationStems: ReadonlySet<string> = new Set([...negations].map(stem));

/** How many words of a phrase say something by themselves: »ud i det grønne« rather than »komme ud«. */
const saying = ({ stems }: Phrase): number => stems.filter((each) => !meansNothingAlone.has(each)).length;

/** A »ikke« turns what stands beside it: in »snakke med nogen når man ikke kan sove« nobody says that he doesn't talk. */
function negatesIts(phrase: readonly string[], at: readonly number[]): boolean {
	return phrase.every(
		(each, index) =>
			!negationStems.has(each) ||
			at.some((place, other) => other !== index && Math.abs(place - (at[index] ?? 0)) === 1),
	);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

function addMeaning(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
	const known = map.get(key)?.find(({ concept }) => concept === meaning.concept);
	if (!known) push(map, key, meaning);
}

/** Where each stem of the phrase stands; undefined when one is missing. */
function placesOf(phrase: readonly string[], stems: readonly string[]): number[] | undefined {
	const at: number[] = [];
	for (const each of phrase) {
		const place = stems.findIndex((stemmed, index) => stemmed === each && !at.includes(index));
		if (place < 0) return undefined;
		at.push(place);
	}
	return at;
}
