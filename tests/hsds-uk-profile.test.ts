import { beforeAll, expect, it } from 'vitest';
import { storeCatalogue } from '../src/lib/catalogue/catalogue-store.server.ts';
import { demoCatalogue } from '../src/lib/catalogue/demo/index.ts';
import { collections } from '../src/lib/catalogue/hsds/api/collections.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { onEmbeddedDatabase } from './database.ts';
import { makeLocation, makeOffer } from './factories.ts';
import { serveSite, type Client } from './request.ts';

/*
 * What the Open Referral UK profile 3.0 asks of an API, in our own words, where it agrees with HSDS 3.0 (which
 * hsds-api.test.ts checks by the schemas): https://github.com/OpenReferralUK/uk-profile. The walk is that of the official
 * validator: https://github.com/OpenReferralUK/oruk-validator.
 */

type Row = Record<string, unknown>;

/** What each part must have, by the property that it is found under. */
const asked: Readonly<Record<string, readonly string[]>> = {
	service: ['id', 'name', 'status'],
	services: ['id', 'name', 'status'],
	organization: ['id', 'name', 'description'],
	location: ['id', 'location_type'],
	addresses: ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
	taxonomy_term: ['id', 'name', 'description'],
	taxonomy_detail: ['id', 'name', 'description'],
	phones: ['id', 'number'],
	...Object.fromEntries(
		['service_at_locations', 'schedules', 'languages', 'contacts', 'attributes', 'service_areas', 'cost_options'].map(
			(part) => [part, ['id']],
		),
	),
};
/** Where only certain words are allowed. */
const words: Readonly<Record<string, RegExp>> = {
	id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
	status: /^(active|inactive|defunct|temporarily closed)$/,
	location_type: /^(physical|postal|virtual)$/,
	address_type: /^(physical|postal|virtual)$/,
	freq: /^(WEEKLY|MONTHLY)$/,
	last_modified: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
	assured_date: /^\d{4}-\d\d-\d\d$/,
};
const numbers = ['latitude', 'longitude', 'minimum_age', 'maximum_age', 'amount', 'interval'];

/** What is not as it should be in an object and everything in it; what is ours alone is passed over. */
function faults(object: Row, kind: string, at = kind): string[] {
	const missing = (asked[kind] ?? []).filter((name) => typeof object[name] !== 'string');
	const found = missing.map((name) => `${at} has no ${name}`);
	for (const [name, value] of Object.entries(object)) {
		if (name === 'socialkompas') continue;
		if (value === null) found.push(`${at}.${name} is null`);
		if (words[name] && !(typeof value === 'string' && words[name].test(value))) found.push(`${at}.${name} is ${value}`);
		if (numbers.includes(name) && typeof value !== 'number') found.push(`${at}.${name} is no number`);
		for (const part of [value].flat()) {
			if (typeof part === 'object' && part !== null) found.push(...faults(part as Row, name, `${at}.${name}`));
		}
	}
	return found;
}

const kindOf = {
	services: 'service',
	organizations: 'organization',
	service_at_locations: 'service_at_locations',
	taxonomies: 'taxonomy_detail',
	taxonomy_terms: 'taxonomy_term',
} as const;

