import { eachOf, type Work } from './slices.ts';
import { best } from './top.ts';

/*
 * What the best answers have in common, a further answer is likely to have too: offers of the same themes are lifted
 * (Rocchio's relevance feedback, with the best answers taken for good ones). It helps where a query says little, or
 * beside the matter much else.
 */

/** How many answers are taken for good ones; the score's power makes the very best count most among them. */
const trusted = 10;
const power = 3;
/** What an offer gains whose themes are just those of the best answers. */
const gain = 0.6;

/** The different mixes of themes that the offers of a catalogue have. */
export interface ThemeMixes {
	/** offer → its place in `mixes` */
	readonly of: Uint32Array;
	/** each theme's number and weight by rarity; together of length 1 */
	readonly mixes: readonly (readonly { readonly theme: number; readonly weight: number }[])[];
	/** how many different themes there are */
	readonly themes: number;
}

/** @param offers with the codes of their themes */
export function* themeMixes<T>(offers: readonly T[], themesOf: (offer: T) => readonly string[]): Work<ThemeMixes> {
	const numbers = new Map<string, number>();
	const of = new Uint32Array(offers.length);
	const counts = new Map<string, number>();
	yield* eachOf(offers, (offer, document) => {
		const themes = [...new Set(themesOf(offer))].sort();
		for (const theme of themes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
		const key = themes.join(' ');
		const number = numbers.get(key) ?? numbers.size;
		numbers.set(key, number);
		of[document] = number;
	});
	const themeNumbers = new Map([...counts.keys()].map((theme, number) => [theme, number]));
	const mixes = [...numbers.keys()].map((key) => {
		const themes = key === '' ? [] : key.split(' ');
		const rarity = themes.map((theme) => Math.log(1 + offers.length / (counts.get(theme) ?? 1)));
		const length = Math.hypot(...rarity);
		return themes.map((theme, at) => ({ theme: themeNumbers.get(theme) ?? 0, weight: (rarity[at] ?? 0) / length }));
	});
	return { of, mixes, themes: counts.size };
}

/** Raises the scores of offers by how much their themes are those of the best ones. */
export function liftAlike(
	{ of, mixes, themes }: ThemeMixes,
	{ documents, length, scores }: { documents: Uint32Array; length: number; scores: Float32Array },
): void {
	const common = new Float32Array(themes);
	for (const document of best(documents, length, scores, trusted)) {
		const worth = (scores[document] ?? 0) ** power;
		for (const { theme, weight } of mixes[of[document] ?? 0] ?? [])
			common[theme] = (common[theme] ?? 0) + worth * weight;
	}
	const size = Math.hypot(...common);
	if (size === 0) return;
	const factors = Float32Array.from(mixes, (mix) =>
		mix.reduce((factor, { theme, weight }) => factor + (gain * weight * (common[theme] ?? 0)) / size, 1),
	);
	for (let at = 0; at < length; at++) {
		const document = documents[at] ?? 0;
		scores[document] = (scores[document] ?? 0) * (factors[of[document] ?? 0] ?? 1);
	}
}
