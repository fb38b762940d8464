import Supercluster from 'supercluster';
import { closestZoom, type MapCluster, type Viewport } from './answer.ts';
import type { Called } from './usual-name.ts';

/**
 * Up to this many places are sent one by one. Measured on the real Miami directory a place with its names takes 38
 * bytes compressed, and a map may cost 30 kB: more would be drawn on top of each other anyway.
 */
export const pointLimit = 700;

/** A doorway with up to this many offers lists them; a busier one is left to the list beside the map. */
const doorway = 12;

/** Pixels around a cluster in which places join it; about two fingertips. */
const radius = 64;

/** Places made ready for any viewport; may be kept and shared between requests. */
export interface ClusterIndex {
	readonly tree: Supercluster<{ index: number }, object>;
	/** what its clusters are called, as far as anybody has seen them */
	readonly names: Map<number, Called>;
}

/** What a viewport shows: clusters with what each is called, and the numbers of the places that are told one by one. */
export interface Gathered {
	readonly clusters: readonly (readonly [cluster: MapCluster, called: Called])[];
	readonly alone: readonly number[];
}

/** What several places are called together, by their numbers. */
export type CallTogether = (places: readonly number[]) => Called;

/**
 * Makes an index of many places. The price is in the making (0.1 to 0.3 s for 100,000 places), so keep it as long as
 * the search stands.
 */
export function buildClusters(positions: readonly (readonly [latitude: number, longitude: number])[]): ClusterIndex {
	const tree = new Supercluster<{ index: number }, object>({
		extent: 256,
		radius,
		maxZoom: closestZoom,
		map: () => ({}),
	});
	tree.load(
		positions.map(([lat, lon], index) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [lon, lat] },
			properties: { index },
		})),
	);
	return { tree, names: new Map() };
}

/**
 * What a viewport shows of an index.
 * @param viewport west may be greater than east where it crosses the antimeridian
 */
export function viewport({ tree, names }: ClusterIndex, { bbox, zoom }: Viewport, call: CallTogether): Gathered {
	const clusters: (readonly [MapCluster, Called])[] = [];
	const alone: number[] = [];
	for (const { geometry, properties } of tree.getClusters([...bbox], Math.round(zoom))) {
		if (!('cluster_id' in properties)) {
			alone.push(properties.index);
			continue;
		}
		const { cluster_id: id, point_count: count } = properties;
		const places = (most: number) => tree.getLeaves(id, most).map((leaf) => leaf.properties.index);
		const comesApart = tree.getClusterExpansionZoom(id);
		if (comesApart > closestZoom && count <= doorway && alone.length + count <= pointLimit) {
			alone.push(...places(doorway));
		} else {
			const [lon = 0, lat = 0] = geometry.coordinates;
			let called = names.get(id);
			if (!called) names.set(id, (called = call(places(Infinity))));
			clusters.push([[degrees(lat), degrees(lon), count, comesApart], called]);
		}
	}
	return { clusters, alone };
}

/** Five decimals: about a metre. */
function degrees(value: number): number {
	return Math.round(value * 100_000) / 100_000;
}
