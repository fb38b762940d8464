import { describe, expect, it } from 'vitest';
import { pageNumbers } from './pages.ts';

describe('page numbers', () => {
	it('shows all of few', () => expect(pageNumbers(2, 5)).toEqual([1, 2, 3, 4, 5]));
	it('shows the ends and the neighbours of many', () =>
		expect(pageNumbers(10, 20)).toEqual([1, 2, null, 9, 10, 11, null, 19, 20]));
	it('never puts dots for a single page', () => expect(pageNumbers(5, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]));
	it('has one page when there is nothing', () => expect(pageNumbers(1, 1)).toEqual([1]));
});
