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

/** Whether a person has approved these words; a text has a status of its own. */
export const wordsStatus: Readonly<Record<Language, TextStatus>> = {
	da: 'draft',
	en: 'draft_translation',
	ar: 'draft_translation',
	so: 'draft_translation',
	pl: 'draft_translation',
	uk: 'draft_translation',
};

/**
 * What the page must say as long as no person has approved the text, or the words around it.
 * @returns null when both are approved
 */
export function draftNotice(language: Language, textStatus: TextStatus): string | null {
	const statuses: readonly TextStatus[] = [textStatus, wordsStatus[language]];
	if (statuses.includes('draft_translation')) return citizenWord(language, 'text_draft_translation');
	return statuses.includes('draft') ? citizenWord(language, 'text_draft') : null;
}
