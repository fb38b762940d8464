import { describe, expect, it } from 'vitest';
import { districts } from '../vocabulary.ts';
import type { Position } from './clip.ts';

import map from './generated/copenhagen.json' with { type: 'json' };
import { districtNames, lakes, parks, stations } from './places.ts';
import { buildSchematic, type Flat, type Schematic } from './schematic.ts';

const drawn = map as unknown as Schematic;

/** Whether a ring holds a position: a ray to the east crosses it an odd number of times. */
function holds(ring: Flat, [x, y]: Position): boolean {
	let within = false;
	for (let to = 0, from = ring.length - 2; to < ring.length; from = to, to += 2) {
		const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[from], ring[from + 1], ring[to], ring[to + 1]];
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within;
	}
	return within;
}

const onLand = (at: Position) => drawn.land.some((ring) => holds(ring, at));
const inLake = (at: Position) => drawn.lakes.some((ring) => holds(ring, at));

describe('the schematic Copenhagen', () => {
	it.each(Object.entries(stations))('has %s on dry land', (_, at) => {
		expect(onLand(at)).toBe(true);
		expect(inLake(at)).toBe(false);
	});

	it('has the sea where the sea is', () => {
		for (const sea of [[12.7, 55.7], [12.45, 55.56], [12.53, 55.632]] as const) expect(onLand(sea)).toBe(false); // prettier-ignore
	});

	it('names every district, on land', () => {
		for (const { code } of districts) {
			for (const [name, at] of districtNames[code]) {
				expect(drawn.labels.some(([kind, text]) => kind === 'district' && text === name)).toBe(true);
				expect(onLand(at)).toBe(true);
			}
		}
	});

	it('has lakes and parks with their names within them', () => {
		for (const [outlines, rings] of [
			[lakes, drawn.lakes],
			[parks, drawn.parks],
		] as const) {
			// prettier-ignore
			outlines.forEach(({ name, label }, index) => {
				expect(!label || holds(rings[index] ?? [], label), name).toBe(true);
			});
		}
	});

	it('leaves out rocks and what lies outside the sheet', () => {
		const rock: Position[] = [[12.7, 55.7], [12.7005, 55.7], [12.7, 55.7005]]; // prettier-ignore
		const faraway: Position[] = [[0, 0], [1, 0], [1, 1]]; // prettier-ignore
		expect(buildSchematic([rock, faraway]).land).toEqual([]);
	});
});
