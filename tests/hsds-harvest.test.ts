import { eq } from 'drizzle-orm';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoCatalogue } from '../src/lib/catalogue/demo/index.ts';
import {
	defaultFetchLimits,
	fetchJson,
	isPrivateAddress,
	type FetchLimits,
} from '../src/lib/catalogue/hsds/harvest/fetch-json.server.ts';
import { harvestCatalogue, type HarvestOptions } from '../src/lib/catalogue/hsds/harvest/harvest.server.ts';
import { location, offer, offerTerm, organisation } from '../src/lib/catalogue/tables.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor } from '../src/lib/identity/actor.ts';
import { minutes, onEachDatabase, onEmbeddedDatabase, type TestDatabase } from './database.ts';
import { freePort, migratedFolder, runCommand } from './process.ts';

/** Another API, made for these tests: it says what each test wants. */
interface Other {
	root: string;
	/** what was asked for, in order */
	asked: string[];
	answer: (url: URL, response: ServerResponse, request: IncomingMessage) => void;
}

const servers = new Set<Server>();
afterAll(() => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
});

async function otherApi(): Promise<Other> {
	const other: Other = { root: '', asked: [], answer: (_, response) => void response.writeHead(404).end() };
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://other');
		other.asked.push(url.pathname + url.search);
		other.answer(url, response, request);
	});
	servers.add(server);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	other.root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return other;
}

const send = (response: ServerResponse, value: unknown) =>
	void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

interface Service {
	id: string;
	name: string;
	[key: string]: unknown;
}

const service = (number: number, more: object = {}): Service => ({
	id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
	name: `Strikkeklub ${number}`,
	status: 'active',
	description: `Vi strikker på hold ${number}.`,
	organization: { id: '00000000-0000-4000-8000-999999999999', name: 'Strikkeforeningen', description: 'Garn' },
	...more,
});

/** Serves these services three on a page, as HSDS has it. */
function serve(other: Other, services: () => Service[]): void {
	other.answer = (url, response) => {
		if (url.pathname !== '/services') return void response.writeHead(404).end();
		const minimal = url.searchParams.get('minimal') === 'true';
		const all = services();
		const page = Number(url.searchParams.get('page'));
		const contents = minimal ? all.map(({ id }) => ({ id })) : all.slice((page - 1) * 3, page * 3);
		const pages = minimal ? 1 : Math.max(1, Math.ceil(all.length / 3));
		send(response, { total_pages: pages, page_number: page, last_page: page >= pages, contents });
	};
}

const limits: FetchLimits = { ...defaultFetchLimits, allowPrivate: true, milliseconds: 2_000, bytes: 100_000 };
const harvest = (root: string, options: Partial<HarvestOptions> = {}) =>
	harvestCatalogue({ root, limits, wait: () => Promise.resolve() }, { source: 'andre', ...options });

const offers = () =>
	asActor(publicActor, (tx) =>
		tx
			.select({ id: offer.id, name: offer.name, status: offer.status, description: offer.description })
			.from(offer)
			.where(eq(offer.source, 'andre'))
			.orderBy(offer.name),
	);
const names = async () => (await offers()).filter(({ status }) => status === 'active').map(({ name }) => name);

