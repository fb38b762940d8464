import { describe, expect, it } from 'vitest';
import { demandsIn } from './demands.ts';
import { words } from './words.ts';

const demands = (text: string) => demandsIn(words(text)).map(({ demand }) => demand);

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
		expect(demands('min nabo går rundt om natten og kan ikke finde hjem')).toEqual([]);
		expect(demands('jeg arbejder meget, hvem kan passe børn om natten')).toEqual([{ kind: 'open', codes: ['night'] }]);
		expect(demands('familien har fået at vide at de skal være ude på fredag hvem kan gøre noget')).toEqual([]);
		expect(demands('jeg er ny her og hvad kan man lave på fredag')).toEqual([{ kind: 'open', codes: ['FR'] }]);
		expect(demands('alene om aftenen')).toEqual([{ kind: 'open', codes: ['evening'] }]);
	});

	it('are a way when help comes through a device, and none when it is about the device', () => {
		expect(demands('hjælp over skærmen')).toEqual([{ kind: 'mode', codes: ['online'] }]);
		expect(demands('rådgivning på telefonen')).toEqual([{ kind: 'mode', codes: ['phone'] }]);
		expect(demands('hjælp til telefonen')).toEqual([]);
		expect(demands('rådgivning på nettet')).toEqual([{ kind: 'mode', codes: ['online'] }]);
		expect(demands('mor kan ikke internettet')).toEqual([]);
		expect(demands('han har sat alle pengene på nettet igen')).toEqual([]);
	});

	it('are languages, days, prices and ways', () => {
		expect(demands('taler tigrinya')).toEqual([{ kind: 'language', codes: ['ti'] }]);
		expect(demands('åben om lørdagen')).toEqual([{ kind: 'open', codes: ['SA'] }]);
		expect(demands('gratis om aftenen online')).toEqual([
			{ kind: 'free' },
			{ kind: 'open', codes: ['evening'] },
			{ kind: 'mode', codes: ['online'] },
		]);
		expect(demands('advokat uden betaling')).toEqual([{ kind: 'free' }]);
		expect(demands('tandlæge uden at betale')).toEqual([{ kind: 'free' }]);
		expect(demands('kan ikke betale')).toEqual([]);
	});
});
