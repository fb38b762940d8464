import { beforeAll, expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import type { OfferSource } from './offer-source.ts';
import { everything, facetNames, type SearchRequest } from './request.ts';
import { search } from './search.ts';
import type { Snapshot } from './snapshot.ts';

const now = new Date('2026-11-02T08:00:00Z');
const at = (district: string): OfferSource['places'] => [{ district, confidential: false }];

let snapshot: Snapshot;
beforeAll(async () => {
	snapshot = await snapshotOf([
		// Plenty of what everybody asks for …
		...Array.from({ length: 12 }, (_, index) => offerSource(`Café her ${index}`, { places: at('noerrebro') })),
		...Array.from({ length: 4 }, (_, index) => offerSource(`Café der ${index}`, { places: at('valby') })),
		offerSource('Café overalt'),
		offerSource('Café for mænd', { gender: 'men', places: at('noerrebro') }),
		offerSource('Café for unge', { minimumAge: 15, maximumAge: 25, places: at('noerrebro') }),
		// … and little of the rest.
		offerSource('Systue på arabisk', { places: at('noerrebro'), languages: ['da', 'ar'] }),
		offerSource('Systue', { places: at('valby') }),
		offerSource('Systue uden sprog', { languages: [] }),
	]);
});

const find = (request: Partial<SearchRequest>) => search(snapshot, { ...everything, ...request }, now);
const names = (request: Partial<SearchRequest>) =>
	find(request).documents.map((document) => snapshot.entries[document]?.name ?? '');
const facts = (q: string, not?: string[]) =>
	find({ q, ...(not && { not }) }).said.facts.map(({ word, fact }) => ({ word, ...fact }));

it('a district, a language, a gender, an age and a group in the words are filters', () => {
	expect(facts('arabisk talende kvinder nørrebro')).toEqual([
		{ word: 'arabisk', facet: 'language', values: ['ar'] },
		{ word: 'kvinder', facet: 'gender', values: ['women'] },
		{ word: 'nørrebro', facet: 'district', values: ['noerrebro'] },
	]);
	expect(facts('café for en på 17')).toEqual([{ word: '17', facet: 'age', years: [17, 17] }]);
	expect(facts('café 65 år')).toEqual([{ word: '65', facet: 'age', years: [65, 65] }]);
	expect(facts('café for unge')).toEqual([{ word: 'unge', facet: 'age', years: [15, 29] }]);
});

it('what nobody here has is no filter, and neither is somebody near the citizen or a child', () => {
	expect(facts('café vanløse tigrinya')).toEqual([]);
	expect(facts('café min søn på 14 år')).toEqual([]);
	expect(facts('tøj til børn')).toEqual([]);
	expect(facts('min mand slår mig')).toEqual([]);
});

it('a filter in the words leaves out what is elsewhere, and keeps what may be here', () => {
	const found = find({ q: 'café nørrebro' });
	expect(found.said).toMatchObject({ strict: true, exact: found.total });
	const all = [...names({ q: 'café nørrebro' })];
	expect(all).toContain('Café overalt');
	expect(all.filter((name) => name.startsWith('Café der'))).toEqual([]);
	expect(names({ q: 'café kvinder' })).not.toContain('Café for mænd');
	expect(names({ q: 'café 65 år' })).not.toContain('Café for unge');
});

it('it hides no good answer where little suits: the others stand behind, and it is told how many suit', () => {
	const found = find({ q: 'systue nørrebro arabisk' });
	expect(names({ q: 'systue nørrebro arabisk' })).toEqual(['Systue på arabisk', 'Systue uden sprog', 'Systue']);
	expect(found.said).toMatchObject({ strict: false, exact: 2 });
});

it('a word that is to be an ordinary one filters nothing', () => {
	const found = find({ q: 'café nørrebro', not: ['nørrebro'] });
	expect(found.said.facts).toEqual([]);
	expect(found.total).toBeGreaterThan(find({ q: 'café nørrebro' }).total);
	expect(facts('café kvinder nørrebro', ['nørrebro'])).toEqual([
		{ word: 'kvinder', facet: 'gender', values: ['women'] },
	]);
});

it('a filter that is chosen goes before the one in the words', () => {
	const found = find({ q: 'café nørrebro', filters: { district: ['valby'] } });
	expect(found.said.facts).toEqual([]);
	expect(found.total).toBe(4);
});

it('an age alone finds all that is for it', () => {
	expect(find({ q: '65 år' }).total).toBe(snapshot.entries.length - 1);
});

it('counts what each value would really find, with filters in the words', () => {
	for (const q of ['café nørrebro', 'café kvinder', 'café unge nørrebro', 'systue nørrebro arabisk', '65 år']) {
		const { facets } = find({ q });
		for (const facet of facetNames) {
			for (const { value, count } of facets()[facet]) {
				expect(find({ q, filters: { [facet]: [value] } }).total, `${q}: ${facet} ${value}`).toBe(count);
			}
		}
	}
});
