import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shared } from '../../../../tests/shared.ts';
import { districts } from '../vocabulary.ts';
import { readCatalogue } from './read.server.ts';
import { openWorkshop, type Workshop } from '../../../../tests/packages.ts';

let workshop: Workshop;
beforeAll(async () => {
	workshop = await openWorkshop();
});
afterAll(() => workshop.remove());

describe('a directory from before version 3', () => {
	const directory = {
		'data/organizations.csv': 'id,name,url\n1,Havnens Forening,www.havnen.example\n',
		'data/services.csv':
			'id,organization_id,name,description,fees,status\n' +
			'7,1,Værested,"Kaffe & ro\\n\\nHver dag\\n###CPH###",Gratis,active\n' +
			'8,7,Natvagt,Åbent om natten,,\n' +
			'9,99,Ukendt afsender,,,\n',
		'data/services_at_location.csv': 'id,service_id,location_id\n1,7,5\n2,8,5\n3,7,66\n',
		'data/locations.csv': 'id,name,latitude,longitude\n5,Kajen,55.66,12.57\n',
		'data/physical_addresses.csv':
			'id,location_id,address_1,city,region,postal_code,country\n1,5,Kajen 3,København SV,Valby,2450,DK\n',
		'data/regular_schedules.csv':
			'id,service_id,weekday,opens_at,closes_at\n,7,1,9:00am,3:00pm\n,7,2,9:00am,3:00pm\n,7,7,10:00am,1:00pm\n,7,9,9:00,10:00\n',
		'data/eligibility.csv': 'id,service_id,eligibility\n1,7,Alle over 18\n2,,Ingen ved hvem\n',
		'data/accessibility_for_disabilities.csv': 'id,location_id,accessibility\n1,5,Handicap accessible\n',
		'data/languages.csv': 'id,service_id,language\n7,7,Dansk\n7,7,Engelsk\n',
		'data/taxonomy.csv': 'id,name,parent_id,vocabulary\nB,Bolig,,AIRS\nB-1,Værested,B,AIRS\nB-1,Igen,B,AIRS\n',
		'data/services_taxonomy.csv': 'id,service_id,taxonomy_id\n1,7,B-1\n2,7,B-1\n3,7,X\n',
		'data/phones.csv': 'id,service_id,location_id,number\n1,7,5,00 11 22 33 x4\n2,8,,\n',
	};

	it('is brought into the one shape', async () => {
		const { records, report } = await readCatalogue(await workshop.folder(directory));
		expect(report.format).toBe('HSDS 1.1 CSV');
		expect(records.offers[0]).toEqual({
			id: '7',
			organisationId: '1',
			name: 'Værested',
			description: 'Kaffe & ro\n\nHver dag',
			status: 'active',
			eligibility: 'Alle over 18',
			fees: 'Gratis',
			free: true,
			locations: [{ locationId: '5' }],
			schedules: [
				{ freq: 'WEEKLY', byday: 'MO,TU', opensAt: '09:00', closesAt: '15:00' },
				{ freq: 'WEEKLY', byday: 'SU', opensAt: '10:00', closesAt: '13:00' },
			],
			phones: [{ number: '00 11 22 33', extension: '4' }],
			languages: ['da', 'en'],
			terms: [{ taxonomy: 'airs', code: 'B-1' }],
			modes: ['in_person'],
		});
		expect(records.locations).toEqual([
			{
				...{
					id: '5',
					name: 'Kajen',
					latitude: 55.66,
					longitude: 12.57,
					address: 'Kajen 3',
					postcode: '2450',
					country: 'DK',
				},
				...{ city: 'København SV', district: 'valby', accessibility: 'Handicap accessible', stepFree: true },
			},
		]);
		expect(records.terms).toEqual([
			{ taxonomy: 'airs', code: 'B', name: 'Bolig' },
			{ taxonomy: 'airs', code: 'B-1', name: 'Værested', parent: 'B' },
		]);
	});

	it('keeps services whose organisation is not there, and says so', async () => {
		const { records, report } = await readCatalogue(await workshop.folder(directory));
		expect(records.offers[1]).toMatchObject({ name: 'Natvagt', organisationId: '1', alternateName: 'Værested' });
		expect(records.offers[2]).toMatchObject({ organisationId: '99' });
		expect(records.organisations.map(({ id, name }) => [id, name])).toEqual([
			['1', 'Havnens Forening'],
			['99', 'Ukendt afsender'],
		]);
		expect(report.repaired.map(({ kind, count }) => [kind, count])).toEqual(
			expect.arrayContaining([
				['organisation_through_service', 1],
				['organisation_made', 1],
			]),
		);
	});

	it('refuses rows one by one, with their place and reason', async () => {
		const { report } = await readCatalogue(await workshop.folder(directory));
		expect(report.refused.map(({ file, row, reason }) => `${file}:${row} ${reason}`).sort()).toEqual([
			'data/eligibility.csv:3 no_link',
			'data/phones.csv:3 no_number',
			'data/regular_schedules.csv:5 bad_weekday',
			'data/services_at_location.csv:4 unknown_location',
			'data/services_taxonomy.csv:4 unknown_term',
			'data/taxonomy.csv:4 duplicate_id',
		]);
		expect(report.refusedCount).toBe(6);
	});
});

