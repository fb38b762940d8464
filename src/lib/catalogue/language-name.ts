/** Making one costs far more than asking it. */
const names = {
	da: new Intl.DisplayNames('da', { type: 'language', fallback: 'code' }),
	en: new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }),
};

/**
 * The name of a language for reading.
 * @param code ISO 639-1, or the source's own words, which are given back as they are
 */
export function languageName(code: string, locale: 'da' | 'en'): string {
	if (!/^[a-z]{2,3}$/.test(code)) return code;
	return names[locale].of(code) ?? code;
}
