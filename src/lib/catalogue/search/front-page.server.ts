import { services } from '../../database/as-actor.server.ts';
import type { Locale } from '../../ui/dates.ts';
import type { Box } from '../map/extent.ts';
import { cardView, type CardView } from './card-view.ts';
import { catalogueSnapshot } from './catalogue-snapshot.server.ts';
import { facetOrder, facetValueName } from './facet-words.ts';
import { boundsOf } from './map-answer.ts';
import { everything, searchAddress, toggled, type FacetName } from './request.ts';
import { search } from './search.ts';

/** A way into the catalogue: what it is, and how much is there. */
export interface Tile {
	readonly label: string;
	readonly href: string;
	readonly count: number;
}

export interface FrontPage {
	readonly total: number;
	readonly themes: readonly Tile[];
	readonly transitions: readonly Tile[];
	readonly recent: readonly CardView[];
	readonly bounds: Box | null;
}

const mostRecent = 4;

/** What the front page shows of the catalogue. */
export async function frontPage(locale: Locale): Promise<FrontPage> {
	const snapshot = await catalogueSnapshot();
	const now = services().clock();
	const all = search(snapshot, everything, now);
	const counts = all.facets();
	const tiles = (facet: FacetName): Tile[] =>
		facetOrder(facet).map((value) => ({
			label: facetValueName(facet, value, locale),
			href: searchAddress(toggled(everything, facet, value)),
			count: counts[facet].find((each) => each.value === value)?.count ?? 0,
		}));
	const { documents } = search(snapshot, { ...everything, sort: 'freshness' }, now);
	return {
		total: all.total,
		themes: tiles('theme'),
		transitions: tiles('transition'),
		recent: documents.slice(0, mostRecent).flatMap((document) => {
			const entry = snapshot.entries[document];
			return entry ? [cardView(entry, [], now, locale)] : [];
		}),
		bounds: boundsOf(snapshot, all.set),
	};
}
