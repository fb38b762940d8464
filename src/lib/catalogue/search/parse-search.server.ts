import { z } from 'zod';
import {
	capacities,
	codes,
	genders,
	modes,
	organisationKinds,
	targetGroups,
	themes,
	transitions,
	waysIn,
} from '../vocabulary.ts';
import { weekdays } from '../opening-hours.ts';
import { ageGroups } from './age-groups.ts';
import { longestPlace, readNear, type Near } from '../near/near.ts';
import { words } from './words.ts';
import { facetNames, usualSort, type FacetName, type Filters, type SearchRequest } from './request.ts';

export const openValues = ['now', 'evening', 'weekend', 'night', ...weekdays, 'unknown'] as const;

const yes = z.literal('1');
/** Imported catalogues bring their own districts and languages, so these are any words. */
const word = z.string().min(1).max(80);
const values: Record<FacetName, z.ZodType<string>> = {
	theme: z.enum(codes(themes)),
	target_group: z.enum(codes(targetGroups)),
	transition: z.enum(codes(transitions)),
	district: word,
	age_group: z.enum(codes(ageGroups)),
	way_in: z.enum(codes(waysIn)),
	capacity: z.enum(codes(capacities)),
	open: z.enum(openValues),
	language: word,
	gender: z.enum(codes(genders)),
	mode: z.enum(codes(modes)),
	free: yes,
	step_free: yes,
	peers: yes,
	user_organisation: yes,
	kind: z.enum(codes(organisationKinds)),
};

/** Longer than any need; what is beyond is left out rather than refused. */
const longestQuery = 200;
const mostValues = 40;

const age = z.coerce.number().int().min(0).max(120);
const page = z.coerce.number().int().min(1).max(100_000);
const sort = z.enum(['fit', 'distance', 'freshness']);
const degrees = (limit: number) => z.number().min(-limit).max(limit);
const bbox = z
	.string()
	.transform((text): unknown => text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part))))
	.pipe(z.tuple([degrees(180), degrees(90), degrees(180), degrees(90)]))
	.refine(([west, south, east, north]) => west <= east && south <= north);

/** A value in the address that means nothing to us. */
export interface Ignored {
	readonly name: string;
	readonly value: string;
}

/**
 * Where distances are to be counted from. What a person has typed goes before the point that was there already.
 * @returns what was typed, when it is not known without a look-up
 */
export function nearIn(parameters: URLSearchParams): { near?: Near; typed?: string } {
	const text = parameters.getAll('near').find((value) => value.trim() !== '');
	if (text === undefined) return {};
	const near = readNear(text.slice(0, longestPlace));
	return near ? { near } : { typed: text.trim().slice(0, longestPlace) };
}

/**
 * Reads a search from an address. Nothing in an address is an error: what is not understood is left out, and told.
 * @param isKnown for facets whose values depend on the catalogue: whether any offer has this one
 */
export function parseSearch(
	parameters: URLSearchParams,
	isKnown: (facet: FacetName, value: string) => boolean = () => true,
): { request: SearchRequest; ignored: Ignored[] } {
	const ignored: Ignored[] = [];
	const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
		const value = parameters.get(name);
		if (value === null || value === '') return undefined;
		const parsed = schema.safeParse(value);
		if (!parsed.success) ignored.push({ name, value });
		return parsed.data;
	};
	const filters: { -readonly [facet in keyof Filters]: Filters[facet] } = {};
	for (const facet of facetNames) {
		const kept: string[] = [];
		for (const value of new Set(parameters.getAll(facet).slice(0, mostValues))) {
			if (value === '') continue;
			if (values[facet].safeParse(value).success && isKnown(facet, value)) kept.push(value);
			else ignored.push({ name: facet, value: value.slice(0, 80) });
		}
		if (kept.length > 0) filters[facet] = kept;
	}
	const years = read('age', age);
	const box = read('bbox', bbox);
	const { near } = nearIn(parameters);
	const q = (parameters.get('q') ?? '').slice(0, longestQuery);
	// A word that is no longer typed says nothing any more.
	const typed = new Set(words(q));
	const not = [...new Set(parameters.getAll('not').flatMap(words))].filter((word) => typed.has(word)).sort();
	const request: SearchRequest = {
		// One space behind a word is kept while typing: it says that the word is whole.
		q: q.trimStart().replace(/\s+/gu, ' '),
		...(not.length > 0 && { not }),
		filters,
		...(years !== undefined && { age: years }),
		...(box && { bbox: box }),
		...(near && { near }),
		sort: read('sort', sort) ?? usualSort({ ...(near && { near }) }),
		page: read('page', page) ?? 1,
	};
	return { request: { ...request, q: request.q === ' ' ? '' : request.q }, ignored };
}
