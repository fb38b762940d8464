import { relationsIn } from './relations.ts';

/*
 * »Far har fået Alzheimer, og mor er ved at gå ned med flaget«: with somebody near and somebody worn down by it, those who
 * know how that is are an answer, whatever is the matter.
 */

/** How people say that they can't bear it much longer. Each as it is written, word by word. */
const strains: readonly (readonly string[])[] = `
	ved at knække, ved at gå ned, ved at brænde ud, ved at gå i stykker, ved at miste forstanden, ved at blive skør,
	ved at køre træt, ved at være slidt, går ned med flaget, gå ned med flaget, kørt ned, kørt træt,
	slidt op, slidt ned, udslidt, udmattet, udmattede, smadret, smadrede, helt færdig, i knæ,
	bukke under, bukker under, på bar bund, ved snart ikke, ved ikke hvad jeg skal gøre, ved ikke hvad vi skal gøre,
	ved ikke mine levende råd, kan ikke mere, kan ikke holde til, kan ikke holde til det, kan ikke klare mere,
	orker ikke mere, holder snart ikke, får aldrig fri, aldrig en pause, aldrig tid til mig selv, sover ikke, sover næsten ikke,
	ikke sovet, prøver at være stærk, skal være stærk, magtesløs, magtesløse, hjælpeløs, rådvild, rådvilde, fortvivlet,
	fortvivlede, bange for at miste, passe på mig selv, skal gøre af mig selv, gøre af mig selv, worn out, exhausted, at my wits end
`
	.split(',')
	.map((each) => each.trim().split(' '));

/** Those who speak as such: »vi er som mor og far helt kørt ned«. */
const speakers: readonly (readonly string[])[] = [
	['som', 'mor'],
	['som', 'far'],
	['som', 'forældre'],
	['som', 'pårørende'],
	['vi', 'forældre'],
];

/** »Helt« and »bare« stand anywhere in it. */
const padding = new Set(['helt', 'bare', 'snart', 'selv', 'ret', 'fuldstændig', 'simpelthen']);

function placesOf(said: readonly string[], words: readonly string[], at: number): number[] | undefined {
	const places: number[] = [];
	let place = at;
	for (const word of said) {
		while (words[place] !== word && places.length > 0 && padding.has(words[place] ?? '')) place++;
		if (words[place] !== word) return undefined;
		places.push(place++);
	}
	return places;
}

const ownPronouns = new Set(['jeg', 'vi', 'i', 'we']);
const otherPronouns = new Set(['hun', 'han', 'de', 'she', 'he', 'they']);

/** Whether somebody other than the one near may be meant: in »min søn kan ikke mere« it is the son who is worn down. */
function isAnother(words: readonly string[], strain: number): boolean {
	const near = [...relationsIn(words)];
	const [first] = near;
	if (first === undefined) return false;
	return (
		near.filter((at) => at < strain).length > 1 ||
		words.some((word, at) => at < strain && (ownPronouns.has(word) || (otherPronouns.has(word) && at < first)))
	);
}

/**
 * @param words of a query, folded
 * @returns the places of the words that say that somebody is worn down by what is the matter with somebody near
 */
export function strainAt(words: readonly string[]): readonly number[] | undefined {
	const speaksAsOne = [...words.keys()].some((at) => speakers.some((each) => placesOf(each, words, at)));
	for (const at of words.keys()) {
		const places = strains.map((said) => placesOf(said, words, at)).find((each) => each !== undefined);
		if (places && (speaksAsOne || isAnother(words, at))) return places;
	}
	return undefined;
}
