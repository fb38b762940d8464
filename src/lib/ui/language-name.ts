/** Making one costs far more than asking it. */
const names = {
	da: new Intl.DisplayNames('da', { type: 'language', fallback: 'code' }),
	en: new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }),
};

/** Names that Chromium leaves out and Node has: without them a page would change its words when its script arrives. */
const own: Readonly<Record<string, { da: string; en: string }>> = {
	bo: { da: 'tibetansk', en: 'Tibetan' },
	dz: { da: 'dzongkha', en: 'Dzongkha' },
	kl: { da: 'grønlandsk', en: 'Greenlandic' },
	se: { da: 'nordsamisk', en: 'Northern Sami' },
};

/**
 * The name of a language for reading: `somali`, `Somali`.
 * @param code ISO 639-1, or a source's own words, which are given back as they are
 */
export function languageName(code: string, locale: 'da' | 'en'): string {
	if (!/^[a-z]{2,3}$/.test(code)) return code;
	return own[code]?.[locale] ?? names[locale].of(code) ?? code;
}
