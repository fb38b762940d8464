import { gzipSync } from 'node:zlib';
import Supercluster from 'supercluster';
import { describe, expect, it } from 'vitest';
import { closestZoom, type MapAnswer, type MapPoint, type Viewport } from './answer.ts';
import { atOnce, inSlices } from '../search/slices.ts';
import { buildClusters, pointLimit, viewport } from './clusters.ts';
import { wholeCity } from './extent.ts';
import { calledAt, withPlaces } from './place-names.ts';

const world: Viewport['bbox'] = [-180, -85, 180, 85];

/** Numbers from 0 to 1, the same every time (mulberry32). */
function numbers(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Places with ids and names as little alike as real ones, half of them crowded in the inner city. */
function generate(count: number): MapPoint[] {
	const next = numbers(7);
	const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
	return Array.from({ length: count }, (_, index) => {
		const spread = index % 2 ? 0.02 : 0.2;
		const [lat, lon] = [55.68 + (next() - 0.5) * spread, 12.56 + (next() - 0.5) * spread * 1.8];
		const word = () =>
			'fællesskab støtte café rådgivning natur unge mødre værksted sorg gæld'.split(' ')[Math.floor(next() * 10)];
		const name = `${word()} ${word()} ${index}`;
		return [name.replaceAll(' ', '-'), round(lat), round(lon), name, `Foreningen ${word()} ${index % 700}`, 'open'];
	});
}

const called = (point: MapPoint | undefined) =>
	calledAt(`Prøvegade ${point?.[0].length}`, point?.[1] ?? 0, point?.[2] ?? 0);

/** What the map is told of a viewport, names and all. */
function answerOf(points: readonly MapPoint[], index: ReturnType<typeof indexOf>, view: Viewport): MapAnswer {
	const { clusters, alone } = viewport(index, view, (places) => called(points[places[0] ?? 0]));
	const named = alone.flatMap((at) => {
		const point = points[at];
		return point ? [[point, called(point)] as const] : [];
	});
	return withPlaces({ clusters, points: named });
}

const indexOf = (points: readonly MapPoint[]) =>
	atOnce(buildClusters(points.map(([, lat, lon]) => [lat, lon] as const)));

function countOf(answer: MapAnswer): number {
	const inClusters = answer.kind === 'clusters' ? answer.clusters.reduce((sum, [, , count]) => sum + count, 0) : 0;
	return inClusters + answer.points.length;
}

it('takes at most 30 kB compressed with every place, each with its name', () => {
	const points = generate(pointLimit).map((point) => [point, called(point)] as const);
	expect(gzipSync(JSON.stringify(withPlaces({ points }))).length).toBeLessThanOrEqual(30_000);
});

describe('100,000 places', () => {
	const points = generate(100_000);
	const index = indexOf(points);
	const shown = (view: Viewport) => answerOf(points, index, view);

	it('gives what the library makes of them in one go, made with pauses', async () => {
		let pauses = 0;
		const made = await inSlices(buildClusters(points.map(([, lat, lon]) => [lat, lon] as const)), async () => {
			pauses++;
		});
		expect(pauses).toBeGreaterThan(closestZoom);
		const whole = new Supercluster({ extent: 256, radius: 64, maxZoom: closestZoom }).load(
			points.map(([, lat, lon]) => ({
				type: 'Feature',
				geometry: { type: 'Point', coordinates: [lon, lat] },
				properties: {},
			})),
		);
		const told = ({ geometry, properties }: { geometry: { coordinates: number[] }; properties: object }) =>
			[geometry.coordinates, 'point_count' in properties ? properties.point_count : 1] as const;
		for (const zoom of [0, 3, 8, 10, 11, 12, 13, 14, 15, 16, 17, closestZoom, closestZoom + 1]) {
			const bbox: [number, number, number, number] = zoom > 14 ? [12.55, 55.67, 12.57, 55.68] : [...world];
			expect(made.tree.getClusters(bbox, zoom).map(told), `zoom ${zoom}`).toEqual(
				whole.getClusters(bbox, zoom).map(told),
			);
		}
	});

	it('asks a cluster’s places for its name as if all had been gone through', () => {
		const asked: (readonly number[])[] = [];
		const { clusters } = viewport(indexOf(points), { bbox: world, zoom: 9 }, (places) => {
			asked.push(places);
			return [];
		});
		const counts = clusters.map(([[, , count]]) => count);
		const whole = index.tree.getClusters([...world], 9).filter(({ properties }) => 'cluster_id' in properties);
		for (const [at, { properties }] of whole.entries()) {
			if (!('cluster_id' in properties)) continue;
			const all = index.tree.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties.index);
			const step = Math.ceil(all.length / 40);
			expect(asked[at]).toEqual(all.filter((_, place) => place % step === 0));
			expect(counts[at]).toBe(all.length);
		}
		expect(asked.length).toBeGreaterThan(3);
	});

	it.each([0, 5, 9, 11, 12.4, 13, 14, 15])('loses none at zoom %s', (zoom) => {
		expect(countOf(shown({ bbox: world, zoom }))).toBe(100_000);
	});

	it('names the offers of one doorway, however closely they lie', () => {
		const [lat, lon] = [55.7, 12.9];
		const [first] = points;
		if (!first) throw new Error('a place expected');
		const sameDoor = Array.from({ length: 5 }, (_, n): MapPoint => [
			`dør-${n}`,
			lat,
			lon,
			`Tilbud ${n}`,
			first[4],
			'open',
		]);
		const crowded = Array.from({ length: 50 }, (_, n): MapPoint => [
			`hus-${n}`,
			lat,
			13,
			`Tilbud ${n}`,
			first[4],
			'open',
		]);
		const all = [...points, ...sameDoor, ...crowded];
		const answer = answerOf(all, indexOf(all), { bbox: [12.89, 55.69, 13.1, 55.71], zoom: closestZoom });
		expect(answer.points.map(([slug]) => slug).sort()).toEqual(sameDoor.map(([slug]) => slug));
		expect(answer.kind === 'clusters' && answer.clusters.map((each) => each.slice(0, 4))).toEqual([
			[lat, 13, 50, closestZoom + 1],
		]);
	});

	it('shows only what the viewport holds, and a cluster comes apart at the zoom it names', () => {
		const bbox = [12.5, 55.66, 12.6, 55.7] as const;
		const answer = shown({ bbox, zoom: 12 });
		if (answer.kind !== 'clusters') throw new Error('clusters expected');
		expect(answer.clusters.length).toBeGreaterThan(3);
		for (const [lat, lon, count, zoom] of answer.clusters) {
			expect(lon >= 12.4999 && lon <= 12.6001 && lat >= 55.6599 && lat <= 55.7001).toBe(true);
			expect(zoom).toBeGreaterThan(12);
			expect(count).toBeGreaterThan(1);
		}
	});

	it.each([10, 11, 12, 13, 14, 15, 16, 17, 18])(
		'takes at most 30 kB compressed for a large screen at zoom %s',
		(zoom) => {
			const half = { lon: (1200 / 256 / 2 ** zoom) * 360 * 0.5, lat: (900 / 256 / 2 ** zoom) * 360 * 0.5 * 0.56 };
			const answer = shown({
				bbox: [12.56 - half.lon, 55.68 - half.lat, 12.56 + half.lon, 55.68 + half.lat],
				zoom,
			});
			expect(countOf(answer)).toBeGreaterThan(20);
			expect(gzipSync(JSON.stringify(answer)).length).toBeLessThanOrEqual(30_000);
		},
	);

	it('takes at most 30 kB compressed for the whole city', () => {
		expect(gzipSync(JSON.stringify(shown({ bbox: [...wholeCity], zoom: 11 }))).length).toBeLessThan(30_000);
	});
});
