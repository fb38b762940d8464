/** The languages a citizen can be asked in. Own names, so that each finds their own. */
export const languages = [
	{ code: 'da', name: 'Dansk', direction: 'ltr', locale: 'da-DK' },
	{ code: 'en', name: 'English', direction: 'ltr', locale: 'en-GB' },
	// Western digits: phone numbers, posters and letters in Denmark have them in every language.
	{ code: 'ar', name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
	{ code: 'so', name: 'Soomaali', direction: 'ltr', locale: 'so' },
	{ code: 'pl', name: 'Polski', direction: 'ltr', locale: 'pl' },
	{ code: 'uk', name: 'Українська', direction: 'ltr', locale: 'uk' },
] as const;

export type Language = (typeof languages)[number]['code'];
export type Direction = 'ltr' | 'rtl';

export function isLanguage(code: string): code is Language {
	return languages.some((language) => language.code === code);
}

/** Which way the language is read. */
export function directionOf(language: Language): Direction {
	return languages.find(({ code }) => code === language)?.direction ?? 'ltr';
}

/** What the citizen is told a centre is called: as on its door and in its letters; only English has a translation. */
export const centreNameIn = (language: Language, centre: { name: string; nameEn: string }): string =>
	language === 'en' ? centre.nameEn : centre.name;

/** A date in words, e.g. `27. november 2026`, as it is called in Copenhagen at that instant. */
export function dateInWords(language: Language, date: Date): string {
	const locale = languages.find(({ code }) => code === language)?.locale;
	const words = new Intl.DateTimeFormat(locale, {
		dateStyle: 'long',
		timeZone: 'Europe/Copenhagen',
		calendar: 'gregory',
	}).format(date);
	// Ukrainian shortens the word for year: its full stop would meet the sentence's own.
	return words.replace(/\sр\.$/, ' року');
}
