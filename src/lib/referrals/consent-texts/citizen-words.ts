/**
 * The fixed words of the citizen's page and paper in the language the citizen chose. Kept apart from the site's own
 * messages: those are Danish and English, these must be there in every language a consent can be given in.
 */
import { wordsAr } from './citizen-words.ar.ts';
import { wordsDa, type CitizenWord, type CitizenWords } from './citizen-words.da.ts';
import { wordsEn } from './citizen-words.en.ts';
import { wordsPl } from './citizen-words.pl.ts';
import { wordsSo } from './citizen-words.so.ts';
import { wordsUk } from './citizen-words.uk.ts';
import { dateInWords, directionOf, type Language } from './languages.ts';
import { fill } from './placeholders.ts';
import type { TextStatus } from './text.ts';

export type { CitizenWord, CitizenWords } from './citizen-words.da.ts';

export const citizenWords: Readonly<Record<Language, CitizenWords>> = {
	da: wordsDa,
	en: wordsEn,
	ar: wordsAr,
	so: wordsSo,
	pl: wordsPl,
	uk: wordsUk,
};

export interface WordValues {
	readonly organisation?: string;
	readonly phone?: string;
	readonly date?: Date;
	readonly expires?: Date;
}

/**
 * One of the words, with its values in; dates in words of that language.
 * @throws DomainError 500 `consent.missing_value` when the word needs a value that isn't given
 */
export function citizenWord(language: Language, word: CitizenWord, values: WordValues = {}): string {
	const { date, expires, ...names } = values;
	const filled = {
		...names,
		...(date && { date: dateInWords(language, date) }),
		...(expires && { expires: dateInWords(language, expires) }),
	};
	return fill(citizenWords[language][word], filled, directionOf(language));
}

/**
 * What the page must say about a text that no person has approved.
 * @returns null when one has
 */
export function draftNotice(language: Language, status: TextStatus): string | null {
	if (status === 'approved') return null;
	return citizenWord(language, status === 'draft' ? 'text_draft' : 'text_draft_translation');
}
