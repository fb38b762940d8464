import { CatalogueWords } from './catalogue-words.ts';
import { placesAfterMarks } from './clauses.ts';
import { demandsIn, type FoundDemand } from './demands.ts';
import { isEnglishWord } from './english-forms.ts';
import { factsIn, type FoundFact } from './facts.ts';
import { isEnglish } from './language.ts';
import { needWeights as weights } from './need-weights.ts';
import { NeedsReader, type Need, type Reading } from './needs.ts';
import { ageAt, lifeStage, personIn, type Person } from './person.ts';
import { drawnToIn, relationsIn } from './relations.ts';
import { conceptTerm } from './senses.ts';
import { stopWords } from './stop-words.ts';
import type { TextIndex } from './text-index.ts';
import { mendBreaks } from './word-breaks.ts';
import { words } from './words.ts';

/** A query, understood. */
export interface Query {
	readonly needs: readonly Need[];
	readonly demands: readonly FoundDemand[];
	/** filters that words of it name, each with the word as typed */
	readonly facts: readonly (FoundFact & { readonly word: string })[];
	/** nothing but a time, a place, a language was said: whatever has it is an answer */
	readonly factsAlone: boolean;
	readonly person: Person;
	/** somebody near the citizen is spoken of, so that an offer for relatives may be the answer */
	readonly ofRelative: boolean;
	/** words that were taken for others */
	readonly corrections: readonly { readonly typed: string; readonly meant: string }[];
	/** words that stand in no offer, and nothing like them */
	readonly unknown: readonly string[];
}

const longestQuery = 24;

/** Reads queries against one catalogue. */
export class QueryReader {
	readonly #catalogue: CatalogueWords;
	readonly #needs: NeedsReader;

	constructor(text: TextIndex) {
		this.#catalogue = new CatalogueWords(text);
		this.#needs = new NeedsReader(text, this.#catalogue);
	}

	/**
	 * @param text as typed; a last word without a space behind it may be unfinished
	 * @param ordinary words, folded, that are no more than words: they say nothing of where, when or for whom
	 */
	read(text: string, ordinary: readonly string[] = []): Query {
		const written = words(text).slice(0, longestQuery);
		const english = isEnglish(written);
		const said = { words: written, afterMarks: placesAfterMarks(text) };
		const { words: typed, afterMarks } = english ? said : mendBreaks(said, (word) => this.#catalogue.isOfField(word));
		const unfinished = !/[\s.,;:!?]$/u.test(text);
		const reading: Reading = {
			typed,
			english,
			afterMarks,
			meant: [],
			completions: new Map(),
			corrections: [],
			unknown: [],
		};
		for (const [index, word] of typed.entries()) {
			reading.meant.push(this.#meant(word, index, unfinished && index === typed.length - 1, reading));
		}
		for (const at of drawnToIn(reading.meant)) reading.meant[at] = 'homoseksuel';
		const telling = reading.meant.map((word, index) => (ordinary.includes(typed[index] ?? '') ? '' : word));
		const demands = demandsIn(telling);
		const { needs, factsAlone } = this.#needs.read(reading, telling, demands);
		const person = personIn(telling);
		// A group beside a topic is for whom; alone it is what was asked.
		const asksFor = (at: number) =>
			needs.some(({ typed: said, weight = 1 }) => said !== typed[at] && weight > weights.who);
		const facts = factsIn(telling, demands, person)
			.filter(({ fact, at }) => fact.facet !== 'target_group' || asksFor(at))
			.map((each) => ({ ...each, word: typed[each.at] ?? '' }));
		const { corrections, unknown, meant } = reading;
		if (!factsAlone && needs.length > 0) needs.push(...ageNeeds(typed, telling, person));
		return { needs, factsAlone, demands, facts, person, ofRelative: relationsIn(meant).size > 0, corrections, unknown };
	}

	/** The word as the catalogue has it; what became of it is noted. */
	#meant(word: string, index: number, unfinished: boolean, reading: Reading): string {
		if (stopWords.has(word)) return word;
		const found = this.#catalogue.recognise(word, reading.english);
		if (found !== undefined) return found;
		if (isEnglishWord(word)) return word;
		const endings = unfinished ? this.#catalogue.completions(word) : [];
		if (endings.length > 0) {
			reading.completions.set(index, endings);
			return word;
		}
		const near = reading.english ? this.#catalogue.nearestEnglish(word) : this.#catalogue.nearest(word);
		if (near === undefined && this.#catalogue.compoundsOf(word).length === 0) reading.unknown.push(word);
		else if (near !== undefined) reading.corrections.push({ typed: word, meant: near });
		return near ?? word;
	}
}

/** »En på 82« says more than who may come: an offer for older people is the likelier answer. */
function ageNeeds(typed: readonly string[], telling: readonly string[], { age }: Person): Need[] {
	const [at] = ageAt(telling);
	const stage = age && lifeStage(age);
	if (at === undefined || !stage) return [];
	const alternatives = [{ terms: [conceptTerm(stage)], factor: 0.9 }];
	return [{ typed: typed[at] ?? '', alternatives, known: true, weight: weights.who }];
}
