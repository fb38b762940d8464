import type { Splitter } from './compounds.ts';
import type { IndexBuilder } from './inverted-index.ts';
import type { Lexicon } from './lexicon.ts';
import { sensesOf } from './senses.ts';
import { eachOf, type Work } from './slices.ts';
import { stem } from './stem.ts';
import { fillers } from './stop-words.ts';
import type { Phrase, Thesaurus } from './thesaurus.ts';

/** A phrase with its stems as numbers. */
interface NumberedPhrase {
	readonly phrase: Phrase;
	readonly stems: readonly number[];
}

/**
 * What each word form counts as, worked out once for a form and not for each of its millions of occurrences. Stems are
 * numbers here: comparing them is most of the work of finding phrases.
 */
export interface FormTable {
	/** form → the terms it counts as */
	readonly terms: readonly Uint32Array[];
	/** …and how much as each */
	readonly factors: readonly Float32Array[];
	/** form → the number of its stem */
	readonly stems: Uint32Array;
	/** stem → the phrases of the thesaurus that begin with it, by their second stem, longest first */
	readonly phrases: readonly (ReadonlyMap<number, readonly NumberedPhrase[]> | undefined)[];
	/** form → 1 for small words that stand between the words of a phrase */
	readonly fillers: Uint8Array;
}

export function* formTable(
	{ forms }: Lexicon,
	splitter: Splitter,
	thesaurus: Thesaurus,
	builder: IndexBuilder,
): Work<FormTable> {
	const terms: Uint32Array[] = [];
	const factors: Float32Array[] = [];
	const stems = new Uint32Array(forms.length);
	const numbers = new Map<string, number>();
	yield* eachOf(forms, (form, number) => {
		const senses = sensesOf(form, splitter, thesaurus);
		terms.push(Uint32Array.from(senses, ({ term }) => builder.term(term)));
		factors.push(Float32Array.from(senses, ({ factor }) => factor));
		const stemmed = stem(form);
		const known = numbers.get(stemmed) ?? numbers.size;
		numbers.set(stemmed, known);
		stems[number] = known;
	});
	const phrases = Array.from(numbers.keys(), (stemmed) => bySecond(thesaurus.beginningWith(stemmed), numbers));
	return { terms, factors, stems, phrases, fillers: Uint8Array.from(forms, (form) => (fillers.has(form) ? 1 : 0)) };
}

/** Without those that have a stem of no form: they stand nowhere. */
function bySecond(
	phrases: readonly Phrase[],
	numbers: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly NumberedPhrase[]> | undefined {
	const found = new Map<number, NumberedPhrase[]>();
	for (const phrase of phrases) {
		const stems = phrase.stems.flatMap((stemmed) => numbers.get(stemmed) ?? []);
		const [, second] = stems;
		if (second === undefined || stems.length < phrase.stems.length) continue;
		const list = found.get(second);
		if (list) list.push({ phrase, stems });
		else found.set(second, [{ phrase, stems }]);
	}
	return found.size > 0 ? found : undefined;
}

/**
 * The longest phrase that stands here, small words skipped.
 * @param encoded a text, of which the field ends at `to`
 * @param isWanted which phrases count; all, if not given
 */
export function phraseAt(
	encoded: Uint32Array,
	at: number,
	to: number,
	table: FormTable,
	isWanted?: (phrase: Phrase) => boolean,
): Phrase | undefined {
	const { stems, fillers: small } = table;
	const own = stems[encoded[at] ?? 0] ?? 0;
	const begun = table.phrases[own];
	if (!begun) return undefined;
	const first = sayingFrom(encoded, at, to, small);
	if (first >= to || stems[encoded[first] ?? 0] !== own) return undefined;
	const second = sayingFrom(encoded, first + 1, to, small);
	if (second >= to) return undefined;
	const candidates = begun.get(stems[encoded[second] ?? 0] ?? 0) ?? [];
	return candidates.find(
		({ phrase, stems: wanted }) =>
			goesOn(wanted, encoded, second + 1, to, table) && (isWanted === undefined || isWanted(phrase)),
	)?.phrase;
}

/** Whether the third and further words of a phrase follow. */
function goesOn(wanted: readonly number[], encoded: Uint32Array, from: number, to: number, table: FormTable): boolean {
	let next = from;
	for (let each = 2; each < wanted.length; each++) {
		const at = sayingFrom(encoded, next, to, table.fillers);
		if (at >= to || table.stems[encoded[at] ?? 0] !== wanted[each]) return false;
		next = at + 1;
	}
	return true;
}

/** The next word that is no small one. */
function sayingFrom(encoded: Uint32Array, from: number, to: number, small: Uint8Array): number {
	let at = from;
	while (at < to && small[encoded[at] ?? 0] === 1) at++;
	return at;
}
