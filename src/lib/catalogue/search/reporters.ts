import { wordSet } from './words.ts';

/*
 * »Lægen siger, at han skal bevæge sig« asks for no doctor: who reports is not what is asked for.
 */

const professionals = wordSet(`
	læge lægen lægerne psykiater psykiateren psykolog psykologen sygeplejerske sygeplejersken sundhedsplejerske
	sundhedsplejersken hjemmesygeplejerske hjemmesygeplejersken hjemmehjælper hjemmehjælperen hjemmepleje hjemmeplejen
	bostøtte bostøtten kontaktperson kontaktpersonen sagsbehandler sagsbehandleren socialrådgiver socialrådgiveren
	lærer læreren lærerne klasselærer klasselæreren pædagog pædagogen pædagogerne fysioterapeut fysioterapeuten
	mentor mentoren vicevært viceværten plejemor plejemoren skole skolen jobcenter jobcentret jobcenteret hospital
	hospitalet børnehave børnehaven vejleder vejlederen rektor jordemoder jordemoderen doctor teacher nurse
`);
const saying = wordSet(`
	siger sagde sagt mener mente fortæller fortalte fortalt skriver skrev spørger spurgte synes tror ringer ringede foreslår
	anbefaler oplyser undrer says said thinks told
`);

/**
 * @param words of a query, folded
 * @returns the places of professionals who are named because they report: »siger bostøtten«, »læreren har fortalt«
 */
export function reportersIn(words: readonly string[]): ReadonlySet<number> {
	return new Set(
		words.flatMap((word, at) => {
			if (!professionals.has(word)) return [];
			const owned = /^(?:min|hans|hendes|vores|deres|my|his|her)$/u.test(words[at - 1] ?? '');
			const before = words[at - (owned ? 2 : 1)] ?? '';
			const after = words[at + 1] === 'har' ? words[at + 2] : words[at + 1];
			return saying.has(before) || saying.has(after ?? '') ? [at] : [];
		}),
	);
}
