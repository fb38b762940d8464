import { describe, expect, it } from 'vitest';
import { parseSearch } from './parse-search.server.ts';
import { everything, facetNames, searchAddress, toggled, toParameters, type SearchRequest } from './request.ts';

const full: SearchRequest = {
	q: 'gæld & »regninger«',
	not: ['gæld'],
	filters: {
		theme: ['economy', 'housing'],
		target_group: ['debt'],
		transition: ['child_to_adult'],
		district: ['noerrebro', 'Coral Gables'],
		age_group: ['young_adults'],
		way_in: ['referral'],
		capacity: ['open', 'few'],
		open: ['now', 'SU', 'unknown'],
		language: ['ar', 'American Sign Language'],
		gender: ['women'],
		mode: ['phone'],
		free: ['1'],
		step_free: ['1'],
		peers: ['1'],
		user_organisation: ['1'],
		kind: ['coalition'],
	},
	age: 18,
	bbox: [12.45, 55.6, 12.66, 55.73],
	sort: 'freshness',
	page: 3,
};

describe('a search in the address', () => {
	it('comes back as it went out', () => {
		expect(Object.keys(full.filters)).toHaveLength(facetNames.length);
		const near = { text: '2200', name: '2200 København N', pointed: false, latitude: 55.695, longitude: 12.551 };
		const nearest = { ...everything, near, sort: 'distance' } as const;
		for (const request of [everything, full, { ...everything, q: 'ensom' }, nearest, { ...full, near }]) {
			expect(parseSearch(toParameters(request))).toEqual({ request, ignored: [] });
		}
	});

	it('is short where nothing is asked, and one address for one search', () => {
		expect(searchAddress(everything)).toBe('/offers');
		expect(searchAddress({ ...everything, filters: { theme: ['health'] } })).toBe('/offers?theme=health');
		const other = parseSearch(new URLSearchParams('page=1&theme=health&q=&sort=fit&utm_source=mail')).request;
		expect(searchAddress(other)).toBe('/offers?theme=health');
	});

	it('takes a word as an ordinary one only as long as it is typed', () => {
		const read = (parameters: string) => parseSearch(new URLSearchParams(parameters)).request.not;
		expect(read('q=kvinder Nørrebro&not=nørrebro&not=valby')).toEqual(['nørrebro']);
		expect(read('q=valby&not=nørrebro')).toBeUndefined();
	});

	it('leaves out and tells what means nothing', () => {
		const { request, ignored } = parseSearch(
			new URLSearchParams(
				'theme=economy&theme=magic&age=old&bbox=1,2,3&page=-4&sort=price&free=maybe&district=Atlantis',
			),
			(facet, value) => facet !== 'district' || value === 'valby',
		);
		expect(request).toEqual({ ...everything, filters: { theme: ['economy'] } });
		expect(ignored.map(({ name }) => name).sort()).toEqual([
			...['age', 'bbox', 'district', 'free', 'page', 'sort', 'theme'],
		]);
	});

	it('is sorted by distance when it says from where, unless it says otherwise', () => {
		const sorted = (parameters: string) => parseSearch(new URLSearchParams(parameters)).request.sort;
		expect(sorted('near=2200')).toBe('distance');
		expect(sorted('near=2200&sort=fit')).toBe('fit');
		expect(sorted('sort=distance')).toBe('distance');
		expect(searchAddress(parseSearch(new URLSearchParams('near=&near=55.68701,12.5558&sort=distance')).request)).toBe(
			'/offers?near=55.687%2C12.556',
		);
	});

	it.each(['bbox=12,55,11,56', 'bbox=a,b,c,d', 'bbox=,,,', 'bbox=0,0,0,0,0', 'age=1e9', 'page=1.5', 'q=%00', 'q=%'])(
		'%s does no harm',
		(text) => expect(parseSearch(new URLSearchParams(text)).request.bbox).toBeUndefined(),
	);

	it('cuts a query that is longer than any need', () => {
		expect(parseSearch(new URLSearchParams({ q: 'x'.repeat(5_000) })).request.q).toHaveLength(200);
	});
});

describe('choosing a value', () => {
	it('adds it, takes it away again, and begins at the first page', () => {
		const once = toggled({ ...everything, page: 4 }, 'theme', 'health');
		expect(once).toEqual({ ...everything, filters: { theme: ['health'] } });
		expect(toggled(once, 'theme', 'health')).toEqual(everything);
		expect(toggled(once, 'theme', 'economy').filters.theme).toEqual(['health', 'economy']);
	});
});
