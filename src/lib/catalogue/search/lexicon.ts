import { fold, writtenWords } from './words.ts';

/**
 * The parts of an offer that are searched, with what a word in each is worth and how long it usually is (words). A word
 * in a name says what the offer is; one far down in a description may be there by chance.
 */
export const fields = [
	{ name: 'name', weight: 4, usual: 4 },
	{ name: 'alternateName', weight: 4, usual: 4 },
	{ name: 'summary', weight: 2, usual: 16 },
	{ name: 'terms', weight: 2.5, usual: 10 },
	{ name: 'organisation', weight: 1.5, usual: 4 },
	{ name: 'description', weight: 1, usual: 60 },
	{ name: 'eligibility', weight: 1, usual: 15 },
	{ name: 'practical', weight: 0.7, usual: 20 },
] as const;

export type FieldName = (typeof fields)[number]['name'];
export type Texts = Readonly<Partial<Record<FieldName, string>>>;

/** Set on a number that begins a field rather than being a word. */
const fieldSign = 0x8000_0000;

/**
 * Every word form of the catalogue has a number. Words are only ever added, so snapshots share one lexicon, and a text is
 * kept as four bytes a word.
 */
export class Lexicon {
	readonly #numbers = new Map<string, number>();
	readonly forms: string[] = [];
	/** a word as written → its form's number, so that each is folded once */
	readonly #asWritten = new Map<string, number>();
	/** how a form is written where folding has changed it: café, not cafe */
	readonly #written = new Map<number, string>();

	/** @param written as it stands in a text, when it stands in one */
	number(form: string, written = form): number {
		let known = this.#numbers.get(form);
		if (known === undefined) {
			known = this.forms.length;
			this.forms.push(form);
			this.#numbers.set(form, known);
			const lower = written.toLowerCase();
			if (lower !== form) this.#written.set(known, lower);
		}
		return known;
	}

	/** A form for reading, in small letters. */
	shown(number: number): string {
		return this.#written.get(number) ?? this.forms[number] ?? '';
	}

	has(form: string): boolean {
		return this.#numbers.has(form);
	}

	#numberOf(word: string): number {
		const known = this.#asWritten.get(word);
		if (known !== undefined) return known;
		// Copied, so that it does not keep the whole text in memory.
		const own = Buffer.from(word).toString();
		const number = this.number(fold(own), own);
		this.#asWritten.set(own, number);
		return number;
	}

	/** A text as numbers, to be read with `eachWord`. */
	encode(texts: Texts): Uint32Array {
		const encoded: number[] = [];
		for (const [index, { name }] of fields.entries()) {
			const text = texts[name];
			if (!text) continue;
			encoded.push((fieldSign | index) >>> 0);
			for (const word of writtenWords(text)) encoded.push(this.#numberOf(word));
		}
		return new Uint32Array(encoded);
	}
}

/** The fields of an encoded text: which, and from where to where its words are. */
export function* fieldsOf(encoded: Uint32Array): Generator<{ field: number; from: number; to: number }> {
	let at = 0;
	while (at < encoded.length) {
		const field = (encoded[at] ?? 0) & ~fieldSign;
		const from = ++at;
		while (at < encoded.length && (encoded[at] ?? 0) < fieldSign) at++;
		yield { field, from, to: at };
	}
}
