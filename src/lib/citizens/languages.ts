/**
 * Languages a citizen may read or speak best, ISO 639-1: those a consent can be given in first, then others that are
 * spoken by many in Copenhagen. The consent is read in one of the first; for the others, with an interpreter.
 */
export const citizenLanguages = [
	'da',
	'en',
	'ar',
	'so',
	'pl',
	'uk',
	'am',
	'bs',
	'de',
	'es',
	'fa',
	'fo',
	'fr',
	'hi',
	'is',
	'it',
	'kl',
	'ku',
	'lt',
	'ne',
	'ps',
	'pt',
	'ro',
	'ru',
	'sr',
	'sw',
	'th',
	'ti',
	'tl',
	'tr',
	'ur',
	'vi',
	'zh',
] as const;

export const isCitizenLanguage = (code: string): boolean => (citizenLanguages as readonly string[]).includes(code);
