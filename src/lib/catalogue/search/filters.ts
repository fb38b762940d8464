import { add, each, emptyBitset, type Bitset } from './bitset.ts';
import { chosen, facetNames, type FacetName, type SearchRequest } from './request.ts';
import { facetsOn, openNow } from './day-facets.ts';
import type { Snapshot } from './snapshot.ts';
import type { ValueSet } from './value-set.ts';

/** What is chosen in a facet, of an age or of the map, as the offers that have it. */
export interface Filter {
	readonly facet: FacetName | 'age' | 'bbox';
	readonly set: Bitset;
}

/** The values of a facet today. */
export function valuesOf(snapshot: Snapshot, facet: FacetName, now: Date): ReadonlyMap<string, ValueSet> {
	if (facet === 'capacity' || facet === 'open') return facetsOn(snapshot, now)[facet];
	return snapshot.facets[facet];
}

/** The filters of a search that stand beside its words. */
export function filterSets(snapshot: Snapshot, request: SearchRequest, now: Date): Filter[] {
	const size = snapshot.entries.length;
	const filters: Filter[] = [];
	for (const facet of facetNames) {
		const wanted = chosen(request, facet);
		if (wanted.length === 0) continue;
		const set = emptyBitset(size);
		for (const value of wanted) {
			if (facet === 'open' && value === 'now') each(openNow(snapshot, now), (document) => add(set, document));
			else valuesOf(snapshot, facet, now).get(value)?.uniteInto(set);
		}
		filters.push({ facet, set });
	}
	if (request.age !== undefined) filters.push({ facet: 'age', set: ofAge(snapshot, request.age) });
	if (request.bbox) filters.push({ facet: 'bbox', set: inBox(snapshot, request.bbox) });
	return filters;
}

/** Offers without an age limit are for all ages. */
function ofAge({ entries }: Snapshot, age: number): Bitset {
	const set = emptyBitset(entries.length);
	for (const [document, { minimumAge = 0, maximumAge = 200 }] of entries.entries()) {
		if (minimumAge <= age && age <= maximumAge) add(set, document);
	}
	return set;
}

function inBox({ entries, points }: Snapshot, [west, south, east, north]: readonly number[]): Bitset {
	const set = emptyBitset(entries.length);
	for (let at = 0; at < points.documents.length; at++) {
		const latitude = points.latitudes[at] ?? 0;
		const longitude = points.longitudes[at] ?? 0;
		if (latitude < (south ?? 0) || latitude > (north ?? 0) || longitude < (west ?? 0) || longitude > (east ?? 0))
			continue;
		add(set, points.documents[at] ?? 0);
	}
	return set;
}
