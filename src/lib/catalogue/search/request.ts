import type { Box } from '../map/extent.ts';
import type { Near } from '../near/near.ts';

/** What offers can be narrowed by. Each is a name in the address; a value may come several times and means either. */
export const facetNames = [
	'theme',
	'target_group',
	'transition',
	'district',
	'age_group',
	'way_in',
	'capacity',
	'open',
	'language',
	'gender',
	'mode',
	'free',
	'step_free',
	'peers',
	'user_organisation',
	'kind',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Facets that are one yes: the value in the address is `1`. */
export const switches = ['free', 'step_free', 'peers', 'user_organisation'] as const satisfies readonly FacetName[];

export type Sort = 'fit' | 'distance' | 'freshness';
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** A search as it stands in the address: sharing the address shares the search. */
export interface SearchRequest {
	readonly q: string;
	/** words of `q`, folded, that are taken as words and not as filters */
	readonly not?: readonly string[];
	readonly filters: Filters;
	/** the citizen's, in years */
	readonly age?: number;
	/** the part of the map that is searched */
	readonly bbox?: Box;
	/** where distances are counted from; never kept, neither with an answer nor in a log */
	readonly near?: Near;
	readonly sort: Sort;
	/** from 1 */
	readonly page: number;
}

export const everything: SearchRequest = { q: '', filters: {}, sort: 'fit', page: 1 };

/** The values chosen in a facet. */
export const chosen = (request: SearchRequest, facet: FacetName): readonly string[] => request.filters[facet] ?? [];

/** Who says where wants what is near. */
export const usualSort = ({ near }: Pick<SearchRequest, 'near'>): Sort => (near ? 'distance' : 'fit');

/** A search as parameters: always in the same order and without what goes without saying, so that equals look alike. */
export function toParameters(request: SearchRequest): URLSearchParams {
	const parameters = new URLSearchParams();
	if (request.q) parameters.append('q', request.q);
	for (const word of request.not ?? []) parameters.append('not', word);
	for (const facet of facetNames) for (const value of chosen(request, facet)) parameters.append(facet, value);
	if (request.age !== undefined) parameters.append('age', String(request.age));
	if (request.bbox) parameters.append('bbox', request.bbox.join(','));
	if (request.near) parameters.append('near', request.near.text);
	if (request.sort !== usualSort(request)) parameters.append('sort', request.sort);
	if (request.page > 1) parameters.append('page', String(request.page));
	return parameters;
}

/** The address of a search. */
export function searchAddress(request: SearchRequest, path = '/offers'): string {
	const parameters = toParameters(request).toString();
	return parameters ? `${path}?${parameters}` : path;
}

/** The same search with a value of a facet added, or taken away where it was. Begins at the first page again. */
export function toggled(request: SearchRequest, facet: FacetName, value: string): SearchRequest {
	const before = chosen(request, facet);
	const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
	const { [facet]: _, ...others } = request.filters;
	return { ...request, page: 1, filters: after.length > 0 ? { ...others, [facet]: after } : others };
}

/** The same search with a word that was understood as a filter taken as an ordinary one. */
export const withOrdinary = (request: SearchRequest, word: string): SearchRequest => ({
	...request,
	page: 1,
	not: [...(request.not ?? []), word].sort(),
});

/** Whether anything but words narrows the search. */
export const isNarrowed = (request: SearchRequest): boolean =>
	Object.keys(request.filters).length > 0 || request.age !== undefined || request.bbox !== undefined;
