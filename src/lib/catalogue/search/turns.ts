/*
 * Turns of speech whose words mean nothing of what they mean alone: in »lejligheden er fuld af skimmel« nobody is drunk,
 * and »stille og roligt« asks for no quiet.
 */

const turns: readonly (readonly string[])[] = `
	fuld af, fuldt af, fulde af, fyldt af, fyldt med, på vej, på vejen, på grund af, ved siden af, i gang med, midt i, midt om,
	stille og roligt, stille og rolig, lige så stille, i det hele taget, for eksempel, med det samme, til sidst, af sted,
	i stand til, på den måde, på en måde, i forhold til, i forbindelse med, i perioder, op ad, ud over, til gengæld,
	på egen hånd, for første gang, i løbet af, på forhånd, til daglig, i lang tid, i længere tid, et par, ud fra, i dag,
	i morgen, slå til, slår til, slog til, slår ikke til, har fri, har aldrig fri, par stykker, i sommer, sidste sommer, på gale veje, full of, looking for, look for, at the moment, right now, these days, a bit of, a lot of, lots of, on top of,
	kind of, in front of, in the middle of, at least, of course, savner nogen, savner noget, savner nogle, savner en, savner et, lov til, lov at, få lov, fik lov, fået lov, ikke lov, af med, fri af
`
	.split(',')
	.map((each) => each.trim().split(' '));

const byFirst = new Map<string, (readonly string[])[]>();
for (const each of turns) byFirst.set(each[0] ?? '', [...(byFirst.get(each[0] ?? '') ?? []), each]);

/**
 * @param words of a query, folded
 * @returns the places of the words that are part of such a turn
 */
export function turnsIn(words: readonly string[]): ReadonlySet<number> {
	return new Set(
		words.flatMap((first, at) =>
			(byFirst.get(first) ?? [])
				.filter((turn) => turn.every((word, next) => words[at + next] === word))
				.flatMap((turn) => turn.map((_, next) => at + next)),
		),
	);
}
