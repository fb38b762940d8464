import { describe, expect, it } from 'vitest';
import { Splitter } from './compounds.ts';
import { stem } from './stem.ts';

const splitter = (text: string) => new Splitter(new Map(text.split(' ').map((word) => [stem(word), 5])));

describe('a compound is taken apart by the words of the catalogue', () => {
	const known = splitter('gæld rådgivning tandlæge hjælp besøg ven børn hus kvinde gruppe familie cykel værksted');

	it.each([
		['gældsrådgivning', ['gæld', 'rådgivning']],
		['tandlægehjælp', ['tandlæge', 'hjælp']],
		['besøgsvenner', ['besøg', 'venner']],
		['børnehuset', ['børn', 'huset']],
		['kvindegrupper', ['kvinde', 'grupper']],
		['cykelværkstedet', ['cykel', 'værkstedet']],
	])('%s', (word, parts) => expect(known.split(word).map(stem)).toEqual(parts.map(stem)));

	it('and keeps a sure end when the beginning is unknown', () => {
		expect(known.split('budgetrådgivning')).toEqual(['rådgivning']);
	});

	it('and keeps a sure beginning when the end is unknown', () => {
		expect(splitter('tøj').split('tøjudlevering')).toEqual(['tøj']);
		expect(splitter('job').split('jobtype')).toEqual([]);
		expect(splitter('venlig').split('venlighed')).toEqual([]);
	});

	it('and drops an end that only names the form', () => {
		expect(splitter('keramik').split('keramikhold')).toEqual(['keramik']);
	});

	it('but leaves alone what only looks like one', () => {
		expect(splitter('søn dag').split('søndag')).toEqual([]);
		expect(splitter('hjem løs').split('hjemløs')).toEqual([]);
		expect(splitter('over gang').split('overgang')).toEqual([]);
		expect(known.split('hus')).toEqual([]);
	});
});
