import { alternativesOfPhrase, alternativesOfWord, sayingStems, strongest, type Alternative } from './alternatives.ts';
import type { CatalogueWords } from './catalogue-words.ts';
import { clausesOf } from './clauses.ts';
import { isWhenever, opensThen, type FoundDemand } from './demands.ts';
import { isEnglishWord } from './english-forms.ts';
import { isSmallDanish } from './homographs.ts';
import { isMeant, needWeights as weights } from './need-weights.ts';
import { ageAt, peopleConcepts, saysWho } from './person.ts';
import { relationsIn } from './relations.ts';
import { reportersIn } from './reporters.ts';
import { strainAt } from './strain.ts';
import { conceptTerm } from './senses.ts';
import { evened } from './small-words.ts';
import { stem } from './stem.ts';
import { fillers, formWords, stopWords } from './stop-words.ts';
import type { TextIndex } from './text-index.ts';
import type { Phrase } from './thesaurus.ts';
import { turnsIn } from './turns.ts';

/** One thing the query asks for: a word, or words that mean something together. */
export interface Need {
	/** as typed */
	readonly typed: string;
	/** the strongest first */
	readonly alternatives: readonly Alternative[];
	/** the vocabulary of the field has it; other words may be there by the way */
	readonly known: boolean;
	/** less than 1: it says about whom, in which form or when, beside needs that say what about; more: it surely does */
	readonly weight?: number;
}

/** A query while it is being read. */
export interface Reading {
	readonly typed: readonly string[];
	/** it is written in English, so that its words are no Danish ones misspelt */
	readonly english: boolean;
	/** the places of the words that stand after a mark */
	readonly afterMarks: ReadonlySet<number>;
	readonly meant: string[];
	readonly completions: Map<number, string[]>;
	readonly corrections: { typed: string; meant: string }[];
	readonly unknown: string[];
}

/** A word that may count, with its place in the query. */
interface Counting {
	readonly word: string;
	readonly index: number;
}

/** A need with the place of its first word. */
interface PlacedNeed {
	readonly at: number;
	readonly need: Need;
	/** »ung mand«: whom it is for, in more than one word */
	readonly saysWho?: boolean;
}

/** Whoever is worn down by what is the matter with somebody near wants those who know how that is. */
const needOfRelatives = (typed: string): Need => ({
	typed,
	alternatives: [{ terms: [conceptTerm('relatives')], factor: 0.9 }],
	known: true,
	weight: weights.strain,
});

/** Whether words that mean something together say no more than for whom. */
const namesPeople = ({ meanings }: Phrase): boolean => meanings.every(({ concept }) => peopleConcepts.has(concept));

/** So few words are no sentence that tells one thing after another. */
const mostOfFewWords = 7;

/** What the words of a query ask for. */
export class NeedsReader {
	readonly #text: TextIndex;
	readonly #catalogue: CatalogueWords;

	constructor(text: TextIndex, catalogue: CatalogueWords) {
		this.#text = text;
		this.#catalogue = catalogue;
	}

