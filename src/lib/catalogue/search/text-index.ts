import { Splitter } from './compounds.ts';
import { isEnglishWord } from './english-forms.ts';
import { formTable, phraseAt, type FormTable } from './form-table.ts';
import { IndexBuilder, type InvertedIndex } from './inverted-index.ts';
import { fields, fieldsOf, type Lexicon } from './lexicon.ts';
import { conceptTerm } from './senses.ts';
import { eachOf, type Work } from './slices.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { denotes, isReadInOffers, type Thesaurus } from './thesaurus.ts';

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

/** Documents indexed between two places where the work may be interrupted: some milliseconds. */
const slice = 100;

/** Word forms seen in this many offers are words to take compounds apart by; one occurrence may be a slip. */
const timesToBeAWord = 2;

/** A word of the thesaurus counts as if it stood in this many offers. */
const thesaurusCount = 3;

function* countForms(texts: readonly Uint32Array[], forms: number): Work<Uint32Array> {
	const counts = new Uint32Array(forms);
	const lastSeen = new Uint32Array(forms);
	yield* eachOf(texts, (encoded, document) => {
		for (let at = 0; at < encoded.length; at++) {
			const value = encoded[at] ?? 0;
			if (value >= forms || lastSeen[value] === document + 1) continue;
			lastSeen[value] = document + 1;
			counts[value] = (counts[value] ?? 0) + 1;
		}
	});
	return counts;
}

function* knownStems(lexicon: Lexicon, counts: Uint32Array, thesaurus: Thesaurus): Work<Map<string, number>> {
	const known = new Map<string, number>();
	yield* eachOf(lexicon.forms, (form, number) => {
		const count = counts[number] ?? 0;
		if (count < timesToBeAWord || stopWords.has(form) || isEnglishWord(form) || /\d/u.test(form)) return;
		const stemmed = stem(form);
		known.set(stemmed, (known.get(stemmed) ?? 0) + count);
	});
	for (const [stemmed, times] of thesaurus.stems) {
		if (isEnglishWord(stemmed)) continue;
		known.set(stemmed, (known.get(stemmed) ?? 0) + Math.min(times, thesaurusCount));
	}
	return known;
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
			for (const { concept, kind } of phraseAt(encoded, at, to, table)?.meanings ?? []) {
				if (!isReadInOffers(kind)) continue;
				frequencies.add(builder.term(conceptTerm(concept)), denotes(kind) ? worth : worth * saidByOffer);
			}
		}
	}
}

/**
 * Turns the texts of a catalogue into an index.
 * @param texts encoded by the lexicon; a document's number is its place in the list
 */
export function* buildTextIndex(
	texts: readonly Uint32Array[],
	lexicon: Lexicon,
	thesaurus: Thesaurus,
): Work<TextIndex> {
	const formCounts = yield* countForms(texts, lexicon.forms.length);
	const splitter = new Splitter(yield* knownStems(lexicon, formCounts, thesaurus));
	const builder = new IndexBuilder();
	const table = yield* formTable(lexicon, splitter, thesaurus, builder);
	const frequencies = new Frequencies();
	for (const [document, encoded] of texts.entries()) {
		addText(encoded, table, builder, frequencies);
		frequencies.flush((term, frequency) => builder.add(document, term, frequency));
		if (document % slice === 0) yield;
	}
	const sortedForms = lexicon.forms.filter((_, number) => (formCounts[number] ?? 0) > 0).sort();
	yield;
	const index = yield* builder.finish(texts.length);
	return { index, splitter, thesaurus, lexicon, formCounts, sortedForms, forms: table };
}
