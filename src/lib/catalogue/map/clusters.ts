import Supercluster from 'supercluster';
import type { Work } from '../search/slices.ts';
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
	readonly tree: Level;
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

/** Of very many places so many are asked what they are called, spread evenly over them. */
export const mostAsked = 40;

/** The library's index of our places. */
type Level = Supercluster<{ index: number }, object>;

/** What the library keeps to itself, and does for all zooms in one go (9.1.0): a test sets the outcome beside its own. */
interface Inside {
	readonly options: { minZoom: number; readonly maxZoom: number };
	readonly stride: number;
	/** by zoom; the places themselves one beyond the closest */
	readonly trees: { readonly data: Int32Array; readonly numItems: number }[];
	_cluster(data: Int32Array, items: number, zoom: number, out: Int32Array): number;
	_createTree(data: Int32Array, items: number): Inside['trees'][number];
}

/**
 * Makes an index of many places, zoom by zoom. The price is in the making (0.1 to 0.3 s for 100,000 places), so keep it as
 * long as the search stands.
 */
export function* buildClusters(
	positions: readonly (readonly [latitude: number, longitude: number])[],
): Work<ClusterIndex> {
	const tree: Level = new Supercluster<{ index: number }, object>({
		extent: 256,
		radius,
		maxZoom: closestZoom,
		map: () => ({}),
	});
	const inside = tree as unknown as Inside;
	const { minZoom, maxZoom } = inside.options;
	// With no zoom to make clusters for, it takes the places alone.
	inside.options.minZoom = maxZoom + 1;
	tree.load(
		positions.map(([lat, lon], index) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [lon, lat] },
			properties: { index },
		})),
	);
	inside.options.minZoom = minZoom;
	for (let zoom = maxZoom; zoom >= minZoom; zoom--) {
		yield;
		const closer = inside.trees[zoom + 1];
		if (!closer) throw new RangeError(`no clusters at zoom ${zoom + 1}`);
		const out = new Int32Array(closer.numItems * inside.stride);
		const items = inside._cluster(closer.data, closer.numItems, zoom, out);
		yield;
		inside.trees[zoom] = items === closer.numItems ? closer : inside._createTree(out, items);
	}
	return { tree, names: new Map() };
}

/** Places of a cluster, every so-many-th of them, without going through the others. */
function everySoMany(tree: Level, cluster: number, step: number): number[] {
	const found: number[] = [];
	let before = 0;
	const descend = (id: number) => {
		for (const { properties } of tree.getChildren(id)) {
			const count = 'cluster_id' in properties ? properties.point_count : 1;
			if (Math.ceil(before / step) * step >= before + count) before += count;
			else if ('cluster_id' in properties) descend(properties.cluster_id);
			else {
				found.push(properties.index);
				before++;
			}
		}
	};
	descend(cluster);
	return found;
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
		const comesApart = tree.getClusterExpansionZoom(id);
		if (comesApart > closestZoom && count <= doorway && alone.length + count <= pointLimit) {
			alone.push(...everySoMany(tree, id, 1));
		} else {
			const [lon = 0, lat = 0] = geometry.coordinates;
			let called = names.get(id);
			if (!called) names.set(id, (called = call(everySoMany(tree, id, Math.ceil(count / mostAsked)))));
			clusters.push([[degrees(lat), degrees(lon), count, comesApart], called]);
		}
	}
	return { clusters, alone };
}

/** Five decimals: about a metre. */
function degrees(value: number): number {
	return Math.round(value * 100_000) / 100_000;
}
