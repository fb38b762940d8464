import { describe, expect, it } from 'vitest';
import type { MapPoint } from './answer.ts';
import { groupMarks } from './grouping.ts';
import { calledAt, withPlaces } from './place-names.ts';
import { streetOf, townOf } from './street.ts';
import { usualName } from './usual-name.ts';

describe('a place is called', () => {
	it('by its street, its square and its district, the closest first', () => {
		expect(calledAt('Korsgade 30, 2200 København N', 55.687, 12.556)).toEqual([
			'Korsgade',
			'Blågårds Plads',
			'Nørrebro',
		]);
		expect(calledAt('Blågårds Plads 3, 2200 København N', 55.687, 12.556)).toEqual(['Blågårds Plads', 'Nørrebro']);
		expect(calledAt(undefined, 55.687, 12.556)).toEqual(['Blågårds Plads', 'Nørrebro']);
	});

	it('by street and town where we know no district, and by nothing where there is nothing to go by', () => {
		expect(calledAt('1611 NW 12th Avenue, 33136 Miami', 25.79, -80.21)).toEqual(['NW 12th Avenue', 'Miami']);
		expect(calledAt(undefined, 25.79, -80.21)).toEqual([]);
	});
});

it.each([
	['Blågårds Plads 31, 2200 København N', 'Blågårds Plads'],
	['Nørrebrogade 45 B, st. tv., 2200 København N', 'Nørrebrogade'],
	['H.C. Ørsteds Vej 50C', 'H.C. Ørsteds Vej'],
	['10. Februar Vej 3, 2300 København S', '10. Februar Vej'],
	['Kulturhuset, 2400 København NV', 'Kulturhuset'],
	['1611 NW 12th Avenue Suite 1002, 33136 Miami', 'NW 12th Avenue'],
	['4300 State Road 7, 33314 Davie', 'State Road 7'],
	['P.O. Box 123, 33101 Miami', undefined],
	['12', undefined],
])('the street of »%s« is %s', (address, street) => {
	expect(streetOf(address)).toBe(street);
});

it('the town of an address stands behind its postcode, and nowhere else', () => {
	expect(townOf('1611 NW 12th Avenue, 33136 Miami')).toBe('Miami');
	expect(townOf('Nørrebrogade 45, st. tv.')).toBeUndefined();
});

describe('several places are called by', () => {
	const korsgade = ['Korsgade', 'Blågårds Plads', 'Nørrebro'];
	const rantzausgade = ['Rantzausgade', 'Blågårds Plads', 'Nørrebro'];
	const tagensvej = ['Tagensvej', 'Tagensbo', 'Bispebjerg'];

	it('the street that most of them lie in', () => {
		expect(usualName([korsgade, korsgade, tagensvej])).toBe('Korsgade');
	});
	it('the square, where no street has most of them', () => {
		expect(usualName([korsgade, rantzausgade])).toBe('Blågårds Plads');
		expect(usualName([korsgade, rantzausgade, tagensvej])).toBe('Blågårds Plads');
	});
	it('the district that has the most, where they have nothing closer in common', () => {
		expect(
			usualName([korsgade, ['Gasværksvej', 'Vesterbro'], ['Tingvej', 'Amager'], tagensvej, tagensvej.slice(2)]),
		).toBe('Bispebjerg');
	});
	it('nothing, where they have no names', () => {
		expect(usualName([[], []])).toBeUndefined();
		expect(usualName([])).toBeUndefined();
	});
});

const point = (slug: string, lat: number, lon: number): MapPoint => [slug, lat, lon, slug, '', 'open'];
const project = (lat: number, lon: number) => ({ x: lon * 100_000, y: -lat * 100_000 });

it('a mark of several offers is called by where most of them are, a cluster by what the server calls it', () => {
	const answer = withPlaces({
		points: [
			[point('a', 55.68702, 12.55601), ['Korsgade', 'Blågårds Plads', 'Nørrebro']],
			[point('b', 55.68703, 12.55602), ['Rantzausgade', 'Blågårds Plads', 'Nørrebro']],
			[point('c', 55.7108, 12.5372), ['Tagensvej', 'Tagensbo']],
		],
		clusters: [
			[[55.6, 12.5, 40, 14], ['Nørrebro']],
			[[25.77, -80.19, 3, 18], []],
		],
	});
	expect(groupMarks(answer, project).map(({ count, place }) => [count, place])).toEqual([
		[1, 'Tagensvej'],
		[2, 'Blågårds Plads'],
		[40, 'Nørrebro'],
		[3, undefined],
	]);
});
