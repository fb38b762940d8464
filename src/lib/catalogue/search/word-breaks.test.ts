import { describe, expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import { mendBreaks } from './word-breaks.ts';
import { placesAfterMarks } from './clauses.ts';
import { words } from './words.ts';

const field = new Set(['gældsrådgivning', 'krisecenter', 'natcafe', 'forældre', 'farmor', 'kørestol']);
const mended = (text: string) => {
	const { words: found, afterMarks } = mendBreaks({ words: words(text), afterMarks: placesAfterMarks(text) }, (word) =>
		field.has(word),
	);
	return { found: found.join(' '), marks: [...afterMarks] };
};

describe('words written apart or together', () => {
	it.each([
		['gælds rådgivning', 'gældsrådgivning'],
		['et krise center på amager', 'et krisecenter på amager'],
		['natcafenørrebro', 'natcafe nørrebro'],
	])('»%s« is »%s«', (typed, meant) => expect(mended(typed).found).toBe(meant));

	it.each(['tilbud for ældre', 'min far mor og bror', 'gæld rådgivning', 'krise, center', 'valbynørrebro'])(
		'»%s« stays as it is',
		(typed) => expect(mended(typed).found).toBe(words(typed).join(' ')),
	);

	it('keeps its marks where they stand', () => {
		expect(mended('krise center, hvor er det')).toEqual({ found: 'krisecenter hvor er det', marks: [1] });
		expect(mended('natcafenørrebro, tak').marks).toEqual([2]);
	});
});

describe('a query with slips', () => {
	it('finds the compound that was meant, and leaves ordinary words as they are', async () => {
		const { reader } = await snapshotOf([
			offerSource('Strikkeklub'),
			offerSource('Strikkeklub to'),
			offerSource('Stik'),
		]);
		const concepts = (q: string) =>
			reader.read(`${q} `).needs.flatMap(({ alternatives }) => alternatives.map(({ terms }) => terms[0]));
		expect(concepts('besøgs ven')).toContain('#visiting_friend');
		expect(concepts('jeld')).toContain('#debt');
		expect(concepts('skolefraver')).toContain('#school_absence');
		expect(concepts('konflikmægling')).toContain('#conflict');
		for (const word of ['formand', 'tårn', 'regering', 'venstre', 'kartoffel'])
			expect(reader.read(`${word} `).corrections, word).toEqual([]);
	});
});