describe('tables as they really come', () => {
	const organizations = 'id,name\n1,Forening\n';

	it('with semicolons, byte order mark, Windows line ends and Windows-1252', async () => {
		const text = 'id;organization_id;name;description\r\n1;1;Rådgivning;"Åben; for alle"\r\n';
		const services = Buffer.concat([Buffer.from(text, 'latin1')]);
		const marked = Buffer.from(`\uFEFFid;name\r\n1;Ærø Forening\r\n`);
		const { records } = await readCatalogue(
			await workshop.folder({ 'service.csv': services, 'organization.csv': marked }),
		);
		expect(records.organisations[0]?.name).toBe('Ærø Forening');
		expect(records.offers[0]).toMatchObject({ name: 'Rådgivning', description: 'Åben; for alle' });
	});

	it('with ragged rows and broken quotes, which are refused by number', async () => {
		const services =
			'id,organization_id,name\n1,1,God\n2,1\n3,1,"Bra"d"\n4,1,"To\nlinjer"\n5,1,En,for,mange\n6,1,Sidste\n';
		const { records, report } = await readCatalogue(
			await workshop.folder({ 'services.csv': services, 'organizations.csv': organizations }),
		);
		expect(records.offers.map(({ name }) => name)).toEqual(['God', 'To\nlinjer', 'Sidste']);
		expect(report.refused.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
			'3 wrong_number_of_cells',
			'4 broken_quotes',
			'6 wrong_number_of_cells',
		]);
	});

	it('with ages, dates, states and coordinates that make no sense, which are left out', async () => {
		const { records, report } = await readCatalogue(
			await workshop.folder({
				'organizations.csv': organizations,
				'services.csv':
					'id,organization_id,name,minimum_age,maximum_age,status,assured_date,url\n' +
					'1,1,A,30,18,open,31-12-2024,javascript:alert(1)\n2,1,B,18,25,Temporarily closed,2024-12-31,b.example\n',
				'locations.csv': 'id,name,latitude,longitude\n1,Ø,0,0\n2,Hav,95,12\n',
			}),
		);
		expect(records.offers[0]).toEqual({ id: '1', organisationId: '1', name: 'A' });
		expect(records.offers[1]).toMatchObject({
			...{
				minimumAge: 18,
				maximumAge: 25,
				status: 'temporarily closed',
				confirmed: '2024-12-31',
				url: 'https://b.example',
			},
		});
		expect(records.locations.map(({ latitude, longitude }) => [latitude, longitude])).toEqual([
			[undefined, undefined],
			[12, 95],
		]);
		expect(report.refusedByReason).toEqual({ bad_age: 1, bad_status: 1, bad_date: 1, bad_url: 1, bad_coordinates: 1 });
	});
});

