import { localTime } from '../opening-hours.ts';
import { add, bitsetOf, count, each, emptyBitset, fullBitset, has, intersect, type Bitset } from './bitset.ts';
import { distancesFrom, nearestFirst, unknownDistance } from './distance.ts';
import { match } from './match.ts';
import type { Query } from './query.ts';
import { Recent } from './recent.ts';
import { chosen, facetNames, toParameters, type FacetName, type SearchRequest } from './request.ts';
import { facetsOn, openNow, type Snapshot } from './snapshot.ts';
import { best } from './top.ts';
import type { ValueSet } from './value-set.ts';
import { weighSuitability, wishesOf } from './wishes.ts';

export const pageSize = 20;
/** Deeper than this nobody turns pages; what is beyond is shown in browse order. */
const deepest = 2_000;

export interface FacetValue {
	readonly value: string;
	/** how many there would be with it, under all the other filters */
	readonly count: number;
	readonly selected: boolean;
}
export type FacetCounts = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** What a search found. */
export interface Found {
	readonly total: number;
	readonly pages: number;
	/** from 1; the last there is when more was asked for */
	readonly page: number;
	/** offers of this page, best first */
	readonly documents: readonly number[];
	/** metres to each offer of this page, where a place to count from was given and the offer's own is known */
	readonly metres?: ReadonlyMap<number, number>;
	/** how the words were understood; undefined without any */
	readonly query: Query | undefined;
	/** every offer found, on all pages */
	readonly set: Bitset;
	/** what else the search could be narrowed by; counted when first asked */
	readonly facets: () => FacetCounts;
}

/** Answers kept for each snapshot; gone with it. */
const mostKept = 600;
const kept = new WeakMap<Snapshot, Recent<Found>>();

/**
 * Answers a search from memory.
 * @param now for what is open, paused or stale
 */
export function search(snapshot: Snapshot, { near, ...request }: SearchRequest, now: Date): Found {
	if (!near) return remembered(snapshot, request, now);
	// Where somebody is or wants to go is in no answer that is kept: distances are added to one that knows nothing of it.
	const metres = distancesFrom(snapshot, near);
	const byDistance = request.sort === 'distance';
	const found = remembered(snapshot, byDistance ? { ...request, sort: 'fit', page: 1 } : request, now);
	const { pages, page, from, to } = paged(found.total, byDistance ? request : found, pageSize);
	const documents = byDistance ? nearestFirst(found.set, found.total, metres, to).slice(from) : found.documents;
	const known = documents.flatMap((document) => {
		const far = metres[document] ?? unknownDistance;
		return far < unknownDistance ? [[document, far] as const] : [];
	});
	return { ...found, pages, page, documents, metres: new Map(known) };
}

function remembered(snapshot: Snapshot, request: Omit<SearchRequest, 'near'>, now: Date): Found {
	let recent = kept.get(snapshot);
	if (!recent) kept.set(snapshot, (recent = new Recent(mostKept)));
	const { date, minute } = localTime(now);
	const untilWhen = chosen(request, 'open').includes('now') ? `${date} ${minute}` : date;
	return recent.get(`${untilWhen} ${toParameters(request).toString()}`, () => find(snapshot, request, now));
}

/**
 * The first so many offers of a search on one page: for a file that is taken along. Up to 2,000 best first, more in
 * browse order.
 */
export function searchWhole(
	snapshot: Snapshot,
	{ near, ...request }: SearchRequest,
	now: Date,
	most: number,
): readonly number[] {
	const { documents, set, total } = find(snapshot, { ...request, page: 1 }, now, most);
	if (!near || request.sort !== 'distance') return documents;
	return nearestFirst(set, total, distancesFrom(snapshot, near), most);
}

function find(snapshot: Snapshot, request: SearchRequest, now: Date, size = pageSize): Found {
	const filters = filterSets(snapshot, request, now);
	const allowed = filters.reduce<Bitset>((all, { set }) => intersect(all, set), fullBitset(snapshot.entries.length));
	const query = request.q.trim() === '' ? undefined : snapshot.reader.read(request.q);
	const ranked = query ? rank(snapshot, query, allowed, request, now, size) : browse(snapshot, allowed, request, size);
	const facets = () => countFacets(snapshot, ranked.hits, filters, request, now);
	let counted: FacetCounts | undefined;
	return { ...ranked.page, query, set: ranked.set, facets: () => (counted ??= facets()) };
}

interface Filter {
	readonly facet: FacetName | 'age' | 'bbox';
	readonly set: Bitset;
}

