import { describe, expect, it } from 'vitest';
import { demandsIn, personIn } from './demands.ts';
import { words } from './words.ts';

const demands = (text: string) => demandsIn(words(text)).map(({ demand }) => demand);
const person = (text: string) => personIn(words(text));

describe('facts asked for in words', () => {
	it('are places, by district, neighbourhood and postcode', () => {
		expect(demands('lektier nørrebro')).toEqual([{ kind: 'district', codes: ['noerrebro'] }]);
		expect(demands('café i Indre By')).toEqual([{ kind: 'district', codes: ['indre_by'] }]);
		expect(demands('nordvest')).toEqual([{ kind: 'district', codes: ['bispebjerg'] }]);
		expect(demands('fodbold amager')).toEqual([{ kind: 'district', codes: ['amager_oest', 'amager_vest'] }]);
		expect(demands('2450')).toEqual([{ kind: 'district', codes: ['vesterbro'] }]);
		expect(demands('en by')).toEqual([]);
	});

	it('are no opening hours when they say when it is hard', () => {
		expect(demands('alene hver aften')).toEqual([]);
		expect(demands('alene om aftenen')).toEqual([{ kind: 'open', codes: ['evening'] }]);
	});

	it('are a way when help comes through a device, and none when it is about the device', () => {
		expect(demands('hjælp over skærmen')).toEqual([{ kind: 'mode', codes: ['online'] }]);
		expect(demands('rådgivning på telefonen')).toEqual([{ kind: 'mode', codes: ['phone'] }]);
		expect(demands('hjælp til telefonen')).toEqual([]);
	});

	it('are languages, days, prices and ways', () => {
		expect(demands('taler tigrinya')).toEqual([{ kind: 'language', codes: ['ti'] }]);
		expect(demands('åben om lørdagen')).toEqual([{ kind: 'open', codes: ['SA'] }]);
		expect(demands('gratis om aftenen online')).toEqual([
			{ kind: 'free' },
			{ kind: 'open', codes: ['evening'] },
			{ kind: 'mode', codes: ['online'] },
		]);
	});
});

describe('who is asked for', () => {
	it.each([
		['ung mand uden job', { gender: 'men', age: [15, 29] }],
		['arabisk talende kvinder', { gender: 'women' }],
		['fodbold drenge 12 år', { gender: 'men', age: [12, 12] }],
		['17-årig pige', { gender: 'women', age: [17, 17] }],
		['kvinder og mænd', {}],
		['min mand slår mig', { gender: 'women' }],
		['hans kone er syg', { gender: 'men' }],
		['min søn på 14 år ryger hash', { age: [14, 14] }],
		['noget over 65', { age: [65, 100] }],
		['unge med børn', {}],
		['noget til en på 17', { age: [17, 17] }],
		['kvinde på 43', { gender: 'women', age: [43, 43] }],
		['bus 17', {}],
	])('%s', (text, expected) => expect(person(text)).toEqual(expected));
});
