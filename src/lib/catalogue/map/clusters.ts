import Supercluster from 'supercluster';
import { closestZoom, type MapAnswer, type MapCluster, type MapPoint, type Viewport } from './answer.ts';

/**
 * Up to this many places are sent one by one. Measured on the real Miami directory a place with its names takes 38
 * bytes compressed, and a map may cost 30 kB: more would be drawn on top of each other anyway.
 */
export const pointLimit = 700;

/** A doorway with up to this many offers lists them; a busier one is left to the list beside the map. */
const doorway = 12;

/** Pixels around a cluster in which places join it; about two fingertips. */
const radius = 64;

/** Places made ready for any viewport; immutable, may be kept and shared between requests. */
export interface ClusterIndex {
	readonly points: readonly MapPoint[];
	readonly tree: Supercluster<{ index: number }, object> | undefined;
}

/**
 * Makes an index of the places of a search. The price is in the making (0.1 to 0.3 s for 100,000 places), so keep it
 * as long as the search stands.
 */
export function buildClusters(points: readonly MapPoint[]): ClusterIndex {
	if (points.length <= pointLimit) return { points, tree: undefined };
	const tree = new Supercluster<{ index: number }, object>({
		extent: 256,
		radius,
		maxZoom: closestZoom,
		map: () => ({}),
	});
	tree.load(
		points.map(([, lat, lon], index) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [lon, lat] },
			properties: { index },
		})),
	);
	return { points, tree };
}

/**
 * What a viewport shows of an index: every place, or clusters when there are more than the point limit.
 * @param viewport west may be greater than east where it crosses the antimeridian
 */
export function viewport(index: ClusterIndex, { bbox, zoom }: Viewport): MapAnswer {
	if (!index.tree) return { kind: 'points', points: index.points };
	const clusters: MapCluster[] = [];
	const points: MapPoint[] = [];
	const add = ({ index: at }: { index: number }) => {
		const point = index.points[at];
		if (point) points.push(point);
	};
	for (const { geometry, properties } of index.tree.getClusters([...bbox], Math.round(zoom))) {
		if (!('cluster_id' in properties)) {
			add(properties);
			continue;
		}
		const { cluster_id: id, point_count: count } = properties;
		const comesApart = index.tree.getClusterExpansionZoom(id);
		if (comesApart > closestZoom && count <= doorway && points.length + count <= pointLimit) {
			for (const leaf of index.tree.getLeaves(id, doorway)) add(leaf.properties);
		} else {
			const [lon = 0, lat = 0] = geometry.coordinates;
			clusters.push([degrees(lat), degrees(lon), count, comesApart]);
		}
	}
	return { kind: 'clusters', clusters, points };
}

/** Five decimals: about a metre. */
function degrees(value: number): number {
	return Math.round(value * 100_000) / 100_000;
}
