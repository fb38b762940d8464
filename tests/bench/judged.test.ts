import { expect, it } from 'vitest';
import { ndcg, worthOf } from './judged.ts';

const relevant = { best: 3, good: 2, touched: 1 };
const query = { q: 'gæld', kind: 'exact', relevant };

it('finding the ideal order is worth one, and nothing is worth nothing', () => {
	expect(ndcg(['best', 'good', 'touched'], relevant)).toBe(1);
	expect(ndcg([], relevant)).toBe(0);
	expect(worthOf([], query)).toEqual({ ndcg: 0, recall: 0, none: true });
});

it('the ideal answer below one that does not answer is worth less than above it', () => {
	// (7/log2(3) + 3/log2(4) + 1/log2(5)) / (7 + 3/log2(3) + 1/2), by hand
	expect(ndcg(['other', 'best', 'good', 'touched'], relevant)).toBeCloseTo(0.676, 3);
});

it('what stands below the first twenty is not recalled', () => {
	const others = Array.from({ length: 19 }, (_, index) => `other ${index}`);
	expect(worthOf([...others, 'best', 'good'], query).recall).toBeCloseTo(1 / 3);
});