onEachDatabase('following another API', (open) => {
	let database: TestDatabase;
	let other: Other;
	beforeAll(async () => {
		other = await otherApi();
	});
	beforeEach(async () => {
		database = await open();
		other.asked = [];
	});

	it('brings everything, marked with its source, and the second time only asks for what has changed', async () => {
		let services = [1, 2, 3, 4, 5, 6, 7].map((number) => service(number));
		serve(other, () => services);
		const first = await harvest(other.root);
		expect(first.stored.offers.created).toBe(7);
		expect(first.changedAfter).toBeUndefined();
		expect(await names()).toHaveLength(7);

		database.clock.advance(60 * minutes);
		other.asked = [];
		services = services.map((each) => (each.name === 'Strikkeklub 2' ? { ...each, name: 'Hækleklub' } : each));
		const second = await harvest(other.root);
		expect(other.asked.filter((path) => path.includes('full=true&modified_after='))).not.toEqual([]);
		expect(second.changedAfter).toBeInstanceOf(Date);
		expect(second.stored.offers).toMatchObject({ created: 0, updated: 1, unchanged: 6, removed: 0 });
		expect(await names()).toContain('Hækleklub');
	});

	it('takes out what is gone there, and fetches what slipped between its pages', async () => {
		let services = [1, 2, 3, 4, 5].map((number) => service(number));
		serve(other, () => services);
		await harvest(other.root);
		services = services.filter(({ name }) => name !== 'Strikkeklub 3');
		const answer = other.answer;
		const missed = service(6);
		other.answer = (url, response, request) => {
			if (url.pathname === `/services/${missed.id}`) return send(response, missed);
			if (url.searchParams.get('minimal'))
				return send(response, {
					page_number: 1,
					last_page: true,
					contents: [...services, missed].map(({ id }) => ({ id })),
				});
			answer(url, response, request);
		};
		const { stored } = await harvest(other.root);
		expect(stored.offers).toMatchObject({ created: 1, removed: 1 });
		expect(await names()).toEqual([
			'Strikkeklub 1',
			'Strikkeklub 2',
			'Strikkeklub 4',
			'Strikkeklub 5',
			'Strikkeklub 6',
		]);
	});

	it('goes on with the page at which it broke off', async () => {
		const services = [1, 2, 3, 4, 5, 6, 7].map((number) => service(number));
		serve(other, () => services);
		const good = other.answer;
		other.answer = (url, response, request) => {
			if (url.searchParams.get('page') === '2' && url.searchParams.get('full'))
				return void response.writeHead(500).end();
			good(url, response, request);
		};
		await expect(harvest(other.root)).rejects.toMatchObject({ code: 'harvest.server' });
		expect(other.asked.filter((path) => path.includes('page=2'))).toHaveLength(4);
		expect(await offers()).toEqual([]);

		other.answer = good;
		other.asked = [];
		const { resumed, stored } = await harvest(other.root);
		expect(resumed).toBe(true);
		expect(
			other.asked.filter((path) => path.startsWith('/services?full')).map((path) => /page=(\d)/.exec(path)?.[1]),
		).toEqual(['2', '3']);
		expect(stored.offers.created).toBe(7);
	});

	it('tries again after an error that passes', async () => {
		serve(other, () => [service(1)]);
		const good = other.answer;
		let failed = 0;
		other.answer = (url, response, request) => {
			if (++failed <= 2) return void response.writeHead(503, { 'retry-after': '1' }).end();
			good(url, response, request);
		};
		expect((await harvest(other.root)).stored.offers.created).toBe(1);
	});

	it('leaves what was corrected here, and takes what the source says new', async () => {
		let services = [service(1, { fees_description: '50 kr.', wait_time: 'en uge' }), service(2)];
		serve(other, () => services);
		await harvest(other.root);
		const [first] = await offers();
		await asActor(systemActor, async (tx) => {
			await tx
				.update(offer)
				.set({ description: 'Rettet her' })
				.where(eq(offer.id, first?.id ?? ''));
			await tx.update(organisation).set({ email: 'ret@her.example' }).where(eq(organisation.source, 'andre'));
		});
		services = services.map((each) => ({
			...each,
			description: 'Helt nye ord',
			wait_time: 'to uger',
			organization: {
				...(each['organization'] as object),
				website: 'https://strik.example',
				email: 'ny@strik.example',
			},
		}));
		for (let turn = 1; turn <= 2; turn++) {
			await harvest(other.root);
			const [row] = await asActor(publicActor, (tx) =>
				tx
					.select()
					.from(offer)
					.where(eq(offer.id, first?.id ?? '')),
			);
			expect(row).toMatchObject({ description: 'Rettet her', waitTime: 'to uger', fees: '50 kr.' });
			services = services.map((each) => ({ ...each, description: 'Endnu nyere ord' }));
		}
		expect((await offers()).map(({ description }) => description)).toEqual(['Rettet her', 'Endnu nyere ord']);
		const [theirs] = await asActor(publicActor, (tx) =>
			tx.select().from(organisation).where(eq(organisation.source, 'andre')),
		);
		expect(theirs).toMatchObject({ email: 'ret@her.example', website: 'https://strik.example' });
	});

	it('shows an offer again that has come back', async () => {
		let services = [1, 2, 3].map((number) => service(number));
		serve(other, () => services);
		await harvest(other.root);
		services = services.slice(1);
		await harvest(other.root);
		expect(await names()).toHaveLength(2);
		services = [1, 2, 3].map((number) => service(number));
		await harvest(other.root);
		expect(await names()).toHaveLength(3);
	});

	it('changes nothing when most of the offers would be gone, unless that is meant', async () => {
		let services = [1, 2, 3, 4, 5].map((number) => service(number));
		serve(other, () => services);
		await harvest(other.root);
		services = services.slice(0, 1);
		await expect(harvest(other.root)).rejects.toMatchObject({ code: 'harvest.removals' });
		expect(await names()).toHaveLength(5);
		await harvest(other.root, { allowRemovals: true });
		expect(await names()).toHaveLength(1);
	});

	it('keeps an address it knows from being taken for another', async () => {
		serve(other, () => [service(1)]);
		await harvest(other.root);
		await expect(harvest(`${other.root}/v2`)).rejects.toMatchObject({ code: 'harvest.other_address' });
	});
});