describe('HSDS 3', () => {
	it('capacity, taxonomies and places of 3.1 are read, in singular and plural', async () => {
		const { records, report } = await readCatalogue(
			await workshop.folder({
				'organization.csv': 'id,name,legal_status\no,Huset,Selvejende\n',
				'service.csv': 'id,organization_id,name\ns,o,Krisecenter\n',
				'location.csv': 'id,location_type,name\nl,physical,Huset\nv,virtual,Chat\n',
				'service_at_location.csv': 'id,service_id,location_id\na,s,l\nb,s,v\n',
				'service_area.csv': 'id,service_id,name\n1,s,Hele landet – hemmelig adresse\n',
				'service_capacity.csv':
					'id,service_id,unit_id,available,maximum,updated\n1,s,u,0,4,2025-11-03T09:00:00Z\n2,s,u,1,4,2025-10-01\n',
				'units.csv': 'id,name\nu,senge\n',
				'taxonomy.csv': 'id,name\nt,Målgruppe\n',
				'taxonomy_term.csv': 'id,code,name,taxonomy_id\n1,kvind,Kvinder,t\n2,fattig,Lav indkomst,t\n',
				'attribute.csv': 'id,link_id,link_entity,taxonomy_term_id\n1,s,service,1\n2,s,service,2\n3,o,organization,2\n',
				'schedule.csv':
					'id,service_id,service_at_location_id,freq,byday,opens_at,closes_at\n1,s,a,WEEKLY,"MO,FR",22:00,07:00\n',
				'contact.csv': 'id,organization_id,name,email\nc,o,Maria,maria@huset.example\n',
				'phone.csv': 'id,contact_id,number\n1,c,00 00 00 01\n',
			}),
		);
		expect(report.format).toBe('HSDS 3.1 CSV');
		expect(report.refused).toEqual([]);
		expect(records.offers[0]).toMatchObject({
			...{ capacity: 'few', capacityUpdated: '2025-11-03', modes: ['in_person', 'online'] },
			...{ capacityAvailable: 1, capacityMaximum: 8, capacityUnit: 'senge', capacityExpires: '2025-11-24' },
			terms: [
				{ taxonomy: 'target_group', code: 'women' },
				{ taxonomy: 'target_group', code: 'fattig' },
			],
			locations: [
				{ locationId: 'l', schedules: [{ freq: 'WEEKLY', byday: 'MO,FR', opensAt: '22:00', closesAt: '07:00' }] },
			],
		});
		expect(records.locations).toMatchObject([{ id: 'l', confidential: true }]);
		expect(records.organisations[0]?.contacts).toEqual([
			{ name: 'Maria', email: 'maria@huset.example', phone: '00 00 00 01' },
		]);
		expect(report.ignored).toEqual(['attribute.csv (organization)']);
	});

	it('as JSON, one object a line, says the same organisation once', async () => {
		const service = (id: string) => ({
			...{ id, name: `Tilbud ${id}`, status: 'active', organization: { id: 'o', name: 'Huset' } },
			service_at_locations: [
				{ id: `a${id}`, location: { id: 'l', addresses: [{ id: 'x', address_1: 'Gaden 1', region: 'Amager Øst' }] } },
			],
		});
		const lines = ['1', '2'].map((id) => JSON.stringify(service(id))).join('\n');
		const { records, report } = await readCatalogue(await workshop.file('services.ndjson', lines));
		expect(report.counts).toMatchObject({ organisations: 1, locations: 1, offers: 2, offerLocations: 2 });
		expect(records.locations[0]).toMatchObject({ address: 'Gaden 1', district: 'amager_oest' });
	});
});

