import { count, intersect, type Bitset } from './bitset.ts';
import { valuesOf, type Filter } from './filters.ts';
import { chosen, facetNames, type FacetName, type SearchRequest } from './request.ts';
import { openNow } from './day-facets.ts';
import type { Snapshot } from './snapshot.ts';

export interface FacetValue {
	readonly value: string;
	/** how many there would be with it, under all the other filters */
	readonly count: number;
	readonly selected: boolean;
}
export type FacetCounts = Readonly<Record<FacetName, readonly FacetValue[]>>;

/**
 * How many each value would find, under all other filters.
 * @param within what the words leave when a value of this facet is chosen
 */
export function countFacets(
	snapshot: Snapshot,
	within: (facet: FacetName) => Bitset,
	filters: readonly Filter[],
	request: SearchRequest,
	now: Date,
): FacetCounts {
	const under = (facet: FacetName) =>
		filters
			.filter((filter) => filter.facet !== facet)
			.reduce<Bitset>((all, { set }) => intersect(all, set), within(facet).slice());
	const usual = new Map<Bitset, Bitset>();
	/** under all filters, worked out once for all facets that the words say nothing about */
	const underAll = (facet: FacetName) => {
		const base = within(facet);
		let known = usual.get(base);
		if (!known)
			usual.set(base, (known = filters.reduce<Bitset>((left, { set }) => intersect(left, set), base.slice())));
		return known;
	};
	const counts: { [facet in FacetName]?: readonly FacetValue[] } = {};
	for (const facet of facetNames) {
		const selected = chosen(request, facet);
		const base = selected.length > 0 ? under(facet) : underAll(facet);
		const values: FacetValue[] = [];
		for (const [value, set] of valuesOf(snapshot, facet, now)) {
			const found = set.countIn(base);
			if (found > 0 || selected.includes(value)) {
				values.push({ value, count: found, selected: selected.includes(value) });
			}
		}
		if (facet === 'open') {
			const found = count(intersect(openNow(snapshot, now).slice(), base));
			values.push({ value: 'now', count: found, selected: selected.includes('now') });
		}
		counts[facet] = values;
	}
	return counts as FacetCounts;
}