	/** @param telling the words, those that are to be ordinary ones left empty */
	read(reading: Reading, telling: readonly string[], demands: readonly FoundDemand[]) {
		const { meant } = reading;
		const counting = meant
			.map((word, index) => ({ word, index }))
			.filter(
				({ word, index }) => !fillers.has(word) && !isSmallDanish(meant, index) && !opensThen(meant, index, demands),
			);
		const clauses = clausesOf(meant, reading.afterMarks);
		const { needs, taken } = this.#phrases(
			reading,
			counting,
			counting.map(({ index }) => clauses[index]?.number ?? 0),
		);
		const { told, beginnings } = this.#sayings(reading, taken);
		needs.push(...told);
		const years = new Set(ageAt(telling));
		const idle = new Set([...turnsIn(meant), ...reportersIn(meant)]);
		const free = counting
			.filter(({ index }) => !taken.has(index) && !years.has(index))
			.map((each) => (each.word === 'bo' ? { ...each, word: 'bolig' } : each));
		const saying = free.filter(({ index }) => !idle.has(index));
		const { ofWords, factsAlone } = this.#words(reading, saying.length > 0 ? saying : free, demands, needs.length > 0);
		needs.push(...ofWords);
		if (!needs.some(({ need }) => need.known)) needs.push(...beginnings);
		const strain = strainAt(meant);
		if (strain)
			needs.push({ at: strain[0] ?? 0, need: needOfRelatives(strain.map((at) => reading.typed[at] ?? '').join(' ')) });
		const isAboutThing = needs.some((each) => !each.saysWho && (each.need.weight ?? 1) > weights.who);
		const asksFirst = needs.some(
			({ at, need }) => clauses[at]?.weight === 1 && need.known && (need.weight ?? 1) > weights.who,
		);
		const isLong = meant.length > mostOfFewWords;
		const weighed = needs
			.sort((a, b) => a.at - b.at)
			.map(({ at, need, saysWho: isWho }) => {
				const share = (asksFirst ? (clauses[at]?.weight ?? 1) : 1) * (isWho && isAboutThing ? weights.who : 1);
				const early = isLong ? 1 - weights.later * (at / meant.length) : 1;
				return share * early === 1 ? need : { ...need, weight: (need.weight ?? 1) * share * early };
			});
		return { needs: weighed, factsAlone };
	}

	/** Words that mean something together, with the places of all their words. */
	#phrases(reading: Reading, counting: readonly Counting[], clauses: readonly number[]) {
		const { typed } = reading;
		const taken = new Set<number>();
		const needs: PlacedNeed[] = [];
		const stems = counting.map(({ word }) => stem(word));
		for (const { phrase, at } of this.#text.thesaurus.phrasesIn(stems, clauses)) {
			const places = at.map((place) => counting[place]?.index ?? 0).sort((a, b) => a - b);
			for (const place of places) taken.add(place);
			const first = places[0] ?? 0;
			const said = places.map((place) => typed[place] ?? '').join(' ');
			const alternatives = alternativesOfPhrase(this.#text, phrase);
			const saying = sayingStems(phrase);
			needs.push({
				at: first,
				need: { typed: said, alternatives, known: true, ...(saying.length > 1 && { weight: weights.phrase }) },
				saysWho: namesPeople(phrase),
			});
			const share = saying.length === phrase.stems.length ? weights.partsOfPhrase : weights.someOfPhrase;
			for (const each of saying) {
				const literal = [{ terms: [each], factor: 1, literal: true as const }];
				needs.push({
					at: first,
					need: { typed: said, alternatives: literal, known: true, weight: share / saying.length },
				});
			}
		}
		return { needs, taken };
	}

	/** Sayings of small words in their order; their places are added to those taken. */
	#sayings(reading: Reading, taken: Set<number>) {
		const { typed, meant } = reading;
		const relations = relationsIn(meant);
		const told: PlacedNeed[] = [];
		const beginnings: PlacedNeed[] = [];
		for (const { phrase, at } of this.#text.thesaurus.sayingsIn(evened(meant))) {
			const about = at.filter((place) => !stopWords.has(meant[place] ?? ''));
			const isSomebodyNear = about.length > 0 && about.every((place) => relations.has(place));
			if (isSomebodyNear || at.some((place) => taken.has(place))) continue;
			for (const place of at) taken.add(place);
			const ofWord = about.flatMap((place) => this.#findable(meant[place] ?? '', place, reading));
			const alternatives = strongest([...alternativesOfPhrase(this.#text, phrase), ...ofWord]);
			const said = at.map((place) => typed[place] ?? '').join(' ');
			// »Hvad findes der for ældre mænd« asks for no overview: it only begins a question, unless it is all of it.
			const onlyBegins = phrase.meanings.some(({ concept }) => concept === 'overview');
			const list = onlyBegins ? beginnings : told;
			list.push({ at: at[0] ?? 0, need: { typed: said, alternatives, known: true }, saysWho: namesPeople(phrase) });
		}
		return { told, beginnings };
	}

	/** The words that are in no phrase and say what is asked for. */
	#words(reading: Reading, free: readonly Counting[], demands: readonly FoundDemand[], hasPhrases: boolean) {
		const { meant, typed } = reading;
		const relations = relationsIn(meant);
		const content = free.filter(({ word }) => !stopWords.has(word));
		const isDemand = new Set(demands.map(({ at }) => at));
		const told = content.filter(({ index }) => !isDemand.has(index) && !isWhenever(meant, index));
		// A bare number is some amount, unless it is all that was said.
		const topics = told.filter(({ word }) => !/^\d+$/u.test(word));
		// »Unge chat« is about the chat: a way to meet or an hour, and for whom.
		const asksForMore = demands.some(({ demand }) => demand.kind !== 'district');
		const factsAlone =
			demands.length > 0 &&
			!hasPhrases &&
			topics.every(({ word }) => formWords.has(word) || (asksForMore && saysWho(word)));
		// »Nørrebro« beside a topic only says where; alone it is what was asked, and so is »hvem kan hjælpe«.
		const asked = !factsAlone && (topics.length > 0 || hasPhrases) ? topics : content.length > 0 ? content : free;
		// »Rådgivning om lørdagen«: an offer need not say »lørdag«, its hours do.
		const isHour = new Set(demands.flatMap(({ at, demand }) => (demand.kind === 'open' ? [at] : [])));
		const isBeside = ({ word, index }: Counting) =>
			relations.has(index) || formWords.has(word) || (factsAlone && isHour.has(index));
		const isAboutMore = hasPhrases || asked.some((each) => !isBeside(each));
		const isAboutThing = hasPhrases || asked.some((each) => !isBeside(each) && !saysWho(each.word));
		const ofWords = asked.map((each) => {
			const { word, index } = each;
			const alternatives = this.#findable(word, index, reading);
			const known = alternatives.some(({ terms }) => terms[0]?.startsWith('#'));
			const need = { typed: typed[index] ?? word, alternatives, known };
			if (isBeside(each)) return { at: index, need: isAboutMore ? { ...need, weight: weights.beside } : need };
			if (isAboutThing && saysWho(word)) return { at: index, need: { ...need, weight: weights.who } };
			return {
				at: index,
				need:
					known && !alternatives.some(isMeant)
						? { ...need, weight: this.#isOneOf(word) ? weights.kind : weights.hint }
						: need,
			};
		});
		return { ofWords, factsAlone };
	}

	/** »Transkønnet« wants one of a kind, which is less than the concept and more than a hint. */
	#isOneOf(word: string): boolean {
		return this.#text.thesaurus.meanings(stem(word)).some(({ kind }) => kind === 'kind');
	}

	/** What a word can be found by. A word of the field that no offer has is taken for one like it that some offer has. */
	#findable(word: string, index: number, reading: Reading): Alternative[] {
		const ofWord = (each: string, endings: readonly string[]) =>
			alternativesOfWord(this.#text, this.#catalogue, each, endings);
		const alternatives = ofWord(word, reading.completions.get(index) ?? []);
		const meant = reading.english ? undefined : this.#catalogue.nearestCompound(word);
		if (meant !== undefined) {
			const likely = ofWord(meant, []).map((each) => ({ ...each, factor: each.factor * weights.likelySlip }));
			return strongest([...alternatives, ...likely]);
		}
		if (alternatives.some(({ terms }) => terms.some((term) => this.#catalogue.count(term) > 0))) return alternatives;
		const near = reading.english || isEnglishWord(word) ? undefined : this.#catalogue.nearest(word);
		if (near === undefined || near === word) {
			if (!reading.unknown.includes(word)) reading.unknown.push(word);
			return alternatives;
		}
		reading.corrections.push({ typed: word, meant: near });
		return ofWord(near, []);
	}
}
