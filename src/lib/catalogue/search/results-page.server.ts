import { m } from '../../paraglide/messages.js';
import type { Locale } from '../../ui/dates.ts';
import type { Box } from '../map/extent.ts';
import type { Near } from '../near/near.ts';
import { cardView, type CardView } from './card-view.ts';
import type { Demand } from './demands.ts';
import { factName, facetHeading, facetOrder, facetValueName } from './facet-words.ts';
import { boundsOf } from './map-answer.ts';
import {
	chosen,
	everything,
	facetNames,
	isNarrowed,
	searchAddress,
	switches,
	toggled,
	toParameters,
	withOrdinary,
	type FacetName,
	type SearchRequest,
} from './request.ts';
import { search, type FacetValue, type Found } from './search.ts';
import { answer, reasons, type Answered } from './search-answer.server.ts';

/** A link to another search. */
export interface SearchLink {
	readonly label: string;
	readonly href: string;
}

export interface FacetOption {
	readonly value: string;
	readonly label: string;
	readonly count: number;
	readonly selected: boolean;
}

export interface FacetGroup {
	readonly name: FacetName;
	readonly heading: string;
	readonly options: readonly FacetOption[];
	/** values that are too many to show */
	readonly others: number;
}

/** What the page of results shows, in the reader's words. */
export interface ResultsPage {
	readonly q: string;
	readonly total: number;
	readonly page: number;
	readonly pages: number;
	readonly sort: SearchRequest['sort'];
	readonly age: number | null;
	/** where distances are counted from, as written in the address and as it is called */
	readonly near: { readonly text: string; readonly pointed: boolean; readonly name: string } | null;
	readonly cards: readonly CardView[];
	/** filters; one that a word of the search has become is `said` */
	readonly tags: readonly (SearchLink & { readonly said?: true })[];
	/** words that are no filters although they could be */
	readonly not: readonly string[];
	/** how many suit every word, where others are shown as well */
	readonly exact: number | null;
	readonly clear: string | null;
	readonly groups: readonly FacetGroup[];
	readonly switches: readonly (FacetOption & { readonly name: FacetName })[];
	readonly corrections: readonly { typed: string; meant: string }[];
	readonly unknown: readonly string[];
	/** parameters that were not understood, as written */
	readonly ignored: readonly string[];
	/** filters that the words suggest */
	readonly only: readonly SearchLink[];
	/** searches that would find something, when this one finds nothing */
	readonly instead: readonly (SearchLink & { readonly count: number })[];
	readonly map: {
		/** parameters of what the map shows: the search without the map's own part */
		readonly parameters: string;
		readonly bounds: Box | null;
		/** the search is narrowed to a part of the map */
		readonly narrowed: boolean;
		readonly bbox: string;
	};
}

/** Values shown of a facet that the catalogue brings itself; the rest are found by their name. */
const mostValues = 14;

/** Reads a search from the address, answers it, and puts the answer into words. */
export async function resultsPage(parameters: URLSearchParams, locale: Locale): Promise<ResultsPage> {
	const answered = await answer(parameters);
	const { snapshot, request, ignored, found, now } = answered;
	const counts = found.facets();
	const { bbox, near, ...unbounded } = request;
	const isSwitch = (facet: FacetName) => (switches as readonly FacetName[]).includes(facet);
	return {
		q: request.q,
		total: found.total,
		page: found.page,
		pages: found.pages,
		sort: request.sort,
		age: request.age ?? null,
		near: near ? { text: near.text, pointed: near.pointed, name: nearName(near) } : null,
		cards: found.documents.flatMap((document) => {
			const entry = snapshot.entries[document];
			return entry ? [cardView(entry, reasons(answered, document), now, locale, found.metres?.get(document))] : [];
		}),
		tags: narrowings(answered, locale).map(({ left, ...tag }) => ({ ...tag, href: searchAddress(left) })),
		not: request.not ?? [],
		exact: found.said.strict || found.total === 0 ? null : found.said.exact,
		clear: isNarrowed(request) ? searchAddress({ ...everything, q: request.q, sort: request.sort }) : null,
		groups: facetNames.filter((facet) => !isSwitch(facet)).map((facet) => groupOf(facet, counts[facet], locale)),
		switches: switches.map((name) => switchOf(name, counts[name], request)),
		corrections: found.query?.corrections ?? [],
		unknown: found.query?.unknown ?? [],
		ignored: ignored.map(({ name, value }) => `${name}=${value}`),
		only: suggestions(request, found, locale),
		instead: found.total > 0 ? [] : without(answered, locale),
		map: {
			parameters: toParameters({ ...unbounded, page: 1, sort: 'fit' }).toString(),
			bounds: bbox ?? boundsFor(answered),
			narrowed: bbox !== undefined,
			bbox: bbox?.join(',') ?? '',
		},
	};
}

const bounds = new WeakMap<Found, Box | null>();