/** The values of a facet today. */
function valuesOf(snapshot: Snapshot, facet: FacetName, now: Date): ReadonlyMap<string, ValueSet> {
	if (facet === 'capacity' || facet === 'open') return facetsOn(snapshot, now)[facet];
	return snapshot.facets[facet];
}

function filterSets(snapshot: Snapshot, request: SearchRequest, now: Date): Filter[] {
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

interface Ranked {
	readonly page: Pick<Found, 'total' | 'pages' | 'page' | 'documents'>;
	/** what the words found, before the filters */
	readonly hits: Bitset;
	/** what is left after them */
	readonly set: Bitset;
}

function paged(
	total: number,
	request: Pick<SearchRequest, 'page'>,
	size: number,
): { pages: number; page: number; from: number; to: number } {
	const pages = Math.max(1, Math.ceil(total / size));
	const page = Math.min(request.page, pages);
	return { pages, page, from: (page - 1) * size, to: Math.min(page * size, total) };
}

/** Nothing was asked in words: in browse order, or freshest first. */
function browse(snapshot: Snapshot, allowed: Bitset, request: SearchRequest, size: number): Ranked {
	const total = count(allowed);
	const { pages, page, from, to } = paged(total, request, size);
	const documents: number[] = [];
	let seen = 0;
	const visit = (document: number) => {
		if (seen++ >= from) documents.push(document);
		return seen < to;
	};
	if (request.sort === 'freshness') inOrder(snapshot.freshest, allowed, visit);
	else if (to > 0) each(allowed, visit);
	return { page: { total, pages, page, documents }, hits: fullBitset(snapshot.entries.length), set: allowed };
}

function inOrder(order: Uint32Array, allowed: Bitset, visit: (document: number) => boolean): void {
	for (const document of order) if (has(allowed, document) && !visit(document)) return;
}

const relativesConcepts = new Set(['#relatives', '#children_relatives', '#prisoners_families', '#disability_family']);

function rank(
	snapshot: Snapshot,
	query: Query,
	allowed: Bitset,
	request: SearchRequest,
	now: Date,
	size: number,
): Ranked {
	const wishes = wishesOf(
		snapshot,
		query.demands.map(({ demand }) => demand),
		now,
	);
	const { documents, count: found, scores } = match(snapshot.text.index, query.needs, wishes);
	const hits = bitsetOf(snapshot.entries.length, documents, found);
	let left = 0;
	for (let at = 0; at < found; at++) {
		const document = documents[at] ?? 0;
		if (has(allowed, document)) documents[left++] = document;
	}
	const asksForRelatives =
		query.ofRelative ||
		query.needs.some(({ alternatives }) =>
			alternatives.some(({ terms }) => terms.some((term) => relativesConcepts.has(term))),
		);
	const { date } = localTime(now);
	weighSuitability(snapshot, { documents, length: left, scores }, query.person, asksForRelatives, date);
	const set = intersect(hits.slice(), allowed);
	const { pages, page, from, to } = paged(left, request, size);
	const top = orderedPage(snapshot, { documents, left, scores }, set, request, from, to);
	return { page: { total: left, pages, page, documents: top }, hits, set };
}

function orderedPage(
	snapshot: Snapshot,
	{ documents, left, scores }: { documents: Uint32Array; left: number; scores: Float32Array },
	set: Bitset,
	request: SearchRequest,
	from: number,
	to: number,
): number[] {
	if (request.sort !== 'freshness' && to <= deepest) return best(documents, left, scores, to).slice(from);
	const found: number[] = [];
	let seen = 0;
	const visit = (document: number) => {
		if (seen++ >= from) found.push(document);
		return seen < to;
	};
	if (request.sort === 'freshness') inOrder(snapshot.freshest, set, visit);
	else each(set, visit);
	return found;
}

function countFacets(
	snapshot: Snapshot,
	hits: Bitset,
	filters: readonly Filter[],
	request: SearchRequest,
	now: Date,
): FacetCounts {
	const under = (facet: FacetName) =>
		filters
			.filter((filter) => filter.facet !== facet)
			.reduce<Bitset>((all, { set }) => intersect(all, set), hits.slice());
	const all = filters.reduce<Bitset>((left, { set }) => intersect(left, set), hits.slice());
	const counts: { [facet in FacetName]?: readonly FacetValue[] } = {};
	for (const facet of facetNames) {
		const selected = chosen(request, facet);
		const base = selected.length > 0 ? under(facet) : all;
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