describe.each(['3.0', '3.1-dev'])('the official examples of %s', (version) => {
	const examples = shared(`hsds/${version}/examples`);

	it
		.skipIf(!examples)
		.each(['csv', '.', 'tabular.json', 'organization_full.json', 'service_full.json', 'service_at_location_full.json'])(
		'%s gives the service with its place and organisation',
		async (name) => {
			const { records } = await readCatalogue(path.join(examples ?? '', name));
			expect(records.organisations).toMatchObject([
				{ name: 'Example Organization Inc.', website: 'http://example.com', yearFounded: 2011 },
			]);
			expect(records.offers).toMatchObject([
				{ name: 'Community Counselling', minimumAge: 12, confirmed: '2005-01-01', languages: ['ur'] },
			]);
			expect(records.locations).toMatchObject([{ address: '1-30 Main Street, MyVillage', postcode: 'ABC 1234' }]);
			expect(records.offers[0]?.locations?.[0]?.schedules?.[0]).toMatchObject({
				byday: 'TH,FR',
				opensAt: '10:00',
				closesAt: '18:00',
			});
		},
	);

	it.skipIf(!examples)('every other file is read, or refused for a reason', async () => {
		const outcomes: Record<string, string> = {};
		for (const name of readdirSync(examples ?? '').filter((file) =>
			/_list|^(base|location|taxonomy|taxonomy_term)\.json/u.test(file),
		)) {
			outcomes[name] = await readCatalogue(path.join(examples ?? '', name)).then(
				({ report }) => Object.entries(report.counts).find(([, count]) => count > 0)?.[0] ?? 'nothing',
				(error: unknown) => (error as { code: string }).code,
			);
		}
		expect(outcomes).toEqual({
			'base.json': 'import.not_hsds',
			'location.json': 'locations',
			'organization_list.json': 'organisations',
			'service_at_location_list.json': 'organisations',
			'service_list.json': 'organisations',
			'taxonomy.json': 'import.empty',
			'taxonomy_list.json': 'import.empty',
			'taxonomy_term.json': 'terms',
			'taxonomy_term_list.json': 'terms',
		});
	});
});

describe('the Danish set', () => {
	const offers = shared('search/offers.json');

	it.skipIf(!offers)('is read whole', async () => {
		const { records, report } = await readCatalogue(offers ?? '');
		expect(report.counts).toMatchObject({ offers: 220, organisations: 95, offerLocations: 182, offerTerms: 797 });
		expect(report.refusedCount).toBe(0);
		expect(report.repaired.map(({ kind }) => kind)).toEqual(['own_term']);
		expect(records.offers.filter(({ locations }) => !locations)).toHaveLength(41);
		const known = new Set<string>(districts.map(({ code }) => code));
		expect(records.locations.every(({ district }) => district !== undefined && known.has(district))).toBe(true);
		expect(new Set(records.terms.map(({ taxonomy }) => taxonomy))).toEqual(new Set(['theme', 'target_group']));
		expect(records.offers.filter(({ capacity }) => capacity).map(({ capacity }) => capacity)).toEqual([
			'few',
			'open',
			'open',
			'few',
			'few',
		]);
	});
});

describe('the Miami directory', () => {
	const miami = shared('data/miami-211-hsds-1.1.zip');

	it.skipIf(!miami)('is read whole, and its dirt is repaired or told', async () => {
		const { records, report } = await readCatalogue(miami ?? '');
		expect(report.counts).toMatchObject({
			...{ offers: 4089, locations: 4089, locationsOnMap: 2260, organisations: 1074, schedules: 11_350 },
			...{ terms: 1991, offerTerms: 17_104, phones: 4067 },
		});
		expect(report.refusedByReason).toEqual({ duplicate_id: 3, bad_url: 2, no_link: 2244, no_number: 22 });
		expect(report.repaired.find(({ kind }) => kind === 'organisation_through_service')?.count).toBe(447);
		const known = new Set(records.organisations.map(({ id }) => id));
		expect(records.offers.every(({ organisationId }) => known.has(organisationId))).toBe(true);
		expect(JSON.stringify(records).match(/GÇ|###|\+[íº¬¦]/gu)).toBeNull();
	});
});
