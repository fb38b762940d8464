import { describe, expect, it } from 'vitest';
import type { MapPoint } from './answer.ts';
import { groupMarks } from './grouping.ts';

/** A thousand pixels a degree. */
const project = (lat: number, lon: number) => ({ x: lon * 1000, y: -lat * 1000 });

function place(slug: string, lat: number, lon: number): MapPoint {
	return [slug, lat, lon, slug, 'Foreningen', 'open'];
}

describe('marks on the map', () => {
	it('are one for several offers at the same address', () => {
		const points = [place('a', 55, 12), place('b', 55, 12), place('c', 55, 12.5)];
		const groups = groupMarks({ kind: 'points', points }, project);
		expect(groups.map(({ points }) => points.map(([slug]) => slug))).toEqual([['a', 'b'], ['c']]);
	});

	it('join neighbours that would touch, also across the edge of a cell', () => {
		const points = [place('a', 55, 12.0289), place('b', 55, 12.0311)];
		expect(groupMarks({ kind: 'points', points }, project)).toHaveLength(1);
	});

	it('lose no offer, and never touch', () => {
		const points = Array.from({ length: 500 }, (_, n) =>
			place(`${n}`, 55 + ((n * 37) % 101) / 500, 12 + ((n * 53) % 97) / 500),
		);
		const groups = groupMarks({ kind: 'points', points }, project);
		expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(500);
		for (const a of groups) {
			for (const b of groups) {
				const [from, to] = [project(a.lat, a.lon), project(b.lat, b.lon)];
				expect(a === b || Math.hypot(from.x - to.x, from.y - to.y) >= 30).toBe(true);
			}
		}
	});

	it('stand beside the clusters of the server, north first', () => {
		const groups = groupMarks(
			{ kind: 'clusters', clusters: [[56, 12, 40, 14]], points: [place('a', 55, 12), place('b', 57, 12)] },
			project,
		);
		expect(groups.map(({ lat, count, zoom }) => [lat, count, zoom])).toEqual([
			[57, 1, undefined],
			[56, 40, 14],
			[55, 1, undefined],
		]);
	});
});
