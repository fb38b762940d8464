/** What a place is called, from its street or house to its town: `Nørrebrogade`, `Blågårds Plads`, `Nørrebro`. */
export type Called = readonly string[];

/**
 * What several places are called together: the closest name that more than half of them have, the street before the
 * square before the district. Where they have none in common, the district or town that most of them lie in.
 */
export function usualName(places: readonly Called[]): string | undefined {
	const all = places.flat();
	return (
		fewest(all, places.length / 2) ??
		fewest(
			places.flatMap((names) => names.at(-1) ?? []),
			0,
			true,
		)
	);
}

/** The name that the fewest have of those that more than `least` have, or the one that most have; the first of equals. */
function fewest(names: readonly string[], least: number, most = false): string | undefined {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	const common = [...counts].filter(([, count]) => count > least);
	return common.sort(([, a], [, b]) => (most ? b - a : a - b))[0]?.[0];
}
