import { describe, expect, it } from 'vitest';
import { readLanguage } from './languages.ts';
import { readAge, readCoordinates, readDate, readPhone, readUrl, swappedAmong } from './values.ts';

it('dates are days that exist', () => {
	expect(['2025-11-03T09:00:00.000Z', '20250203', '2025-02-30', '3/4/2025'].map(readDate)).toEqual([
		...['2025-11-03', '2025-02-03', undefined, undefined],
	]);
});

it('ages are whole years of a life', () => {
	expect(['18', '5.5', '-1', '200', 'voksen', ''].map(readAge)).toEqual([
		18,
		5,
		undefined,
		undefined,
		undefined,
		undefined,
	]);
});

it('only web addresses come through, with their scheme', () => {
	expect(
		['www.girls.org', 'http://a.dk/x', 'www.a.dk; www.b.dk', 'javascript:alert(1)', 'ved ikke', 'a.dk:8080/x'].map(
			readUrl,
		),
	).toEqual([
		...['https://www.girls.org', 'http://a.dk/x', 'https://www.a.dk', undefined, undefined, 'https://a.dk:8080/x'],
	]);
});

it('phones lose stray marks and show their extension apart', () => {
	expect(readPhone({ number: '"+44 1234 234567"' })).toMatchObject({ number: '+44 1234 234567', cleaned: true });
	expect(readPhone({ number: '305-573-4200 x57471' })).toMatchObject({ number: '305-573-4200', extension: '57471' });
	expect(readPhone({ number: 'ring' })).toBeUndefined();
});

describe('coordinates', () => {
	it('are dropped off the globe and at 0,0, and turned round where only that fits', () => {
		expect(readCoordinates('100', '101')).toBeUndefined();
		expect(readCoordinates('0', '0.0')).toBeUndefined();
		expect(readCoordinates('55.6', '')).toBeUndefined();
		expect(readCoordinates('-122.4', '37.7')).toEqual({ latitude: 37.7, longitude: -122.4, swapped: true });
		expect(readCoordinates('55,68', '12,55')).toEqual({ latitude: 55.68, longitude: 12.55, swapped: false });
	});

	it('are known as swapped among many that are not', () => {
		const right = { latitude: 55.68, longitude: 12.55 };
		const wrong = { latitude: 12.55, longitude: 55.68 };
		expect(swappedAmong([right, right, wrong, right, right, right])).toEqual([2]);
		expect(swappedAmong([right, right, { latitude: 40.7, longitude: -74 }, right, right])).toEqual([]);
	});
});

describe('languages', () => {
	it.each([
		['Dansk', 'da', ['da']],
		['Urdu', 'urd', ['ur']],
		['Dansk tegnsprog', 'dsl', ['Dansk tegnsprog']],
		['English and Spanish', undefined, ['en', 'es']],
		['Haitian-Creole', undefined, ['ht']],
		['Español', undefined, ['es']],
		['Taiwanese', undefined, ['Taiwanese']],
	] as const)('%s', (name, code, languages) => expect(readLanguage(name, code)).toEqual({ languages }));

	it('that say more than a name keep their words', () => {
		expect(readLanguage('Spanish (limited)', undefined)).toEqual({ languages: ['es'], words: 'Spanish (limited)' });
		expect(readLanguage('other languages upon request', undefined)).toEqual({
			languages: [],
			words: 'other languages upon request',
		});
	});
});