onEmbeddedDatabase('the open catalogue, as British directories are read', (open) => {
	let client: Client;
	beforeAll(async () => {
		await open();
		await asActor(systemActor, (tx) => storeCatalogue(tx, 'demo', demoCatalogue('2026-11-02')));
		client = (await serveSite()).client();
	});
	const read = async (path: string) => {
		const answer = await client.get(`/api/hsds/${path}`, { 'x-forwarded-for': `10.1.1.${path.length}` });
		expect([path, answer.status]).toEqual([path, 200]);
		return JSON.parse(answer.body) as Row;
	};
	const contents = async (path: string) => (await read(path))['contents'] as Row[];
	const ids = async (path: string) => (await contents(path)).map(({ id }) => id);

	it('needs no key, and any page may read it, refusals too', async () => {
		for (const path of ['', 'services', 'services?page=0', `services/${crypto.randomUUID()}`]) {
			const { headers } = await client.get(`/api/hsds/${path}`);
			expect([path, headers.get('access-control-allow-origin')]).toEqual([path, '*']);
		}
	});

	it('says at its root which version and profile it has, and where it is described', async () => {
		const root = await read('');
		expect(root['version']).toMatch(/^(HSDS-UK-)?3\.0$/);
		for (const name of ['profile', 'openapi_url']) expect(URL.canParse(String(root[name]))).toBe(true);
	});

	it('counts the pages of every list', async () => {
		for (const collection of collections) {
			expect(await read(`${collection}?per_page=2&page=1`)).toMatchObject({
				total_items: expect.any(Number) as number,
				total_pages: expect.any(Number) as number,
				page_number: 1,
				size: 2,
				first_page: true,
				last_page: expect.any(Boolean) as boolean,
				empty: false,
			});
		}
	});

	it('is walked as the official validator walks it: the first, a middle and the last page of each list, and what each lists, by its id', async () => {
		for (const collection of collections) {
			const per = 3;
			const first = await read(`${collection}?per_page=${per}&page=1`);
			const { total_items: items, total_pages: pages } = first as { total_items: number; total_pages: number };
			expect(pages).toBe(Math.ceil(items / per));
			for (const number of new Set([1, Math.ceil(pages / 2), pages])) {
				const page = await read(`${collection}?per_page=${per}&page=${number}`);
				const listed = page['contents'] as Row[];
				expect([collection, number, page]).toMatchObject([
					collection,
					number,
					{
						total_items: items,
						total_pages: pages,
						page_number: number,
						size: listed.length,
						first_page: number === 1,
						last_page: number === pages,
						empty: false,
					},
				]);
				expect(listed).toHaveLength(number < pages ? per : items - per * (pages - 1));
				for (const { id } of listed) {
					expect(await read(`${collection}/${String(id)}`)).toMatchObject({ id });
					expect(faults(await read(`${collection}/${String(id)}`), kindOf[collection])).toEqual([]);
				}
			}
		}
	});

	it('lists what a thing has one of: a service with its organisation, a visit with its service and place', async () => {
		for (const service of await contents('services?per_page=500')) {
			expect(service).toHaveProperty('organization.description');
			expect(Object.values(service).filter(Array.isArray)).toEqual([]);
			expect(faults(service, 'service')).toEqual([]);
		}
		for (const visit of await contents('service_at_locations?per_page=500')) {
			expect(visit).toHaveProperty('location.location_type');
			expect(visit).toHaveProperty('service.organization.name');
			expect(faults(visit, 'service_at_locations')).toEqual([]);
		}
	});

	it('gives every object whole, with all that each part must have', { timeout: 60_000 }, async () => {
		for (const collection of collections) {
			const all = await ids(`${collection}?per_page=500`);
			const found: string[] = [];
			// All are alike: of the many, every fifth is enough.
			for (const [index, id] of all.filter((_, at) => at % 5 === 0).entries()) {
				const { body } = await client.get(`/api/hsds/${collection}/${String(id)}`, {
					'x-forwarded-for': `10.1.${collection.length}.${Math.floor(index / 500)}`,
				});
				found.push(...faults(JSON.parse(body) as Row, kindOf[collection]));
			}
			expect(found.slice(0, 3)).toEqual([]);
			expect(all.length).toBeGreaterThan(2);
		}
	});

	it('gives a visit by its id as the service that it is of', async () => {
		const [id] = await ids('service_at_locations?per_page=1');
		const visit = await read(`service_at_locations/${String(id)}`);
		const service = visit['service'] as Row;
		expect(visit).toMatchObject({ id, name: service['name'], status: service['status'] });
	});

	it('narrows by age, and by the weekday and the times of one and the same opening', async () => {
		const young = await makeOffer({ name: 'Ung café', minimumAge: 15, maximumAge: 24 });
		const old = await makeOffer({
			name: 'Ældrecafé',
			minimumAge: 60,
			schedules: [
				{ freq: 'WEEKLY', byday: 'SA,SU', opensAt: '10:00', closesAt: '13:00' },
				{ freq: 'WEEKLY', byday: 'WE', opensAt: '22:10', closesAt: '23:40' },
			],
		});
		const place = await makeLocation(young.id, {
			schedules: [{ freq: 'WEEKLY', byday: 'WE', opensAt: '05:10', closesAt: '05:50' }],
		});
		const found = async (query: string) => {
			const all = await ids(`services?per_page=500&${query}`);
			return [young.id, old.id].map((id) => all.includes(id));
		};
		expect(await found('minimum_age=15')).toEqual([true, true]);
		expect(await found('minimum_age=16')).toEqual([false, true]);
		expect(await found('maximum_age=24')).toEqual([true, false]);
		expect(await found('maximum_age=23')).toEqual([false, false]);
		expect(await found('day=SA')).toEqual([false, true]);
		expect(await found('day=wednesday')).toEqual([true, true]);
		expect(await found('day=WE&start_time=22:00')).toEqual([false, true]);
		expect(await found('day=SA&start_time=22:00'), 'another day’s hours').toEqual([false, false]);
		expect(await found('day=WE&end_time=05:50:00')).toEqual([true, false]);
		const visits = await contents(`service_at_locations?per_page=500&day=WE&end_time=06:00`);
		expect(visits.map((visit) => visit['location_id'])).toEqual([place.id]);
		for (const wrong of ['day=XX', 'start_time=25:00', 'end_time=9', 'minimum_age=-1']) {
			expect([wrong, (await client.get(`/api/hsds/services?${wrong}`)).status]).toEqual([wrong, 400]);
		}
	});
});
