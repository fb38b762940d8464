import { beforeAll, describe, expect, it } from 'vitest';
import { demoCatalogue } from '../demo/index.ts';
import { snapshotOf, sourcesOf } from '../../../../tests/offer-sources.ts';
import type { Snapshot } from './snapshot.ts';

describe('everyday language', () => {
	let snapshot: Snapshot;
	beforeAll(async () => {
		snapshot = await snapshotOf(sourcesOf(demoCatalogue('2026-11-27')));
	});
	const read = (q: string) => snapshot.reader.read(`${q} `);
	const meant = (q: string) => {
		const [best] = read(q)
			.needs.flatMap(({ alternatives, weight = 1 }) =>
				alternatives
					.filter(({ terms }) => terms[0]?.startsWith('#'))
					.map(({ terms, factor }) => ({ concept: terms[0] ?? '', worth: factor * weight })),
			)
			.sort((a, b) => b.worth - a.worth);
		return best?.concept;
	};

	it.each(['solen', 'skulder', 'peber', 'kylling', 'fejl', 'fisker'])('»%s« is no slip for another word', (word) =>
		expect(read(word).corrections).toEqual([]),
	);

	it('a slip is still one', () =>
		expect(read('gælsrådgivning').corrections).toEqual([{ typed: 'gælsrådgivning', meant: 'gældsrådgivning' }]));

	it.each([
		['alkoholplager', '#alcohol'],
		['sorgramte', '#grief'],
		['fængselsbarn', '#prisoners_families'],
		['søndagen', undefined],
	])('a compound that nobody wrote down is about its beginning, or about both: %s', (word, concept) =>
		expect(meant(word)).toBe(concept),
	);

	it.each([
		['gøre en forskel', '#volunteering'],
		['pengene brænder i lommen på ham', '#budget'],
		['ikke en krone tilbage', '#poverty'],
		['hun bor fra sofa til sofa', '#homelessness'],
		['drengen har fået de forkerte venner', '#crime_prevention'],
		['chefen vil ikke betale', '#work_rights'],
		['min far sidder inde', '#prisoners_families'],
		['hun siger farvel til alle', '#suicide'],
		['vågen til klokken fem', '#sleep'],
	])('»%s« leads to %s', (q, concept) => expect(meant(q)).toBe(concept));

	it('asks for an overview only when nothing else is asked for', () => {
		expect(meant('hvad findes der')).toBe('#overview');
		expect(meant('hvad findes der mod gæld')).toBe('#debt');
	});
});
