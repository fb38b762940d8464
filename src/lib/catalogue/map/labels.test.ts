import { describe, expect, it } from 'vitest';
import { placeLabels } from './labels.ts';
import type { Label } from './schematic.ts';

/** A thousand pixels a degree. */
const project = (lat: number, lon: number) => ({ x: lon * 1000, y: -lat * 1000 });
const valby: Label = ['district', 'Valby', 12.5, 55.66, 11];

describe('names on the map', () => {
	it('wait for the zoom that has room for them', () => {
		expect(placeLabels([valby], 10.5, project)).toEqual([]);
		expect(placeLabels([valby], 11, project)).toHaveLength(1);
	});

	it('never touch: the more important one stays', () => {
		const station: Label = ['station', 'Valby', 12.501, 55.665, 11];
		const far: Label = ['station', 'Hellerup', 12.5, 55.73, 11];
		expect(placeLabels([valby, station, far], 14, project).map(({ lines }) => lines)).toEqual([
			['Valby'],
			['Hellerup'],
		]);
	});

	it('make room for a mark, and stay under it rather than vanish', () => {
		const [alone] = placeLabels([valby], 12, project);
		const mark = { x: 12_500, y: -55_660, radius: 15 };
		const [moved] = placeLabels([valby], 12, project, [mark]);
		expect(Math.abs((moved?.y ?? 0) - (alone?.y ?? 0))).toBeGreaterThan(15);
		const everywhere = [-40, -20, 0, 20, 40].map((dy) => ({ ...mark, y: mark.y + dy }));
		expect(placeLabels([valby], 12, project, everywhere)).toEqual([alone]);
	});

	it('break where the name is made of two', () => {
		expect(placeLabels([['district', 'Brønshøj-Husum', 12.5, 55.7, 11]], 12, project)[0]?.lines).toEqual([
			'Brønshøj-',
			'Husum',
		]);
	});
});
