/**
 * ISO 639-1 codes, and the names people write for them. The names are those of the Unicode CLDR in Danish, English and
 * the language itself, plus what directories write instead.
 */
const codes = (
	'aa ab af ak am ar as ay az ba be bg bi bm bn bo br bs ca ce co cs cy da de dv dz ee el en eo es et eu fa ff fi fj fo ' +
	'fr fy ga gd gl gn gu gv ha he hi hr ht hu hy id ig is it iu ja jv ka ki kk kl km kn ko ks ku ky la lb lg ln lo lt lv ' +
	'mg mi mk ml mn mr ms mt my nb ne nl nn no nr ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm ' +
	'sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ug uk ur uz ve vi wo xh yi yo za zh zu'
).split(' ');

const alsoWritten: Readonly<Record<string, string>> = {
	...{ creole: 'ht', 'haitian creole': 'ht', 'haitian-creole': 'ht', kreyol: 'ht', kreyòl: 'ht' },
	...{ farsi: 'fa', persisk: 'fa', dari: 'fa', persian: 'fa', filipino: 'tl', tagalog: 'tl', mandarin: 'zh' },
	...{ cantonese: 'zh', kantonesisk: 'zh', español: 'es', espanol: 'es', ingles: 'en', inglés: 'en', kurmanji: 'ku' },
	...{ tigrinja: 'ti', amharisk: 'am', bosnisk: 'bs', grønlandsk: 'kl', greenlandic: 'kl', somalisk: 'so' },
	...{ norsk: 'no', norwegian: 'no', panjabi: 'pa', pashtu: 'ps', flemish: 'nl', moldovan: 'ro', hebraisk: 'he' },
};

const byName: ReadonlyMap<string, string> = (() => {
	const found = new Map<string, string>();
	for (const code of codes) {
		for (const locale of ['en', 'da', code]) {
			const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code);
			if (name && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), code);
		}
	}
	for (const [name, code] of Object.entries(alsoWritten)) found.set(name, code);
	return found;
})();

export interface ReadLanguage {
	/** ISO 639-1 codes, or the source's words for a language without one (sign languages) */
	languages: string[];
	/** the cell itself when it says more than names: "other languages upon request" */
	words?: string;
}

const separators = /[,;/\n.:*]|\s(?:and|og|y|&|or|eller)\s/iu;
const qualifiers = /\([^)]*\)?|^(?:limited|some|and|og|noget|lidt)\s+/giu;
const aboutInterpreting = /interpret|translat|language|tolk|sprog|available|request|bilingual|staff|line\b|materials/iu;

/** @param code HSDS code: ISO 639-1, or 639-2/3 as older exports have; a two-letter equal is found for `eng` and such. */
export function readLanguage(name: string | undefined, code: string | undefined): ReadLanguage {
	const canonical = canonicalCode(code);
	if (canonical) return { languages: [canonical] };
	if (!name) return { languages: code ? [code] : [] };
	const languages: string[] = [];
	let more = false;
	for (const part of name.split(separators)) {
		const exact = part.trim();
		if (exact === '') continue;
		const plain = exact.replaceAll(qualifiers, '').trim();
		const found = byName.get(exact.toLowerCase()) ?? byName.get(plain.toLowerCase());
		if (found) {
			languages.push(found);
			if (plain !== exact) more = true;
		} else if (/sign language|tegnsprog|^asl$/iu.test(plain) && plain.length < 40) {
			languages.push(/^asl$/iu.test(plain) ? 'American Sign Language' : plain);
		} else if (looksLikeName(exact)) languages.push(exact);
		else {
			// "Creole with translators available": the first word is the language, the rest is about it.
			const first = byName.get((/^[\p{L}-]+/u.exec(exact)?.[0] ?? '').toLowerCase());
			if (first && !/^\S+\s+(?:translat|interpret)/iu.test(exact)) languages.push(first);
			more = true;
		}
	}
	const result: ReadLanguage = { languages: [...new Set(languages)] };
	if (more) result.words = name;
	return result;
}

/** One capitalised word that is not about interpreting: a language without a two-letter code. */
function looksLikeName(text: string): boolean {
	return /^\p{Lu}[\p{L}-]{2,20}$/u.test(text) && !aboutInterpreting.test(text);
}

function canonicalCode(code: string | undefined): string | undefined {
	if (!code || !/^[a-z]{2,3}$/iu.test(code)) return undefined;
	const canonical = Intl.getCanonicalLocales(code)[0];
	return canonical && codes.includes(canonical) ? canonical : undefined;
}
