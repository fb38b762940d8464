import { add, countCommon, emptyBitset, fullBitset, has, unite, without, type Bitset } from './bitset.ts';

/** Below one in so many documents a list is smaller than a bit for every document. */
const sparse = 64;

/** The documents that have one value of a facet: bits when they are many, a list when they are few. Immutable. */
export class ValueSet {
	readonly size: number;
	readonly #documents: number;
	readonly #bits: Bitset | undefined;
	readonly #list: Uint32Array | undefined;

	/** @param list rising · @param documents of the whole catalogue */
	constructor(list: readonly number[], documents: number) {
		this.size = list.length;
		this.#documents = documents;
		if (list.length * sparse < documents) {
			this.#list = Uint32Array.from(list);
		} else {
			this.#bits = emptyBitset(documents);
			for (const document of list) add(this.#bits, document);
		}
	}

	countIn(set: Bitset): number {
		if (this.#bits) return countCommon(this.#bits, set);
		let total = 0;
		for (const document of this.#list ?? []) if (has(set, document)) total++;
		return total;
	}

	/** Adds its documents to a set. */
	uniteInto(set: Bitset): void {
		if (this.#bits) unite(set, this.#bits);
		else for (const document of this.#list ?? []) add(set, document);
	}

	toBitset(): Bitset {
		const set = emptyBitset(this.#documents);
		this.uniteInto(set);
		return set;
	}
}

/** Groups documents by their values. */
export class ValueSets {
	readonly #lists = new Map<string, number[]>();

	/** @param document rising from call to call */
	add(value: string, document: number): void {
		const list = this.#lists.get(value);
		if (!list) this.#lists.set(value, [document]);
		else if (list.at(-1) !== document) list.push(document);
	}

	finish(documents: number): ReadonlyMap<string, ValueSet> {
		return new Map([...this.#lists].map(([value, list]) => [value, new ValueSet(list, documents)]));
	}
}

/** The documents that have any of these values. */
export function withAny(sets: ReadonlyMap<string, ValueSet>, values: Iterable<string>, documents: number): Bitset {
	const set = emptyBitset(documents);
	for (const value of values) sets.get(value)?.uniteInto(set);
	return set;
}

/** The documents that have no value of the facet at all: nobody has said. */
export const withNone = (sets: ReadonlyMap<string, ValueSet>, documents: number): Bitset =>
	without(fullBitset(documents), withAny(sets, sets.keys(), documents));
