import { describe, expect, it } from 'vitest';
import { closestZoom, type Viewport } from './answer.ts';
import { gridClusters as gather, mercatorX, mercatorY, type Places } from './grid.ts';

/** Numbered from west to east. */
const placesAt = (positions: readonly (readonly [lat: number, lon: number])[]) => {
	const ordered = positions.toSorted(([, a], [, b]) => a - b);
	return {
		x: Float64Array.from(ordered, ([, lon]) => mercatorX(lon)),
		y: Float64Array.from(ordered, ([lat]) => mercatorY(lat)),
	};
};
const copenhagen: Viewport = { bbox: [12.4, 55.55, 12.75, 55.8], zoom: 11 };
const all = () => true;
/** Without names. */
function gridClusters(places: Places, wanted: (place: number) => boolean, view: Viewport) {
	const { clusters, alone } = gather(places, wanted, view, () => []);
	return { clusters: clusters.map(([cluster]) => cluster), alone };
}

/** Positions spread over the city, the same every time. */
const spread = (count: number) =>
	Array.from({ length: count }, (_, index) => {
		const turn = (index * 0.618034) % 1;
		return [55.6 + 0.15 * ((index * 0.754878) % 1), 12.45 + 0.25 * turn] as const;
	});

describe('the places of a search, put together for a viewport', () => {
	it('are all there, each in one cluster or alone', () => {
		for (const zoom of [8, 11, 13.5, closestZoom]) {
			const { clusters, alone } = gridClusters(placesAt(spread(3_000)), all, { ...copenhagen, zoom });
			const together = clusters.reduce((sum, [, , count]) => sum + count, 0);
			expect(together + alone.length).toBe(3_000);
			expect(new Set(alone).size).toBe(alone.length);
		}
	});

	it('are those in view and in the search only', () => {
		const places = placesAt([
			[55.68, 12.57],
			[55.7, 12.5],
			[57.05, 9.92],
		]);
		expect(gridClusters(places, all, { ...copenhagen, zoom: 14 }).alone).toEqual([1, 2]);
		expect(gridClusters(places, (place) => place !== 1, { ...copenhagen, zoom: 14 }).alone).toEqual([2]);
	});

	it('keep apart on the screen', () => {
		const { clusters } = gridClusters(placesAt(spread(3_000)), all, copenhagen);
		const pixels = 256 * 2 ** copenhagen.zoom;
		for (const [index, [lat, lon]] of clusters.entries()) {
			for (const [otherLat, otherLon] of clusters.slice(index + 1)) {
				const dx = (mercatorX(lon) - mercatorX(otherLon)) * pixels;
				const dy = (mercatorY(lat) - mercatorY(otherLat)) * pixels;
				// a cluster moves a little when a neighbour joins it
				expect(Math.hypot(dx, dy)).toBeGreaterThan(28);
			}
		}
	});

	it('tell the zoom at which they come apart', () => {
		const { clusters } = gridClusters(
			placesAt([
				[55.68, 12.57],
				[55.681, 12.572],
			]),
			all,
			copenhagen,
		);
		const [[lat = 0, lon = 0, count = 0, zoom = 0] = []] = clusters;
		expect([Math.round(lat * 1000), Math.round(lon * 1000), count]).toEqual([55_681, 12_571, 2]);
		expect(zoom).toBeGreaterThan(11);
		expect(zoom).toBeLessThanOrEqual(closestZoom);
	});

	it('are called together by all of them, and by none that is not among them', () => {
		const places = placesAt(spread(3_000));
		const wanted = (place: number) => place % 3 === 0;
		const called: number[] = [];
		const { clusters } = gather(places, wanted, copenhagen, (together) => {
			called.push(...together);
			return [`${together.length}`];
		});
		expect(clusters.map(([[, , count], [name]]) => name === `${count}`)).not.toContain(false);
		expect(called.every(wanted)).toBe(true);
		expect(new Set(called).size).toBe(called.length);
	});

	it('at one door are listed while they are few, and counted when they are many', () => {
		const door = (count: number) => placesAt(Array.from({ length: count }, () => [55.68, 12.57] as const));
		expect(gridClusters(door(5), all, copenhagen)).toEqual({ clusters: [], alone: [0, 1, 2, 3, 4] });
		const { clusters, alone } = gridClusters(door(40), all, copenhagen);
		expect(alone).toEqual([]);
		expect(clusters).toEqual([[55.68, 12.57, 40, closestZoom + 1]]);
	});
});
