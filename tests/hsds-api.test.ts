import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storeCatalogue } from '../src/lib/catalogue/catalogue-store.server.ts';
import { demoCatalogue } from '../src/lib/catalogue/demo/index.ts';
import { collections, type Collection } from '../src/lib/catalogue/hsds/api/collections.ts';
import { readCatalogue } from '../src/lib/catalogue/hsds/read.server.ts';
import { refreshSnapshot } from '../src/lib/catalogue/search/catalogue-snapshot.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { minutes, onEachDatabase, onEmbeddedDatabase, type TestDatabase } from './database.ts';
import { makeLocation, makeOffer, makeOrganisation } from './factories.ts';
import { hsdsSchemas } from './hsds-schemas.ts';
import { manyOffers } from './many-offers.ts';
import { serveSite, type Answer, type Client, type Site } from './request.ts';
import { shared } from './shared.ts';

interface Page {
	total_items: number;
	total_pages: number;
	page_number: number;
	size: number;
	first_page: boolean;
	last_page: boolean;
	empty: boolean;
	contents: Record<string, unknown>[];
}

const page = (answer: Answer) => JSON.parse(answer.body) as Page;
const ids = (answer: Answer) => page(answer).contents.map(({ id }) => id);

const schemaOf: Record<Collection, string> = {
	services: 'service',
	organizations: 'organization',
	service_at_locations: 'service_at_location',
	taxonomies: 'taxonomy',
	taxonomy_terms: 'taxonomy_term',
};

/** Every page of a list, from as many addresses as it takes not to be asked to wait; no object twice or missing. */
async function turned(client: Client, collection: Collection, parameters: string): Promise<Record<string, unknown>[]> {
	const all: Record<string, unknown>[] = [];
	for (let number = 1; ; number++) {
		const answer = await client.get(`/api/hsds/${collection}?per_page=500&page=${number}${parameters}`, from(number));
		expect(answer.status).toBe(200);
		const { contents, last_page: last, total_items: total } = page(answer);
		all.push(...contents);
		if (!last) continue;
		expect(new Set(all.map(({ id }) => id)).size).toBe(total);
		return all;
	}
}
const from = (number: number) => ({ 'x-forwarded-for': `10.2.${Math.floor(number / 200)}.1` });

const withFull: readonly Collection[] = ['services', 'organizations', 'service_at_locations'];

const schemas = shared('hsds/3.0/schema');
const schemas31 = shared('hsds/3.1-dev/schema');
const miami = shared('data/miami-211-hsds-1.1.zip');

describe.skipIf(!schemas)('what the open catalogue says', () => {
	onEmbeddedDatabase('is valid against the standard', (open) => {
		for (const [name, path, step] of [
			['the demo', '', 1],
			// An object by its id is the same as in the whole list, where all are looked at: every so manieth is asked for,
			// and each with EVERY_OBJECT=1, which takes minutes.
			['Miami', miami, process.env['EVERY_OBJECT'] ? 1 : 40],
		] as const) {
			it.skipIf(path === undefined)(
				`in every object of ${name}, page by page and by its id`,
				{ timeout: 15 * minutes },
				async () => {
					await open();
					const records = path ? (await readCatalogue(path)).records : demoCatalogue('2026-11-02');
					await asActor(systemActor, (tx) => storeCatalogue(tx, name, records));
					const client = (await serveSite()).client();
					const versions = [schemas, schemas31]
						.filter((each) => each !== undefined)
						.map((folder) => hsdsSchemas(folder));
					const faulty = (kind: string, objects: readonly Record<string, unknown>[]) =>
						versions.flatMap((schema) => {
							const faultsOf = schema(kind);
							return objects.flatMap((object) => faultsOf(object).map((fault) => `${object['id']}: ${fault}`));
						});
					let asked = 0;
					for (const collection of collections) {
						const ways = withFull.includes(collection) ? ['', '&full=true'] : [''];
						for (const parameters of ways) {
							const objects = await turned(client, collection, parameters);
							expect(objects.length).toBeGreaterThan(0);
							expect(faulty(schemaOf[collection], objects).slice(0, 5), `${collection} ${parameters}`).toEqual([]);
							if (parameters !== ways.at(-1)) continue;
							for (let index = 0; index < objects.length; index += step) {
								const object = objects[index];
								const answer = await client.get(
									`/api/hsds/${collection}/${String(object?.['id'])}`,
									from((asked += 1)),
								);
								const whole = JSON.parse(answer.body) as Record<string, unknown>;
								expect(whole).toMatchObject(object ?? {});
								expect(faulty(schemaOf[collection], [whole])).toEqual([]);
							}
						}
					}
				},
			);
		}
	});
});

