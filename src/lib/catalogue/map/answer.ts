/** What the server tells the map. Compact lists, because a search may have thousands of places. */
import type { Capacity } from '../vocabulary.ts';

/**
 * One offer at one place; an offer with several places comes once for each. The slug stands for the offer (an id as
 * well would double the answer), and five decimals of a degree are a metre.
 */
export type MapPoint = readonly [
	slug: string,
	lat: number,
	lon: number,
	name: string,
	organisation: string,
	capacity: Capacity,
	/** its closest name in the answer's `places`; left out where nothing is known nearby */
	near?: number,
];

/**
 * Several places too close to tell apart: how many, and the zoom (256-pixel tiles) at which they come apart; beyond
 * the map's closest zoom when they never do.
 */
export type MapCluster = readonly [lat: number, lon: number, count: number, zoom: number, near?: number];

/** A name, and the place in the list of the next wider one: the square of a street, the district of a square. */
export type PlaceName = readonly [name: string, wider?: number];

export type MapAnswer =
	/** every place of the search: the map needs to ask no more when it is moved */
	| { kind: 'points'; points: readonly MapPoint[]; places?: readonly PlaceName[] }
	/** what one viewport shows; ask again when it is moved */
	| { kind: 'clusters'; clusters: readonly MapCluster[]; points: readonly MapPoint[]; places?: readonly PlaceName[] };

/** A viewport: the part of the world that is seen, and how closely. Leaflet's zoom, of 256-pixel tiles. */
export interface Viewport {
	bbox: readonly [west: number, south: number, east: number, north: number];
	zoom: number;
}

/** The closest zoom of our maps: a pixel is 70 cm in Copenhagen, and the schematic drawing has no more to show. */
export const closestZoom = 17;