onEachDatabase('following an API that answers wrongly', (open) => {
	let other: Other;
	beforeAll(async () => {
		other = await otherApi();
		await open();
	});

	const faults: [string, string, Other['answer']][] = [
		[
			'gives the same page again',
			'harvest.repeated_page',
			(_, response) => send(response, { total_pages: 9, contents: [service(1)] }),
		],
		[
			'counts its pages otherwise',
			'harvest.repeated_page',
			(_, response) => send(response, { page_number: 7, contents: [service(1)] }),
		],
		['answers with half of a text', 'harvest.not_json', (_, response) => void response.end('{"contents": [')],
		['answers with a web page', 'harvest.not_json', (_, response) => void response.end('<html>')],
		['answers with something else', 'harvest.not_hsds', (_, response) => send(response, { error: 'no' })],
		[
			'has no services',
			'harvest.empty',
			(_, response) => send(response, { page_number: 1, last_page: true, contents: [] }),
		],
		['never ends an answer', 'harvest.too_large', (_, response) => void response.end('x'.repeat(200_000))],
		['never begins an answer', 'harvest.server', () => undefined],
		[
			'breaks off',
			'harvest.server',
			(_, response) => {
				response.writeHead(200, { 'content-length': '100' }).write('{');
				response.destroy();
			},
		],
		[
			'sends in circles',
			'harvest.redirects',
			(url, response) => void response.writeHead(302, { location: url.href }).end(),
		],
		[
			'sends to a file',
			'harvest.address',
			(_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
		],
		[
			'nests without end',
			'harvest.not_hsds',
			(_, response) =>
				send(response, {
					page_number: 1,
					contents: [
						{ id: '1', name: 'x', organization: JSON.parse('[{"a":'.repeat(40) + '1' + '}]'.repeat(40)) as unknown },
					],
				}),
		],
	];
	for (const [name, code, answer] of faults) {
		it(`says so and changes nothing when the server ${name}`, { timeout: 30_000 }, async () => {
			other.answer = (url, response, request) => {
				if (url.pathname !== '/services') return void response.writeHead(404).end();
				if (code === 'harvest.redirects') url = new URL(`${other.root}${url.pathname}${url.search}`);
				answer(url, response, request);
			};
			// Each is another source, so that none goes on where one before it was broken off.
			const source = `fejl ${name}`;
			const quick = { ...limits, milliseconds: name.startsWith('never begins') ? 200 : 2_000 };
			const failing = harvestCatalogue({ root: other.root, limits: quick, wait: () => Promise.resolve() }, { source });
			await expect(failing).rejects.toMatchObject({
				code: name.startsWith('never begins')
					? 'harvest.slow'
					: name === 'breaks off'
						? (expect.stringMatching(/^harvest\.(server|cut_off)$/) as string)
						: code,
			});
			expect(await asActor(systemActor, (tx) => tx.$count(offer))).toBe(0);
		});
	}
});

describe('an address that leads inside', () => {
	it('is known in every way of writing it', () => {
		for (const address of [
			'127.0.0.1',
			'10.1.2.3',
			'169.254.169.254',
			'192.168.0.1',
			'0.0.0.0',
			'::1',
			'::',
			'fd00::1',
			'fe80::1',
			'::ffff:127.0.0.1',
			'::ffff:7f00:1',
			'64:ff9b::7f00:1',
			'224.0.0.1',
			'100.64.0.1',
		])
			expect(isPrivateAddress(address), address).toBe(true);
		for (const address of ['93.184.216.34', '2606:2800:220:1::1', '::ffff:93.184.216.34'])
			expect(isPrivateAddress(address), address).toBe(false);
	});

	it('is not asked: by number, by name, by redirect, by another scheme', async () => {
		const other = await otherApi();
		other.answer = (_, response) => send(response, {});
		const port = new URL(other.root).port;
		for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])
			await expect(fetchJson(`http://${host}:${port}/`, defaultFetchLimits), host).rejects.toMatchObject({
				code: 'harvest.private',
			});
		expect(other.asked).toEqual([]);
		for (const address of ['ftp://example.org/', 'file:///etc/passwd', 'http://a:b@example.org/'])
			await expect(fetchJson(address, defaultFetchLimits)).rejects.toMatchObject({ code: 'harvest.address' });
		expect(await fetchJson(other.root, limits)).toMatchObject({ status: 200 });
	});
});

