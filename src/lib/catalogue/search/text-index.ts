import { Splitter } from './compounds.ts';
import { IndexBuilder, type InvertedIndex } from './inverted-index.ts';
import { fields, fieldsOf, type Lexicon } from './lexicon.ts';
import { conceptTerm, sensesOf } from './senses.ts';
import { stem } from './stem.ts';
import { fillers, stopWords } from './stop-words.ts';
import { denotes, type Phrase, type Thesaurus } from './thesaurus.ts';

/** Everything a query is understood and answered with. Immutable. */
export interface TextIndex {
	readonly index: InvertedIndex;
	readonly splitter: Splitter;
	readonly thesaurus: Thesaurus;
	readonly lexicon: Lexicon;
	/** word form → in how many offers it stands, by its number in the lexicon */
	readonly formCounts: Uint32Array;
	/** word forms of the catalogue in alphabetical order, for words that are being typed */
	readonly sortedForms: readonly string[];
	readonly forms: FormTable;
}

/** Long texts weigh each word less: the b of BM25. Names hardly vary in length. */
const lengthMatters = { name: 0.3, text: 0.6 };

/** What a phrase of those in need is worth where an offer says it itself: »kan du ikke sove om natten?« */
const saidByOffer = 0.6;

/** Lets others work in between; building may take seconds for a large catalogue. */
export type Pause = () => Promise<void>;
const documentsBetweenPauses = 200;

/** Word forms seen in this many offers are words to take compounds apart by; one occurrence may be a slip. */
const timesToBeAWord = 2;

/** A word of the thesaurus counts as if it stood in this many offers. */
const thesaurusCount = 3;

function countForms(texts: readonly Uint32Array[], forms: number): Uint32Array {
	const counts = new Uint32Array(forms);
	const lastSeen = new Uint32Array(forms);
	for (const [document, encoded] of texts.entries()) {
		for (const value of encoded) {
			if (value >= forms || lastSeen[value] === document + 1) continue;
			lastSeen[value] = document + 1;
			counts[value] = (counts[value] ?? 0) + 1;
		}
	}
	return counts;
}

function knownStems(lexicon: Lexicon, counts: Uint32Array, thesaurus: Thesaurus): Map<string, number> {
	const known = new Map<string, number>();
	for (const [number, form] of lexicon.forms.entries()) {
		const count = counts[number] ?? 0;
		if (count < timesToBeAWord || stopWords.has(form) || /\d/u.test(form)) continue;
		const stemmed = stem(form);
		known.set(stemmed, (known.get(stemmed) ?? 0) + count);
	}
	for (const [stemmed, times] of thesaurus.stems) {
		known.set(stemmed, (known.get(stemmed) ?? 0) + Math.min(times, thesaurusCount));
	}
	return known;
}

/** What each word form counts as, worked out once for a form and not for each of its millions of occurrences. */
export interface FormTable {
	readonly terms: readonly Uint32Array[];
	readonly factors: readonly Float32Array[];
	readonly stems: readonly string[];
	/** phrases of the thesaurus that begin with this form; each stem's list is shared */
	readonly phrases: readonly (readonly Phrase[])[];
	readonly isFiller: readonly boolean[];
}

function formTable(lexicon: Lexicon, splitter: Splitter, thesaurus: Thesaurus, builder: IndexBuilder): FormTable {
	const senses = lexicon.forms.map((form) => sensesOf(form, splitter, thesaurus));
	const stems = lexicon.forms.map(stem);
	return {
		terms: senses.map((list) => Uint32Array.from(list, ({ term }) => builder.term(term))),
		factors: senses.map((list) => Float32Array.from(list, ({ factor }) => factor)),
		stems,
		phrases: stems.map((stemmed) => thesaurus.beginningWith(stemmed)),
		isFiller: lexicon.forms.map((form) => fillers.has(form)),
	};
}

/** Whether the phrase stands here, small words skipped. */
export function standsAt(phrase: Phrase, encoded: Uint32Array, from: number, to: number, table: FormTable): boolean {
	let at = from;
	for (const wanted of phrase.stems) {
		while (at < to && table.isFiller[encoded[at] ?? 0]) at++;
		if (at >= to || table.stems[encoded[at] ?? 0] !== wanted) return false;
		at++;
	}
	return true;
}

/** Adds up, for one document at a time, how often and how prominently each term occurs. */
class Frequencies {
	#values = new Float32Array(1 << 12);
	readonly touched: number[] = [];

	add(term: number, amount: number): void {
		if (term >= this.#values.length) {
			const larger = new Float32Array(Math.max(term + 1, this.#values.length * 2));
			larger.set(this.#values);
			this.#values = larger;
		}
		const before = this.#values[term] ?? 0;
		if (before === 0) this.touched.push(term);
		this.#values[term] = before + amount;
	}

	/** Hands over what was added and begins anew. */
	flush(take: (term: number, frequency: number) => void): void {
		for (const term of this.touched) {
			take(term, this.#values[term] ?? 0);
			this.#values[term] = 0;
		}
		this.touched.length = 0;
	}
}

function addText(encoded: Uint32Array, table: FormTable, builder: IndexBuilder, frequencies: Frequencies): void {
	for (const { field, from, to } of fieldsOf(encoded)) {
		const { name, weight, usual } = fields[field] ?? fields[0];
		const b = name === 'name' || name === 'alternateName' ? lengthMatters.name : lengthMatters.text;
		const worth = weight / (1 - b + b * Math.max(0.5, (to - from) / usual));
		for (let at = from; at < to; at++) {
			const form = encoded[at] ?? 0;
			const terms = table.terms[form];
			const factors = table.factors[form];
			if (!terms || !factors) continue;
			for (let sense = 0; sense < terms.length; sense++) {
				frequencies.add(terms[sense] ?? 0, worth * (factors[sense] ?? 0));
			}
			for (const phrase of table.phrases[form] ?? []) {
				if (!standsAt(phrase, encoded, at, to, table)) continue;
				for (const { concept, kind } of phrase.meanings) {
					if (kind === 'hint') continue;
					frequencies.add(builder.term(conceptTerm(concept)), denotes(kind) ? worth : worth * saidByOffer);
				}
				break;
			}
		}
	}
}

/**
 * Turns the texts of a catalogue into an index.
 * @param texts encoded by the lexicon; a document's number is its place in the list
 * @param pause awaited every few hundred documents
 */
export async function buildTextIndex(
	texts: readonly Uint32Array[],
	lexicon: Lexicon,
	thesaurus: Thesaurus,
	pause: Pause = async () => undefined,
): Promise<TextIndex> {
	const formCounts = countForms(texts, lexicon.forms.length);
	await pause();
	const splitter = new Splitter(knownStems(lexicon, formCounts, thesaurus));
	const builder = new IndexBuilder();
	const table = formTable(lexicon, splitter, thesaurus, builder);
	await pause();
	const frequencies = new Frequencies();
	for (const [document, encoded] of texts.entries()) {
		addText(encoded, table, builder, frequencies);
		frequencies.flush((term, frequency) => builder.add(document, term, frequency));
		if (document % documentsBetweenPauses === 0) await pause();
	}
	const sortedForms = lexicon.forms.filter((_, number) => (formCounts[number] ?? 0) > 0).sort();
	return { index: builder.finish(texts.length), splitter, thesaurus, lexicon, formCounts, sortedForms, forms: table };
}
