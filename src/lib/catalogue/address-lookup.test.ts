import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { lookUpAddress, LookupFailed, type AddressLookup } from './address-lookup.server.ts';
import { lookupThrottle } from './near/lookup-throttle.ts';
import { fromUtm32 } from './near/utm.ts';

/* Services that answer as their documentation says, on this machine. */

let server: Server | undefined;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
});

async function serve(
	answer: (path: string, asked: URLSearchParams, response: ServerResponse, request: IncomingMessage) => unknown,
): Promise<string> {
	server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const body = answer(url.pathname, url.searchParams, response, request);
		if (body !== undefined) response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
	});
	await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const raadhuspladsen = { latitude: 55.676, longitude: 12.57 };
const id = '0a3f507a-ec01-32b8-e044-0003ba298018';

describe('an address is looked up', () => {
	it('at Adressevælger, with a token: the house number first, and then where it is', async () => {
		const url = await serve((path, asked, response) => {
			if (asked.get('token') !== 'hemmeligt') return void response.writeHead(401).end();
			if (path === '/husnumre/soeg' && asked.get('tekst') === 'Rådhuspladsen 1') {
				const street = { type: 'navngivenvejpostnummer', id: 'x', titel: 'Rådhuspladsen 1550 København V' };
				return { status: 'ok', beskrivelse: '', fund: [street, { type: 'husnummer', id, titel: 'Rådhuspladsen 1' }] };
			}
			if (path !== `/husnumre/${id}`) return { status: 'ok', fund: [] };
			return {
				status: 'ok',
				husnummer: { id_lokalid: id, adgangspunkt: { koordinater: { x: 724_434.93, y: 6_175_755.61 } } },
			};
		});
		const service: AddressLookup = { kind: 'adressevaelger', url, token: 'hemmeligt' };
		expect(await lookUpAddress(service, 'Rådhuspladsen 1')).toEqual(raadhuspladsen);
		expect(await lookUpAddress(service, 'Findesikkevej 1')).toBeUndefined();
		await expect(lookUpAddress({ ...service, token: 'et andet' }, 'Rådhuspladsen 1')).rejects.toThrow(LookupFailed);
	});

	it('at a Photon: GeoJSON, longitude first', async () => {
		const url = await serve((path, asked) => ({
			type: 'FeatureCollection',
			features:
				path === '/api' && asked.get('q') === 'Rådhuspladsen 1'
					? [
							{
								type: 'Feature',
								geometry: { type: 'Point', coordinates: [12.5695777, 55.6756275] },
								properties: { osm_type: 'W', street: 'Rådhuspladsen', housenumber: '1', countrycode: 'DK' },
							},
						]
					: [],
		}));
		expect(await lookUpAddress({ kind: 'photon', url: `${url}/` }, 'Rådhuspladsen 1')).toEqual(raadhuspladsen);
		expect(await lookUpAddress({ kind: 'photon', url }, 'Findesikkevej 1')).toBeUndefined();
	});

	it('at a Nominatim: numbers as text, in Denmark, saying who asks', async () => {
		const url = await serve((path, asked, _, { headers }) =>
			path === '/search' && asked.get('format') === 'jsonv2' && asked.get('countrycodes') === 'dk'
				? headers['user-agent'] === 'Socialkompas' && asked.get('q') === 'Rådhuspladsen 1'
					? [{ place_id: 1, lat: '55.6756275', lon: '12.5695777', display_name: 'Rådhuspladsen 1' }]
					: []
				: { error: 'bad request' },
		);
		expect(await lookUpAddress({ kind: 'nominatim', url }, 'Rådhuspladsen 1')).toEqual(raadhuspladsen);
		expect(await lookUpAddress({ kind: 'nominatim', url }, 'Findesikkevej 1')).toBeUndefined();
	});

	it('fails without a word of the address when the service is slow, broken, or answers something else', async () => {
		const kinds: readonly AddressLookup['kind'][] = ['adressevaelger', 'photon', 'nominatim'];
		const slow = await serve(() => undefined);
		const failures = [await failure({ kind: 'photon', url: slow }, 100)];
		server?.closeAllConnections();
		server?.close();
		for (const body of ['<html>', '{}', '{"fund":[{"type":"husnummer"}]}', '{"features":[{}]}']) {
			const url = await serve((_, __, response) => void response.end(body));
			for (const kind of kinds) failures.push(await failure({ kind, url }, 1_000));
			server?.closeAllConnections();
			server?.close();
		}
		failures.push(await failure({ kind: 'photon', url: 'http://127.0.0.1:9' }, 1_000));
		for (const cause of failures) {
			expect(cause).toBeInstanceOf(LookupFailed);
			expect(String(cause)).not.toMatch(/Hemmeligvej|12/u);
		}
	});
});

const failure = (service: AddressLookup, within: number) =>
	lookUpAddress(service, 'Hemmeligvej 12', within).catch((cause: unknown) => cause);

it('metres of the authorities become degrees as PROJ has them', () => {
	for (const [easting, northing, latitude, longitude] of [
		[724_434.93, 6_175_755.61, 55.6756275, 12.56957768],
		[591_000, 6_398_000, 57.71494144, 10.52748181],
		[870_000, 6_123_000, 55.11514725, 14.80415877],
		[500_000, 0, 0, 9],
	] as const) {
		const found = fromUtm32(easting, northing);
		expect(found.latitude).toBeCloseTo(latitude, 6);
		expect(found.longitude).toBeCloseTo(longitude, 6);
	}
});

it('one address on the network may ask thirty times a minute, and all together a hundred and twenty times', () => {
	const may = lookupThrottle();
	const asked = (client: string, times: number, now: number) =>
		Array.from({ length: times }, () => may(client, now)).filter(Boolean).length;
	expect(asked('192.0.2.1', 50, 0)).toBe(30);
	expect(asked('192.0.2.2', 10, 0)).toBe(10);
	expect(asked('192.0.2.1', 1, 59_999)).toBe(0);
	expect(asked('192.0.2.1', 50, 60_000)).toBe(30);
	for (let client = 3; client < 20; client++) asked(`192.0.2.${client}`, 20, 60_000);
	expect(asked('192.0.2.99', 5, 60_000)).toBe(0);
});