describe('following another API by command', () => {
	it(
		'goes on where it was killed, fetches no page twice, and stores everything once',
		{ timeout: 120_000 },
		async () => {
			const other = await otherApi();
			serve(other, () => [1, 2, 3, 4, 5, 6, 7].map((number) => service(number)));
			const good = other.answer;
			const hangs = new Promise<void>((asked) => {
				other.answer = (url, response, request) => {
					// The second page never comes.
					if (url.pathname === '/services' && url.searchParams.get('page') === '2') return asked();
					good(url, response, request);
				};
			});
			const command = ['main.ts', 'harvest', other.root, '--source', 'andre', '--allow-private'];
			const environment = { DATA_DIR: await migratedFolder(), DEMO: 'false' };
			const killed = runCommand(command, environment);
			await hangs;
			killed.process.kill('SIGKILL');
			await killed.exit();
			const pages = () =>
				other.asked.filter((path) => path.startsWith('/services?full')).map((path) => /page=(\d)/.exec(path)?.[1]);
			expect(pages()).toEqual(['1', '2']);
			other.answer = good;
			other.asked = [];
			const { code, stdout } = await runCommand(command, environment).exit();
			expect([code, pages()]).toEqual([0, ['2', '3']]);
			expect(stdout).toContain('Went on where the last run had broken off.');
			expect(stdout).toMatch(/Offers\s+7\s+0\s+0\s+0/u);
			const again = await runCommand(command, environment).exit();
			expect(again.stdout).toMatch(/Offers\s+0\s+0\s+7\s+0/u);
		},
	);
});

onEmbeddedDatabase('one Socialkompas following another', (open) => {
	it('has the same catalogue, secret places without their addresses', { timeout: 120_000 }, async () => {
		const port = await freePort();
		const there = runCommand(['serve.ts'], { PORT: String(port), DATA_DIR: await migratedFolder(), DEMO: 'true' });
		await there.says(`localhost:${port}`);
		await open();
		const root = `http://127.0.0.1:${port}/api/hsds`;
		const ask = { root, limits: { ...limits, milliseconds: 30_000, bytes: 20_000_000 }, wait: () => Promise.resolve() };
		const first = await harvestCatalogue(ask, { source: 'naboen' });
		expect(first.report.refused).toEqual([]);
		const demo = demoCatalogue('2026-11-27');
		const [counts, hidden] = await asActor(publicActor, async (tx) => [
			{ offers: await tx.$count(offer), terms: await tx.$count(offerTerm) },
			await tx.select().from(location).where(eq(location.confidential, true)),
		]);
		expect(counts.offers).toBe(demo.offers.filter(({ status = 'active' }) => status !== 'inactive').length);
		expect(counts.terms).toBe(demo.offers.reduce((sum, { terms = [] }) => sum + terms.length, 0));
		expect(hidden.length).toBeGreaterThan(0);
		for (const place of hidden) expect([place.address, place.postcode, place.latitude]).toEqual([null, null, null]);
		const again = await harvestCatalogue(ask, { source: 'naboen' });
		expect(again.stored.offers).toMatchObject({ created: 0, updated: 0, removed: 0 });
		there.process.kill();
		await there.exit();
	});
});
