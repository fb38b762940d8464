import { describe, expect, it } from 'vitest';
import { share, shown } from './small-counts.ts';

describe('counts in reports', () => {
	it('under five point to nobody', () => {
		expect([0, 1, 4, 5, 40].map(shown)).toEqual([0, 'few', 'few', 5, 40]);
	});
	it('give a share only when there are enough', () => {
		expect(share(3, 4)).toBeUndefined();
		expect(share(2, 3 + 3)).toBe(33);
		expect(share(0, 0)).toBeUndefined();
	});
});
