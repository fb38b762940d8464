/** How many letters may be wrong in a word of this length. In short words another letter is another word. */
const tolerance = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Which of 32 groups of letters a word has, so that most words are ruled out by one instruction. */
function signature(word: string): number {
	let bits = 0;
	for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
	return bits;
}

function bitsIn(word: number): number {
	let bits = 0;
	for (let rest = word; rest !== 0; rest &= rest - 1) bits++;
	return bits;
}

/**
 * Letters to insert, leave out, change or swap with a neighbour to get from one word to the other (Damerau's distance,
 * each part of a word changed once).
 * @returns more than `most` as soon as it is clear that it is more
 */
export function distance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let smallest = i;
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				value = Math.min(value, (before[j - 2] ?? 0) + 1);
			}
			row.push(value);
			smallest = Math.min(smallest, value);
		}
		if (smallest > most) return most + 1;
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

interface Entry {
	readonly word: string;
	readonly signature: number;
	readonly count: number;
}

/** Finds the word that a misspelt one was meant to be. */
export class Spelling {
	readonly #byLength = new Map<number, Entry[]>();

	/** @param known words and how common they are */
	constructor(known: Iterable<readonly [word: string, count: number]>) {
		for (const [word, count] of known) {
			if (word.length < 3 || /\d/u.test(word)) continue;
			const entry = { word, signature: signature(word), count };
			const list = this.#byLength.get(word.length);
			if (list) list.push(entry);
			else this.#byLength.set(word.length, [entry]);
		}
	}

	/** @returns undefined when no known word is near enough */
	nearest(word: string): string | undefined {
		const most = tolerance(word.length);
		if (most === 0) return undefined;
		const own = signature(word);
		let found: string | undefined;
		let bestScore = Infinity;
		// »Køen« is no »køn«, »marts« no »arts«: in a short word a letter more or less, or another first one, is another word.
		const shift = word.length < 5 ? 0 : most;
		const mayBeginOtherwise = word.length > 5;
		for (let length = word.length - shift; length <= word.length + shift; length++) {
			for (const entry of this.#byLength.get(length) ?? []) {
				// One changed letter changes at most two groups.
				if (bitsIn(own ^ entry.signature) > most * 2) continue;
				const letters = distance(word, entry.word, most);
				const sameFirst = word[0] === entry.word[0];
				if (letters > (sameFirst ? most : mayBeginOtherwise ? 1 : 0)) continue;
				// Few people err in the first letter; of equally near words the more common one was meant.
				const score = letters + (sameFirst ? 0 : 0.6) - Math.min(0.5, Math.log10(1 + entry.count) / 5);
				if (score < bestScore) {
					bestScore = score;
					found = entry.word;
				}
			}
		}
		return found;
	}
}