function boundsFor({ snapshot, found }: Answered): Box | null {
	let known = bounds.get(found);
	if (known === undefined) bounds.set(found, (known = boundsOf(snapshot, found.set)));
	return known;
}

/** What narrows the search, each with the search that is left without it. */
function narrowings(
	{ request, found: { said } }: Pick<Answered, 'request' | 'found'>,
	locale: Locale,
): { label: string; left: SearchRequest; said?: true }[] {
	const found: { label: string; left: SearchRequest; said?: true }[] = facetNames.flatMap((facet) =>
		chosen(request, facet).map((value) => ({
			label: tagName(facet, value, locale),
			left: toggled(request, facet, value),
		})),
	);
	const { near, ...anywhere } = request;
	if (near) {
		found.push({
			label: m.catalogue_near_tag({ place: nearName(near) }),
			left: { ...anywhere, page: 1, sort: request.sort === 'distance' ? 'fit' : request.sort },
		});
	}
	const { age, bbox, ...rest } = { ...request, page: 1 };
	if (age !== undefined) {
		found.push({ label: m.catalogue_facet_age_years({ age }), left: { ...rest, ...(bbox && { bbox }) } });
	}
	if (bbox) found.push({ label: m.catalogue_map_area(), left: { ...rest, ...(age !== undefined && { age }) } });
	for (const { fact, word } of said.facts) {
		found.push({ label: factName(fact, locale), left: withOrdinary(request, word), said: true });
	}
	return found;
}

/** A point is called by what is near it. */
const nearName = ({ pointed, name }: Near): string =>
	!pointed ? (name ?? '') : name ? m.catalogue_near_point({ place: name }) : m.catalogue_near_somewhere();

/** »Ikke oplyst« alone says too little. */
function tagName(facet: FacetName, value: string, locale: Locale): string {
	const name = facetValueName(facet, value, locale);
	return value === 'unknown' || facet === 'gender' ? `${facetHeading(facet)}: ${name.toLowerCase()}` : name;
}

function groupOf(facet: FacetName, values: readonly FacetValue[], locale: Locale): FacetGroup {
	const order = facetOrder(facet);
	const place = (value: string) => {
		const known = order.indexOf(value);
		return known < 0 ? order.length : known;
	};
	const sorted = [...values].sort((a, b) => place(a.value) - place(b.value) || b.count - a.count);
	const shown = sorted.filter(({ selected }, index) => index < Math.max(mostValues, order.length) || selected);
	const options = shown.map((each) => ({ ...each, label: facetValueName(facet, each.value, locale) }));
	return { name: facet, heading: facetHeading(facet), options, others: values.length - shown.length };
}

function switchOf(
	name: FacetName,
	values: readonly FacetValue[],
	request: SearchRequest,
): FacetOption & { name: FacetName } {
	const selected = chosen(request, name).includes('1');
	return { name, value: '1', label: facetHeading(name), count: values[0]?.count ?? 0, selected };
}

const facetOfDemand: Readonly<Record<Demand['kind'], FacetName>> = {
	district: 'district',
	language: 'language',
	open: 'open',
	free: 'free',
	mode: 'mode',
};

/** Where the words only weigh, the place, language or day in them is offered as a filter of its own. */
function suggestions(request: SearchRequest, found: Found, locale: Locale): SearchLink[] {
	if (found.said.strict) return [];
	return (found.query?.demands ?? []).flatMap(({ demand }) => {
		const facet = facetOfDemand[demand.kind];
		const wanted = demand.kind === 'free' ? ['1'] : demand.codes;
		const values = wanted.filter((value) => !chosen(request, facet).includes(value));
		// »Amager« is two districts: with one of them chosen the word has been answered.
		if (values.length < wanted.length) return [];
		const narrowed = {
			...request,
			page: 1,
			filters: { ...request.filters, [facet]: [...chosen(request, facet), ...values] },
		};
		const label = values.map((value) => facetValueName(facet, value, locale)).join(', ');
		return found.total > 0 ? [{ label, href: searchAddress(narrowed) }] : [];
	});
}

/**
 * For a search that finds nothing: the same without one of its filters, without all of them, or without its words,
 * where that would find something.
 */
function without(answered: Answered, locale: Locale): ResultsPage['instead'] {
	const { snapshot, request, now } = answered;
	const counted = (action: string, left: SearchRequest) => {
		const { total: count } = search(snapshot, left, now);
		return count > 0 ? [{ label: action, href: searchAddress(left), count }] : [];
	};
	const single = narrowings(answered, locale)
		.flatMap(({ label, left }) => counted(m.catalogue_filters_remove({ name: label }), left))
		.sort((a, b) => b.count - a.count);
	if (!isNarrowed(request)) return [];
	const none = counted(m.catalogue_filters_clear(), { ...everything, q: request.q, sort: request.sort });
	const wordless = request.q ? counted(m.catalogue_empty_wordless(), { ...request, q: '', page: 1 }) : [];
	return [...single, ...(single.length === 0 ? none : []), ...wordless];
}
