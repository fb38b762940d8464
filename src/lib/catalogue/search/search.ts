import { localTime } from '../opening-hours.ts';
import { liftAlike } from './alike.ts';
import { bitsetOf, count, each, emptyBitset, fullBitset, has, intersect, type Bitset } from './bitset.ts';
import { distancesFrom, nearestFirst, unknownDistance } from './distance.ts';
import { match } from './match.ts';
import { isMeant } from './need-weights.ts';
import type { Query } from './query.ts';
import { Recent } from './recent.ts';
import { chosen, toParameters, type FacetName, type SearchRequest } from './request.ts';
import type { Snapshot } from './snapshot.ts';
import { countFacets, type FacetCounts } from './facet-counts.ts';
import { filterSets } from './filters.ts';
import { best, keepWorthy } from './top.ts';
import { weighSuitability, wishesOf } from './wishes.ts';
import { bestAnswers, isChosen, narrowByWords, tellsApart, type ByWords } from './word-filters.ts';

export type { FacetCounts, FacetValue } from './facet-counts.ts';

export const pageSize = 20;
/** Deeper than this nobody turns pages; what is beyond is shown in browse order. */
const deepest = 2_000;
/**
 * What is worth less than this share of the best offer is found only while there is no full page. On the judged sets it
 * leaves 97 % of what helps and half as much to look through.
 */
const leastShare = 0.25;

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
	/** the filters that words have become, and how they narrow */
	readonly said: Pick<ByWords, 'strict' | 'exact'> & { readonly facts: Query['facts'] };
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
	const query = request.q.trim() === '' ? undefined : snapshot.reader.read(request.q, request.not);
	const said = (query?.facts ?? []).filter(({ fact }) => tellsApart(snapshot, fact, now));
	const facts = said.filter(({ fact }) => !isChosen(request, fact));
	const ranked = query
		? rank(snapshot, query, facts, allowed, request, now, size)
		: browse(snapshot, allowed, request, size);
	/** what the words leave when a value of a facet is chosen: then they say nothing more about it */
	const within = (facet: FacetName): Bitset => {
		const others = said.filter(
			({ fact }) => !isChosen({ ...request, filters: { ...request.filters, [facet]: ['*'] } }, fact),
		);
		return others.length === facts.length ? ranked.left.set : ranked.narrow(others).set;
	};
	const facets = () => countFacets(snapshot, within, filters, request, now);
	let counted: FacetCounts | undefined;
	const { strict, exact } = ranked.left;
	return {
		...ranked.page,
		query,
		said: { facts, strict, exact },
		set: ranked.set,
		facets: () => (counted ??= facets()),
	};
}

interface Ranked {
	readonly page: Pick<Found, 'total' | 'pages' | 'page' | 'documents'>;
	/** what the words found, narrowed by the filters that are in them, before all others */
	readonly left: ByWords;
	/** the same, narrowed by these of the filters in the words */
	readonly narrow: (facts: Query['facts']) => ByWords;
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
	const left = { set: fullBitset(snapshot.entries.length), strict: true, exact: total };
	return { page: { total, pages, page, documents }, left, narrow: () => left, set: allowed };
}

function inOrder(order: Uint32Array, allowed: Bitset, visit: (document: number) => boolean): void {
	for (const document of order) if (has(allowed, document) && !visit(document)) return;
}

const relativesConcepts = new Set(['#relatives', '#children_relatives', '#prisoners_families', '#disability_family']);

function rank(
	snapshot: Snapshot,
	query: Query,
	facts: Query['facts'],
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
	const offers = snapshot.entries.length;
	// Nothing but an age or a gender was said: all there is, for them.
	if (query.needs.length === 0 && wishes.length === 0 && query.facts.length > 0) {
		wishes.push({ set: fullBitset(offers), perhaps: emptyBitset(offers), without: 1, unsure: 1 });
	}
	const matches = match(snapshot.text.index, query.needs, wishes, query.factsAlone);
	const { documents, scores } = matches;
	const asksForRelatives =
		query.ofRelative ||
		query.needs.some(({ alternatives }) =>
			alternatives.some((each) => isMeant(each) && each.terms.some((term) => relativesConcepts.has(term))),
		);
	const scored = { documents, length: matches.count, scores };
	weighSuitability(snapshot, scored, query.person, asksForRelatives, now);
	liftAlike(snapshot.themeMixes, scored);
	const found = keepWorthy(documents, matches.count, scores, { share: leastShare, few: pageSize });
	const hits = bitsetOf(offers, documents, found);
	const first = facts.length > 0 ? best(documents, found, scores, bestAnswers) : [];
	const narrow = (by: Query['facts']) =>
		narrowByWords(
			snapshot,
			by.map(({ fact }) => fact),
			hits,
			first,
			now,
		);
	const byWords = narrow(facts);
	const wanted = intersect(byWords.set.slice(), allowed);
	let left = 0;
	for (let at = 0; at < found; at++) {
		const document = documents[at] ?? 0;
		if (has(wanted, document)) documents[left++] = document;
	}
	const { pages, page, from, to } = paged(left, request, size);
	const top = orderedPage(snapshot, { documents, left, scores }, wanted, request, from, to);
	return { page: { total: left, pages, page, documents: top }, left: byWords, narrow, set: wanted };
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
