import { describe, expect, it } from 'vitest';
import type { CatalogueRecords, LocationRecord } from '../hsds/record.ts';
import { withholdAddresses } from './withhold-addresses.ts';

const shelter: LocationRecord = {
	id: 'shelter',
	name: 'Huset på Skjulestien 14',
	address: 'Skjulestien 14B, 2. th.',
	postcode: '2700',
	city: 'Brønshøj',
	district: 'broenshoej_husum',
	latitude: 55.7,
	longitude: 12.5,
	confidential: true,
	transport: 'Bus 5C til Skjulestien',
	phones: [{ number: '+45 00 00 14 14', description: 'Nattelefonen på skjulestien 14 b' }],
};
const records: CatalogueRecords = {
	organisations: [
		{ id: 'o', name: 'Ly', description: 'Kontoret er på Skjulestien.', contacts: [{ name: 'Mia, Skjulestien 14' }] },
		{ id: 'p', name: 'Naboforeningen', description: 'Vi går tur ad Skjulestien.' },
	],
	locations: [shelter, { id: 'open', address: 'Åbenvej 2', latitude: 55.6, longitude: 12.6 }],
	terms: [],
	offers: [
		{
			id: 'bed',
			organisationId: 'o',
			name: 'En seng for natten',
			description: 'Ring på hos Skjulestien 14B. Vi er 14 frivillige.',
			url: 'https://ly.example/skjulestien',
			locations: [{ locationId: 'shelter', description: 'Skjulestien 14, kælderen' }, { locationId: 'open' }],
		},
		{
			id: 'walk',
			organisationId: 'p',
			name: 'Gåtur',
			description: 'Fra Skjulestien',
			locations: [{ locationId: 'open' }],
		},
	],
};

describe('a confidential place', () => {
	const { records: published, secrets } = withholdAddresses(records);

	it('keeps its address apart', () => {
		expect([...secrets]).toEqual([
			[
				'shelter',
				{ address: 'Skjulestien 14B, 2. th.', postcode: '2700', city: 'Brønshøj', latitude: 55.7, longitude: 12.5 },
			],
		]);
	});

	it('is published without address, coordinates and the way there, but with its district', () => {
		expect(JSON.parse(JSON.stringify(published.locations[0]))).toEqual({
			id: 'shelter',
			name: 'Huset på hemmelig adresse',
			district: 'broenshoej_husum',
			confidential: true,
			phones: [{ number: '+45 00 00 14 14', description: 'Nattelefonen på hemmelig adresse' }],
		});
	});

	it('is not given away by the words of its offers and their organisation', () => {
		expect(published.offers[0]).toMatchObject({
			description: 'Ring på hos hemmelig adresse. Vi er 14 frivillige.',
			locations: [{ locationId: 'shelter', description: 'hemmelig adresse, kælderen' }, { locationId: 'open' }],
		});
		expect(published.organisations[0]).toMatchObject({
			description: 'Kontoret er på hemmelig adresse.',
			contacts: [{ name: 'Mia, hemmelig adresse' }],
		});
	});

	it('changes nothing about others', () => {
		expect(published.locations[1]).toBe(records.locations[1]);
		expect(published.offers[1]).toBe(records.offers[1]);
		expect(published.organisations[1]).toBe(records.organisations[1]);
	});
});

it.each([
	['123 Main St', 'Come to 123 Main St after five', 'Come to hemmelig adresse after five'],
	['Nørre Alle 7', 'Nørre  Alle 7 kld., 7 dage om ugen', 'hemmelig adresse kld., 7 dage om ugen'],
	['Gade (baggård) 3', 'I Gade (baggård) 3', 'I hemmelig adresse'],
	['Confidential', 'All calls are confidential', 'All calls are confidential'],
	['Hemmelig adresse, 2100', 'Vi har hemmelig adresse', 'Vi har hemmelig adresse'],
])('of the address %j, the text %j keeps %j', (address, description, expected) => {
	const one: CatalogueRecords = {
		organisations: [],
		terms: [],
		locations: [{ id: 'x', address, confidential: true, description }],
		offers: [],
	};
	expect(withholdAddresses(one).records.locations[0]?.description).toBe(expected);
});
