import { nameOf } from '../near/named-places.ts';
import type { MapAnswer, MapCluster, MapPoint } from './answer.ts';

/** From this zoom on a cluster is small enough for the name of a square; before it, the district's. */
const closeEnough = 14;

/** What a position is called, remembered: a map is moved many times over the same places. */
const known = new Map<string, string | undefined>();
const mostKnown = 50_000;

function calledAt(latitude: number, longitude: number, wide: boolean): string | undefined {
	const key = `${latitude} ${longitude} ${wide}`;
	if (!known.has(key)) {
		if (known.size > mostKnown) known.clear();
		known.set(key, nameOf({ latitude, longitude }, wide));
	}
	return known.get(key);
}

/** Adds to an answer what its marks can be called by: the nearest square or station, the district, or the town. */
export function withPlaces(answer: MapAnswer, zoom: number): MapAnswer {
	const numbers = new Map<string, number>();
	const near = (latitude: number, longitude: number, wide: boolean): [] | [number] => {
		const name = calledAt(latitude, longitude, wide);
		if (name === undefined) return [];
		const number = numbers.get(name) ?? numbers.size;
		numbers.set(name, number);
		return [number];
	};
	const points = answer.points.map(([slug, latitude, longitude, name, organisation, capacity]): MapPoint => [
		slug,
		latitude,
		longitude,
		name,
		organisation,
		capacity,
		...near(latitude, longitude, false),
	]);
	if (answer.kind === 'points') return { kind: 'points', points, places: [...numbers.keys()] };
	const clusters = answer.clusters.map(([latitude, longitude, count, apart]): MapCluster => [
		latitude,
		longitude,
		count,
		apart,
		...near(latitude, longitude, zoom < closeEnough),
	]);
	return { kind: 'clusters', clusters, points, places: [...numbers.keys()] };
}
