import { demandsIn } from './demands.ts';
import { stopWords } from './stop-words.ts';

/* Where one word was written as two (»gælds rådgivning«), and two as one (»natcafénørrebro«). */

/** »Far mor« is no »farmor«: so short a compound may be two words. */
const shortestJoined = 7;
const shortestPart = 3;
const shortestBeforePlace = 4;
const shortestPlace = 5;

/** The words of a query with the places of those after a mark. */
export interface Said {
	readonly words: readonly string[];
	readonly afterMarks: ReadonlySet<number>;
}

const mayJoin = (word: string): boolean => word.length >= shortestPart && !stopWords.has(word) && !/\d/u.test(word);

/** A word and the place it ends with: `natcafénørrebro`. */
function beforePlace(word: string, isKnown: (word: string) => boolean): readonly string[] | undefined {
	for (let at = shortestBeforePlace; at <= word.length - shortestPlace; at++) {
		const end = word.slice(at);
		if (demandsIn([end]).some(({ demand }) => demand.kind === 'district') && isKnown(word.slice(0, at)))
			return [word.slice(0, at), end];
	}
	return undefined;
}

/**
 * Puts together what is one word of the field, and parts what is two.
 * @param isKnown whether a word, folded, is one of the field
 */
export function mendBreaks({ words, afterMarks }: Said, isKnown: (word: string) => boolean): Said {
	const mended: string[] = [];
	const marks = new Set<number>();
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? '';
		const next = words[at + 1] ?? '';
		if (afterMarks.has(at)) marks.add(mended.length);
		const joined = word + next;
		if (
			joined.length >= shortestJoined &&
			mayJoin(word) &&
			mayJoin(next) &&
			!afterMarks.has(at + 1) &&
			isKnown(joined)
		) {
			mended.push(joined);
			at++;
		} else if (word.length >= shortestBeforePlace + shortestPlace && !isKnown(word)) {
			mended.push(...(beforePlace(word, isKnown) ?? [word]));
		} else mended.push(word);
	}
	return { words: mended, afterMarks: marks };
}