onEachDatabase('the open catalogue', (open) => {
	let database: TestDatabase;
	let client: Client;
	let url: string;
	let site: Site;
	beforeAll(async () => {
		database = await open();
		await asActor(systemActor, (tx) => storeCatalogue(tx, 'demo', demoCatalogue('2026-11-02')));
		site = await serveSite();
		url = site.url;
		client = site.client();
	});
	beforeEach(refreshSnapshot);

	it('says at its root which standard it follows and where it is described', async () => {
		for (const path of ['/api/hsds', '/api/hsds/']) {
			const answer = await client.get(path);
			expect(answer.status).toBe(200);
			const root = JSON.parse(answer.body) as Record<string, string>;
			expect(root).toMatchObject({ version: '3.0', profile: expect.stringMatching(/^https:/) as string });
			const described = await client.get(new URL(root['openapi_url'] ?? '').pathname);
			const { paths } = JSON.parse(described.body) as { paths: Record<string, unknown> };
			for (const collection of collections) expect(paths).toHaveProperty([`/${collection}/{id}`]);
		}
		expect((await client.get('/api/hsds/docs')).body).toContain('service_at_locations');
	});

	it('is described by a sound OpenAPI document and a page that says what each parameter means, in both languages', async () => {
		type Operation = { operationId: string; parameters?: { name: string; in: string; description?: string }[] };
		const document = JSON.parse((await client.get('/api/hsds/openapi.json')).body) as {
			openapi: string;
			servers: { url: string }[];
			paths: Record<string, { get: Operation }>;
			components: { schemas: Record<string, unknown> };
		};
		expect(document.openapi).toMatch(/^3\.1\./);
		const operations = Object.entries(document.paths);
		const names = operations.map(([, { get }]) => get.operationId);
		expect(new Set(names).size).toBe(names.length);
		for (const [, name = ''] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/gu))
			expect(document.components.schemas).toHaveProperty(name);
		const [danish, english] = await Promise.all(
			[client, site.client('en')].map(async (each) => (await each.get('/api/hsds/docs')).body),
		);
		for (const [path, { get }] of operations) {
			const inPath = (get.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => `{${name}}`);
			expect([path, path.match(/\{\w+\}/gu) ?? []]).toEqual([path, inPath]);
			for (const { name, description } of (get.parameters ?? []).filter((each) => each.in === 'query')) {
				expect(description, name).toMatch(/\w/u);
				for (const page of [danish, english]) {
					const text = page?.replaceAll(/<!--.*?-->/gu, '') ?? '';
					expect(text, name).toMatch(
						new RegExp(`<dt[^>]*><code[^>]*>${name}</code></dt>\\s*<dd[^>]*>[^<]{8,}</dd>`, 'u'),
					);
				}
				// What is described is understood: asked for without a value it is passed over.
				expect(
					(await client.get(`/api/hsds${path.replace(/\{\w+\}/u, '')}?${name}=`)).status,
					`${path} ${name}`,
				).not.toBe(400);
			}
		}
	});

	it('gives every object of a list by its id, with all that belongs to it', async () => {
		for (const collection of collections) {
			const { contents } = page(await client.get(`/api/hsds/${collection}?per_page=3`));
			expect(contents).toHaveLength(3);
			for (const { id } of contents) {
				const answer = await client.get(`/api/hsds/${collection}/${String(id)}`);
				expect(answer.status).toBe(200);
				expect(JSON.parse(answer.body)).toMatchObject({ id });
			}
		}
		const [service] = page(await client.get('/api/hsds/services?per_page=1')).contents;
		const whole = JSON.parse((await client.get(`/api/hsds/services/${String(service?.['id'])}`)).body) as object;
		expect(whole).toHaveProperty('organization.name');
		expect(whole).toHaveProperty('attributes.0.taxonomy_term.name');
	});

	it('turns pages without leaving out or repeating anything', async () => {
		const all = ids(await client.get('/api/hsds/services?minimal=true'));
		const turned: unknown[] = [];
		const first = page(await client.get('/api/hsds/services?per_page=7'));
		expect(first).toMatchObject({ total_items: all.length, first_page: true, last_page: false, size: 7 });
		for (let number = 1; number <= first.total_pages; number++)
			turned.push(...ids(await client.get(`/api/hsds/services?per_page=7&page=${number}`)));
		expect(turned).toEqual(all);
		expect(new Set(all).size).toBe(all.length);
		const behind = page(await client.get(`/api/hsds/services?per_page=7&page=${first.total_pages + 1}`));
		expect(behind).toMatchObject({ empty: true, contents: [], total_items: all.length });
	});

	it('gives everything line by line as ndjson', async () => {
		const answer = await client.get('/api/hsds/services?format=ndjson&full=true');
		const lines = answer.body.trim().split('\n');
		expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
			ids(await client.get('/api/hsds/services?minimal=true')),
		);
	});

	it('narrows by words, organisation, term, taxonomy and time', async () => {
		const total = page(await client.get('/api/hsds/services')).total_items;
		const found = page(await client.get('/api/hsds/services?search=gældsrådgivning'));
		expect(found.contents.map(({ name }) => name).join()).toMatch(/gæld/i);
		expect(found.total_items).toBeLessThan(total);

		const [service] = found.contents;
		const organisation = String(service?.['organization_id']);
		const theirs = page(await client.get(`/api/hsds/services?organization_id=${organisation}&per_page=500`));
		expect(theirs.contents.map((each) => each['organization_id'])).toEqual(theirs.contents.map(() => organisation));
		const whole = JSON.parse((await client.get(`/api/hsds/organizations/${organisation}?full_service=true`)).body) as {
			services: { eligibility_description?: string }[];
		};
		expect(whole.services).toHaveLength(theirs.total_items);

		const taxonomies = page(await client.get('/api/hsds/taxonomies?search=theme')).contents;
		const terms = page(await client.get(`/api/hsds/taxonomy_terms?taxonomy_id=${String(taxonomies[0]?.['id'])}`));
		expect(terms.contents.map(({ taxonomy }) => taxonomy)).toEqual(terms.contents.map(() => 'theme'));
		const housing = terms.contents.find(({ code }) => code === 'housing');
		const homes = page(await client.get(`/api/hsds/services?taxonomy_term_id=${String(housing?.['id'])}&full=true`));
		expect(homes.total_items).toBeGreaterThan(0);
		for (const home of homes.contents) expect(JSON.stringify(home['attributes'])).toContain('"housing"');

		database.clock.advance(5 * minutes);
		const since = database.clock.now().toISOString();
		const { id } = await makeOffer({ name: 'Ny strikkeklub' });
		expect(ids(await client.get(`/api/hsds/services?modified_after=${since}`))).toEqual([id]);
	});

	it('gives ids and moments alone, all on one page, to whoever compares', async () => {
		const minimal = page(await client.get('/api/hsds/services?minimal=true&per_page=2'));
		expect(minimal).toMatchObject({ total_pages: 1, last_page: true, size: minimal.total_items });
		for (const object of minimal.contents) expect(Object.keys(object).sort()).toEqual(['id', 'modified_date']);
	});

	it('narrows services by a whole taxonomy, and terms by the one above them', async () => {
		const [theme] = page(await client.get('/api/hsds/taxonomies?search=transition')).contents;
		const bridging = page(
			await client.get(`/api/hsds/services?taxonomy_id=${String(theme?.['id'])}&full=true&per_page=500`),
		);
		expect(bridging.total_items).toBeGreaterThan(0);
		expect(bridging.total_items).toBeLessThan(page(await client.get('/api/hsds/services')).total_items);
		for (const each of bridging.contents) expect(JSON.stringify(each['attributes'])).toContain('"transition"');
		const above = { taxonomy: 'udlaan', code: 'ting', name: 'Ting' };
		const below = { taxonomy: 'udlaan', code: 'værktøj', name: 'Værktøj', parent: 'ting' };
		const records = { ...manyOffers(1), terms: [above, below] };
		await asActor(systemActor, (tx) => storeCatalogue(tx, 'laan', records));
		const all = page(await client.get('/api/hsds/taxonomy_terms?per_page=500')).contents;
		const parent = String(all.find(({ code }) => code === 'ting')?.['id']);
		const inside = page(await client.get(`/api/hsds/taxonomy_terms?parent_id=${parent}`)).contents;
		expect(inside).toMatchObject([{ code: 'værktøj', parent_id: parent }]);
		const top = page(await client.get('/api/hsds/taxonomy_terms?top_only=true&per_page=500')).contents;
		expect(top.map(({ code }) => code)).toEqual(all.map(({ code }) => code).filter((code) => code !== 'værktøj'));
	});

	it('finds places by postcode and within metres of it', async () => {
		const at2200 = page(await client.get('/api/hsds/service_at_locations?postcode=2200&full=true&per_page=500'));
		expect(at2200.total_items).toBeGreaterThan(0);
		for (const { location } of at2200.contents) expect(JSON.stringify(location)).toContain('"postal_code":"2200"');
		const count = async (metres: number) =>
			page(await client.get(`/api/hsds/service_at_locations?postcode=2200&proximity=${metres}`)).total_items;
		expect(await count(200_000)).toBeGreaterThan(await count(3000));
		expect(await count(3000)).toBeGreaterThan(await count(1));
	});

	it('never tells where a confidential place is, however it is asked', async () => {
		const { id } = await makeOffer({ name: 'Krisecenter' });
		const place = await makeLocation(id, {
			confidential: true,
			name: 'Krisecenter',
			address: 'Skjulegade 9',
			postcode: '2299',
			latitude: 55.6789,
			longitude: 12.5432,
			transport: 'bus til Skjulegade',
		});
		const answers = await Promise.all(
			[
				`services/${id}`,
				'services?full=true&format=ndjson',
				'service_at_locations?full=true&per_page=500',
				'service_at_locations?postcode=2299',
				'service_at_locations?postcode=2200&proximity=200000&full=true&per_page=500',
			].map((path) => client.get(`/api/hsds/${path}`)),
		);
		expect(answers[0]?.body).toContain(place.id);
		for (const { status, body } of answers) {
			expect(status).toBe(200);
			expect(body).not.toMatch(/Skjulegade|2299|55\.6789|12\.5432/);
		}
		expect(answers[3]?.body).toContain('"total_items":0');
		expect(answers[4]?.body).not.toContain(place.id);
	});

	it('leaves out what is no longer offered', async () => {
		const { id } = await makeOffer({ status: 'defunct' });
		expect((await client.get(`/api/hsds/services/${id}`)).status).toBe(404);
		expect((await client.get('/api/hsds/services?minimal=true')).body).not.toContain(id);
	});

	it('answers with nothing when the caller has it already, and anew when the catalogue has changed', async () => {
		const first = await client.get('/api/hsds/services?per_page=5');
		const etag = first.headers.get('etag') ?? '';
		expect(etag).toMatch(/^(?:W\/)?".+"$/);
		const again = await client.get('/api/hsds/services?per_page=5', { 'if-none-match': etag });
		expect([again.status, again.body]).toEqual([304, '']);
		expect((await client.get('/api/hsds/services?per_page=6', { 'if-none-match': etag })).status).toBe(200);
		await asActor(systemActor, (tx) => storeCatalogue(tx, 'demo', demoCatalogue('2026-11-03')));
		expect((await client.get('/api/hsds/services?per_page=5', { 'if-none-match': etag })).status).toBe(200);
	});

	it('is open to pages of other sites, and gives nobody a cookie', async () => {
		const answer = await client.get('/api/hsds/services', { origin: 'https://andet.example' });
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		expect(answer.headers.getSetCookie()).toEqual([]);
		expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
	});

	it('tells a browser beforehand that any site may ask, with what it has already', async () => {
		const answer = await fetch(`${url}/api/hsds/services`, {
			method: 'OPTIONS',
			headers: { origin: 'https://andet.example', 'access-control-request-method': 'GET' },
		});
		expect(answer.status).toBe(204);
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		expect(answer.headers.get('access-control-allow-headers')).toContain('if-none-match');
		const head = await fetch(`${url}/api/hsds/services`, { method: 'HEAD' });
		expect([head.status, await head.text()]).toEqual([200, '']);
	});

	it('says which parameter is wrong', async () => {
		for (const [path, parameter] of [
			['services?page=0', 'page'],
			['services?per_page=501', 'per_page'],
			['services?organization_id=1', 'organization_id'],
			['services?modified_after=i%20g%C3%A5r', 'modified_after'],
			['services?taxonomy_terms=x', 'taxonomy_terms'],
			['services?full=maybe', 'full'],
			['services?page=1&page=2', 'page'],
			['service_at_locations?proximity=100', 'proximity'],
			['organizations?minimal=true', 'minimal'],
		] as const) {
			const answer = await client.get(`/api/hsds/${path}`);
			expect(answer.status, path).toBe(400);
			expect(answer.headers.get('content-type')).toBe('application/problem+json');
			expect(JSON.parse(answer.body)).toMatchObject({ code: 'hsds.bad_parameter', parameter, status: 400 });
		}
		for (const path of ['services/1', `services/${crypto.randomUUID()}`, `organizations/${crypto.randomUUID()}`]) {
			const answer = await client.get(`/api/hsds/${path}`);
			expect(answer.status).toBe(404);
			expect(JSON.parse(answer.body)).toMatchObject({ code: 'hsds.not_found' });
		}
		expect((await client.get('/api/hsds/citizens')).status).toBe(404);
	});

	it('lists an organisation that offers nothing yet', async () => {
		const { id } = await makeOrganisation({ name: 'Foreningen Ny%start' });
		expect(ids(await client.get('/api/hsds/organizations?search=ny%25start'))).toEqual([id]);
	});
});

onEmbeddedDatabase('somebody who asks without end', (open) => {
	it('is told to wait, and others are not', async () => {
		await open();
		const client = (await serveSite()).client();
		const from = (address: string) => client.get('/api/hsds', { 'x-forwarded-for': address });
		let last = await from('192.0.2.7');
		for (let asked = 1; asked < 700 && last.status === 200; asked++) last = await from('192.0.2.7');
		expect(last.status).toBe(429);
		expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(last.headers.get('access-control-allow-origin')).toBe('*');
		expect((await from('192.0.2.8')).status).toBe(200);
	});
});
