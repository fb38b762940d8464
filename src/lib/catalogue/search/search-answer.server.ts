import { z } from 'zod';
import { services } from '../../database/as-actor.server.ts';
import type { MapAnswer, Viewport } from '../map/answer.ts';
import { localTime } from '../opening-hours.ts';
import { capacityToday } from '../pause.ts';
import { breather } from './breather.server.ts';
import { catalogueSnapshot } from './catalogue-snapshot.server.ts';
import type { Entry } from './entry.ts';
import { explain, type Explanation } from './explain.ts';
import { mapAnswer, mapData } from './map-answer.ts';
import { parseSearch, type Ignored } from './parse-search.server.ts';
import { isNarrowed, type FacetName, type SearchRequest } from './request.ts';
import { search, type Found } from './search.ts';
import type { Snapshot } from './snapshot.ts';

/** A search read from an address and answered. */
export interface Answered {
	readonly snapshot: Snapshot;
	readonly request: SearchRequest;
	readonly ignored: readonly Ignored[];
	readonly found: Found;
	readonly now: Date;
}

/** Facets whose values are the catalogue's own; of the others every value is known, found or not. */
const ownValues = new Set<FacetName>(['district', 'language']);

/** List and map leave out the same: a value that no offer has. */
const knownIn =
	(snapshot: Snapshot) =>
	(facet: FacetName, value: string): boolean =>
		!ownValues.has(facet) || snapshot.facets[facet as 'district' | 'language'].has(value);

/** Answers the search that stands in an address. */
export async function answer(parameters: URLSearchParams): Promise<Answered> {
	const snapshot = await catalogueSnapshot();
	const { request, ignored } = parseSearch(parameters, knownIn(snapshot));
	const now = services().clock();
	return { snapshot, request, ignored, found: search(snapshot, request, now), now };
}

/** An offer as JSON tells it: codes, and nothing that is not known. */
interface OfferAnswer {
	slug: string;
	name: string;
	organisation: { slug: string; name: string };
	line: string;
	places: ({ address: string | undefined; at: [latitude: number, longitude: number] | undefined } | 'confidential')[];
	districts: readonly string[];
	ways_in: readonly string[];
	modes: readonly string[];
	capacity: string;
	confirmed: string | undefined;
	/** from the place in `near`, to the nearest fifty */
	metres: number | undefined;
	why: readonly Explanation[] | undefined;
}

function offerAnswer(
	entry: Entry,
	why: readonly Explanation[],
	metres: number | undefined,
	today: string,
): OfferAnswer {
	const { slug, name } = entry.organisation;
	return {
		slug: entry.slug,
		name: entry.name,
		organisation: { slug, name },
		line: entry.line,
		places: entry.places.map(({ address, confidential, latitude, longitude }) => {
			if (confidential) return 'confidential';
			const at =
				latitude === undefined || longitude === undefined ? undefined : ([latitude, longitude] as [number, number]);
			return { address, at };
		}),
		districts: entry.districts,
		ways_in: entry.waysIn,
		modes: entry.modes,
		capacity: capacityToday(
			{
				capacity: entry.capacity,
				pausedUntil: entry.pausedUntil ?? null,
				capacityExpires: entry.capacityExpires ?? null,
			},
			today,
		),
		confirmed: entry.confirmed,
		metres: metres === undefined ? undefined : Math.round(metres / 50) * 50,
		why: why.length > 0 ? why : undefined,
	};
}

/** Why an offer is among what was found. */
export function reasons({ snapshot, found }: Pick<Answered, 'snapshot' | 'found'>, document: number): Explanation[] {
	const entry = snapshot.entries[document];
	return found.query && entry ? explain(snapshot.text, found.query, entry, document) : [];
}

const texts = new WeakMap<Found, string>();

/** The JSON of a search, written once for as long as the answer stands. */
export async function searchAnswer(parameters: URLSearchParams): Promise<string> {
	const answered = await answer(parameters);
	const { found, ignored } = answered;
	const withFacets = parameters.get('facets') === '1';
	if (ignored.length > 0 || withFacets) return write(answered, withFacets);
	let text = texts.get(found);
	if (text === undefined) texts.set(found, (text = write(answered)));
	return text;
}

function write(answered: Answered, withFacets = false): string {
	const { snapshot, found, ignored, now } = answered;
	const today = localTime(now).date;
	return JSON.stringify({
		total: found.total,
		page: found.page,
		pages: found.pages,
		corrections: found.query?.corrections,
		unknown: found.query?.unknown,
		// words that have become filters; `not=WORD` takes one as an ordinary word again
		filters: found.said.facts.length > 0 ? found.said.facts.map(({ word, fact }) => ({ word, ...fact })) : undefined,
		exact: found.said.strict ? undefined : found.said.exact,
		ignored: ignored.length > 0 ? ignored : undefined,
		facets: withFacets ? found.facets() : undefined,
		offers: found.documents.flatMap((document) => {
			const entry = snapshot.entries[document];
			return entry ? [offerAnswer(entry, reasons(answered, document), found.metres?.get(document), today)] : [];
		}),
	});
}

const viewSchema = z.coerce.number().min(0).max(24);

/** What the map shows of a search. `bbox` is the map's view here, so that a search is counted once for all views. */
export async function mapOfSearch(parameters: URLSearchParams): Promise<MapAnswer> {
	const snapshot = await catalogueSnapshot();
	const { request } = parseSearch(parameters, knownIn(snapshot));
	const { bbox, near: _, ...unbounded } = request;
	const zoom = viewSchema.safeParse(parameters.get('zoom') ?? undefined);
	const view: Viewport | undefined = bbox && zoom.success ? { bbox, zoom: zoom.data } : undefined;
	const now = services().clock();
	const whole = { ...unbounded, page: 1, sort: 'fit' as const };
	await mapData.prepare(snapshot, now, breather());
	const { set } = search(snapshot, whole, now);
	return mapAnswer(snapshot, { set, everything: whole.q.trim() === '' && !isNarrowed(whole) }, view, now);
}
