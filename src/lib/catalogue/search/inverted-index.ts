import type { Work } from './slices.ts';

/** For each term, the documents that have it, in rising order, and how strongly (0 to 255). */
export interface InvertedIndex {
	readonly documents: number;
	readonly terms: ReadonlyMap<string, number>;
	/** term → where its postings begin; one longer than there are terms */
	readonly starts: Uint32Array;
	readonly postings: Uint32Array;
	readonly impacts: Uint8Array;
}

/** How much of a term is half of all it can say: the k1 of BM25, in units of a word in a description. */
const halfway = 2.8;

/** Grows as needed; typed, so that millions of postings cost bytes and not objects. */
class Column<T extends Uint32Array | Uint8Array> {
	length = 0;
	values: T;
	readonly #make: (size: number) => T;

	constructor(make: (size: number) => T) {
		this.#make = make;
		this.values = make(1 << 14);
	}

	push(value: number): void {
		if (this.length === this.values.length) {
			const larger = this.#make(this.values.length * 2);
			larger.set(this.values);
			this.values = larger;
		}
		this.values[this.length++] = value;
	}
}

/** Documents turned round between two places where the work may be interrupted: some milliseconds. */
const slice = 500;

/** Takes documents in rising order and turns them round into an index. */
export class IndexBuilder {
	readonly #terms = new Map<string, number>();
	readonly #term = new Column((size) => new Uint32Array(size));
	readonly #impact = new Column((size) => new Uint8Array(size));
	/** document → where its terms begin */
	readonly #begins: number[] = [];

	/** The number of a term, which is new or known. */
	term(term: string): number {
		let known = this.#terms.get(term);
		if (known === undefined) {
			known = this.#terms.size;
			this.#terms.set(term, known);
		}
		return known;
	}

	/** @param frequency weighted by field and length, above 0 */
	add(document: number, term: number, frequency: number): void {
		while (this.#begins.length <= document) this.#begins.push(this.#term.length);
		this.#term.push(term);
		this.#impact.push(Math.max(1, Math.round((255 * frequency) / (frequency + halfway))));
	}

	*finish(documents: number): Work<InvertedIndex> {
		const { length: total, values: terms } = this.#term;
		const starts = new Uint32Array(this.#terms.size + 1);
		for (let at = 0; at < total; at++) {
			const next = (terms[at] ?? 0) + 1;
			starts[next] = (starts[next] ?? 0) + 1;
			if (at % 1_000_000 === 0) yield;
		}
		for (let term = 1; term < starts.length; term++) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
		const next = starts.slice();
		const postings = new Uint32Array(total);
		const impacts = new Uint8Array(total);
		for (let document = 0; document < this.#begins.length; document++) {
			const end = this.#begins[document + 1] ?? total;
			for (let at = this.#begins[document] ?? 0; at < end; at++) {
				const term = terms[at] ?? 0;
				const place = next[term] ?? 0;
				next[term] = place + 1;
				postings[place] = document;
				impacts[place] = this.#impact.values[at] ?? 0;
			}
			if (document % slice === 0) yield;
		}
		return { documents, terms: this.#terms, starts, postings, impacts };
	}
}
