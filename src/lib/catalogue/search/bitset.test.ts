import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitsetOf, count, countCommon, fullBitset } from './bitset.ts';

it('as many are counted as there are, whatever the size of the catalogue', () => {
	// 8 words are 256 documents: the sizes lie on both sides of that, several times over.
	const sized = fc.integer({ min: 1, max: 1_500 }).chain((size) => {
		const some = fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: size });
		return fc.record({ size: fc.constant(size), one: some, other: some });
	});
	fc.assert(
		fc.property(sized, ({ size, one, other }) => {
			const set = bitsetOf(size, one);
			expect(count(set)).toBe(one.length);
			expect(count(fullBitset(size))).toBe(size);
			expect(countCommon(set, fullBitset(size))).toBe(one.length);
			const both = new Set(other);
			expect(countCommon(set, bitsetOf(size, other))).toBe(one.filter((document) => both.has(document)).length);
		}),
		{ numRuns: 300 },
	);
});
