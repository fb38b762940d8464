import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atOnce, eachOf, inSlices, sorted, type Work } from './slices.ts';

it('sorts as a list sorts itself, equal ones in the order in which they came', () => {
	const pairs = fc.array(fc.record({ key: fc.integer({ min: 0, max: 50 }), id: fc.integer() }), {
		minLength: 900,
		maxLength: 4_500,
		size: 'max',
	});
	const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
	fc.assert(
		fc.property(pairs, (list) => {
			expect(atOnce(sorted(list, byKey))).toEqual(list.toSorted(byKey));
		}),
		{ numRuns: 30 },
	);
	expect(atOnce(sorted([], byKey))).toEqual([]);
});

it('visits each once, in order, and can be interrupted on the way', async () => {
	const seen: number[] = [];
	let pauses = 0;
	const values = Array.from({ length: 2_500 }, (_, index) => index * 2);
	await inSlices(
		eachOf(values, (value, index) => void seen.push(value - index)),
		async () => void pauses++,
	);
	expect(seen).toEqual(Array.from(values.keys()));
	expect(pauses).toBe(2);
});

it('goes on where it was interrupted, and a pause comes between two steps', async () => {
	const happened: string[] = [];
	function* work(): Work<string> {
		happened.push('one');
		yield;
		happened.push('two');
		return 'done';
	}
	expect(await inSlices(work(), async () => void happened.push('pause'))).toBe('done');
	expect(happened).toEqual(['one', 'pause', 'two']);
	expect(atOnce(work())).toBe('done');
});
