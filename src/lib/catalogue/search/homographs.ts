import { isEnglish } from './language.ts';
import { wordSet } from './words.ts';

/*
 * Words that are everyday ones in Danish and name somebody in English: »man«, »men« and »her« stand in every other
 * Danish question and speak of nobody in particular.
 */

const inBoth = wordSet('man men her');

/** Words that only an English question has. */
const english = wordSet(
	'the and who with where how what she he of my an looking need needs young old older single homeless woman women for from after has',
);
/** Some of those are Danish words too, and tell only together with others. */
const danishToo = wordSet('for he an');

const hasEnglish = (words: readonly string[]): boolean =>
	words.some((word) => english.has(word) && !danishToo.has(word)) || isEnglish(words);

/**
 * @param words of a query, folded
 * @returns whether this one of them is a small Danish word that an English one is written like
 */
export function isSmallDanish(words: readonly string[], at: number): boolean {
	const word = words[at] ?? '';
	if (!inBoth.has(word) || hasEnglish(words)) return false;
	// »Groups for men« and »help for a man«: nothing follows that a Danish sentence would have.
	const before = words[at - 1];
	return !(before === 'a' || (before === 'for' && at === words.length - 1)) && words.length > 1;
}
