import { describe, expect, it } from 'vitest';
import { distance, Spelling } from './spelling.ts';

describe('the distance of two words', () => {
	it.each([
		['ensomhed', 'ensomhed', 0],
		['enshomhed', 'ensomhed', 1],
		['gælsrådgivning', 'gældsrådgivning', 1],
		['rådvigning', 'rådgivning', 2],
		['lektei', 'lekti', 1],
		['teh', 'the', 1],
	])('%s to %s is %i', (a, b, letters) => expect(distance(a, b, 3)).toBe(letters));

	it('stops counting where it no longer matters', () => {
		expect(distance('kvindekrisecenter', 'krise', 2)).toBe(3);
		expect(distance('abcdefgh', 'hgfedcba', 2)).toBe(3);
	});
});

describe('a misspelt word', () => {
	const spelling = new Spelling([
		['rådgivning', 40],
		['gældsrådgivning', 8],
		['ensomhed', 12],
		['kvinde', 9],
		['kvinder', 30],
		['mad', 20],
	]);

	it.each([
		['rådgivnig', 'rådgivning'],
		['gælsrådgivning', 'gældsrådgivning'],
		['enshomhed', 'ensomhed'],
	])('%s was meant to be %s', (typed, meant) => expect(spelling.nearest(typed)).toBe(meant));

	it('is the more common of two equally near', () => expect(spelling.nearest('kvindek')).toBe('kvinder'));

	it('is nothing when it is another short word, though hardly a letter differs', () => {
		const short = new Spelling([
			['køn', 9],
			['søen', 9],
			['arts', 9],
			['gæld', 20],
		]);
		expect(short.nearest('køen')).toBeUndefined();
		expect(short.nearest('marts')).toBeUndefined();
		expect(short.nearest('gæls')).toBe('gæld');
	});

	it('is nothing when nothing is near, or when it is too short to say', () => {
		expect(spelling.nearest('blomsterløg')).toBeUndefined();
		expect(spelling.nearest('had')).toBeUndefined();
	});
});
