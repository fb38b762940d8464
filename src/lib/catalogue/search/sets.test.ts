import { describe, expect, it } from 'vitest';
import {
	add,
	bitsetOf,
	count,
	countCommon,
	each,
	emptyBitset,
	fullBitset,
	has,
	intersect,
	unite,
	without,
} from './bitset.ts';
import { best } from './top.ts';

const members = (set: Uint32Array) => {
	const found: number[] = [];
	each(set, (document) => void found.push(document));
	return found;
};

describe('a set of documents', () => {
	it('holds what was put in, at the edges of its words too', () => {
		const set = emptyBitset(70);
		for (const document of [0, 31, 32, 63, 64, 69]) add(set, document);
		expect(members(set)).toEqual([0, 31, 32, 63, 64, 69]);
		expect(has(set, 31)).toBe(true);
		expect(has(set, 30)).toBe(false);
		expect(count(set)).toBe(6);
	});

	it.each([0, 1, 31, 32, 33, 64, 100])('of all %i has each once', (size) => {
		expect(members(fullBitset(size))).toEqual(Array.from({ length: size }, (_, index) => index));
	});

	it('meets and joins another', () => {
		const a = bitsetOf(100, [1, 40, 99]);
		const b = bitsetOf(100, [40, 41]);
		expect(countCommon(a, b)).toBe(1);
		expect(members(intersect(a.slice(), b))).toEqual([40]);
		expect(members(unite(a.slice(), b))).toEqual([1, 40, 41, 99]);
		expect(members(without(a.slice(), b))).toEqual([1, 99]);
	});

	it('stops when told', () => {
		const seen: number[] = [];
		each(fullBitset(100), (document) => {
			seen.push(document);
			return seen.length < 3;
		});
		expect(seen).toEqual([0, 1, 2]);
	});
});

describe('the best of many', () => {
	it('is what sorting them all would give', () => {
		let seed = 7;
		const random = () => (seed = (seed * 48_271) % 2_147_483_647) % 50;
		const scores = Float32Array.from({ length: 500 }, random);
		const all = Uint32Array.from(scores.keys());
		const sorted = [...all].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
		for (const limit of [0, 1, 7, 499, 500, 600]) {
			expect(best(all, all.length, scores, limit)).toEqual(sorted.slice(0, limit));
		}
	});
});
