import type { Term } from '../vocabulary.ts';

/** Ages as the field speaks of them, in years, both ends included. */
export const ageGroups = [
	{ code: 'children', from: 0, to: 12, da: 'Børn (0–12 år)', en: 'Children (0–12)' },
	{ code: 'teenagers', from: 13, to: 17, da: 'Teenagere (13–17 år)', en: 'Teenagers (13–17)' },
	{ code: 'young_adults', from: 18, to: 29, da: 'Unge voksne (18–29 år)', en: 'Young adults (18–29)' },
	{ code: 'adults', from: 30, to: 64, da: 'Voksne (30–64 år)', en: 'Adults (30–64)' },
	{ code: 'older', from: 65, to: 120, da: 'Ældre (fra 65 år)', en: 'Older people (65 and over)' },
] as const satisfies readonly (Term & { from: number; to: number })[];

/**
 * The groups some of whom an offer is for. An offer that tells no limit is for all ages.
 * @param minimum in years
 * @param maximum in years
 */
export const ageGroupsOf = (minimum = 0, maximum = Infinity): string[] =>
	ageGroups.filter(({ from, to }) => minimum <= to && from <= maximum).map(({ code }) => code);
