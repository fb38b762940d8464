import { describe, expect, it } from 'vitest';
import { clipRing, dropSpikes, roundCorners, signedArea, simplify, type Position } from './clip.ts';
import type { Box } from './extent.ts';

const box: Box = [0, 0, 10, 10];

function sorted(ring: Position[]): string[] {
	return ring.map(([lon, lat]) => `${lon},${lat}`).sort();
}

describe('clipping land to a box', () => {
	it('keeps land that is all inside', () => {
		const island: Position[] = [[2, 2], [2, 4], [4, 4], [4, 2], [2, 2]]; // prettier-ignore
		expect(clipRing(island, box)).toEqual(island.slice(0, -1));
	});

	it('leaves nothing of land that is all outside', () => {
		expect(clipRing([[20, 2], [20, 4], [24, 4]], box)).toEqual([]); // prettier-ignore
	});

	it('closes a coast that leaves the box along the sides of the box', () => {
		const coast: Position[] = [[-5, -5], [-5, 15], [5, 15], [5, -5]]; // prettier-ignore
		expect(sorted(clipRing(coast, box))).toEqual(['0,0', '0,10', '5,0', '5,10']);
	});

	it('fills the whole box when the land surrounds it', () => {
		const continent: Position[] = [[-9, -9], [-9, 99], [99, 99], [99, -9]]; // prettier-ignore
		expect(Math.abs(signedArea(clipRing(continent, box)))).toBe(100);
	});

	it('keeps the direction, so that land stays on the same hand', () => {
		const clockwise: Position[] = [[-5, -5], [-5, 15], [5, 15], [5, -5]]; // prettier-ignore
		expect(signedArea(clipRing(clockwise, box))).toBe(-50);
		expect(signedArea(clipRing([...clockwise].reverse(), box))).toBe(50);
	});

	it('keeps the filled area of a coast that crosses the same side twice', () => {
		const comb: Position[] = [[-5, 1], [5, 1], [5, 3], [-1, 3], [-1, 5], [5, 5], [5, 7], [-5, 7]]; // prettier-ignore
		expect(signedArea(clipRing(comb, box))).toBe(20);
	});
});

describe('simplifying a coast', () => {
	it('drops what is closer than the tolerance and keeps the ends', () => {
		expect(simplify([[0, 0], [1, 0.001], [2, 0]], 0.01)).toEqual([[0, 0], [2, 0]]); // prettier-ignore
	});

	it('keeps a headland', () => {
		const line: Position[] = [[0, 0], [1, 1], [2, 0]]; // prettier-ignore
		expect(simplify(line, 0.01)).toEqual(line);
	});
});

describe('drawing a coast calmly', () => {
	it('drops a pier that turns back on itself and keeps a square harbour', () => {
		const pier: Position[] = [[0, 0], [0, 1], [1, 1], [1.05, 3], [1.1, 1], [2, 1], [2, 0]]; // prettier-ignore
		expect(dropSpikes(pier)).toEqual(pier.filter(([, lat]) => lat < 3));
	});

	it('rounds the corners of an island and keeps the ends of a street', () => {
		expect(roundCorners([[0, 0], [4, 0], [4, 4]], true)).toHaveLength(6); // prettier-ignore
		expect(roundCorners([[0, 0], [4, 0], [4, 4]], false)).toEqual([[0, 0], [1, 0], [3, 0], [4, 1], [4, 3], [4, 4]]); // prettier-ignore
	});
});
