import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../../tests/database.ts';
import { makeLocation, makeOffer } from '../../../../tests/factories.ts';
import { serveSite, type Site } from '../../../../tests/request.ts';

/* A look-up service on this machine stands where the operator's would. */

onEmbeddedDatabase('an address in the search', (open) => {
	let site: Site;
	let service: Server;
	const asked: string[] = [];
	beforeAll(async () => {
		service = createServer((request, response) => {
			const q = new URL(request.url ?? '/', 'http://localhost').searchParams.get('q') ?? '';
			asked.push(q);
			if (q === 'Ødelagtvej 1') return void response.writeHead(500).end();
			const coordinates = [12.55512, 55.68749];
			const features = q === 'Blågårdsgade 10' ? [{ type: 'Feature', geometry: { type: 'Point', coordinates } }] : [];
			response.end(JSON.stringify({ type: 'FeatureCollection', features }));
		});
		await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
		const { port } = service.address() as AddressInfo;
		await open({ ADDRESS_LOOKUP_URL: `http://127.0.0.1:${port}`, ADDRESS_LOOKUP_KIND: 'photon' });
		const { id } = await makeOffer({ name: 'Gældsrådgivning', slug: 'gaeld' });
		await makeLocation(id, { address: 'Prøvegade 1' });
		site = await serveSite();
	});
	afterAll(() => void service.close());
	const get = (near: string) => site.client().get(`/offers?q=g%C3%A6ld&near=${encodeURIComponent(near)}`);

	it('is looked up by the server once, and its point, rounded, takes its place in the address', async () => {
		const { status, location } = await get('Blågårdsgade 10');
		expect(status).toBe(303);
		expect(location).toBe('/offers?q=g%C3%A6ld&near=55.687%2C12.555');
		const { body } = await site.client().get(location ?? '');
		expect(body).toContain('et sted ved Blågårds Plads');
		expect(body).toMatch(/væk/u);
		expect(body).not.toContain('Blågårdsgade');
		expect(asked).toEqual(['Blågårdsgade 10']);
	});

	it('is not asked for when it is a postcode or a district', async () => {
		asked.length = 0;
		for (const near of ['2200', 'Nørrebro', '55.69,12.55']) expect((await get(near)).status).toBe(200);
		expect(asked).toEqual([]);
	});

	it('that nobody knows, or that nobody answers for, is told beside the field', async () => {
		expect((await get('Findesikkevej 3')).body).toContain('Vi fandt ikke adressen');
		const { status, body } = await get('Ødelagtvej 1');
		expect(status).toBe(200);
		expect(body).toContain('Adresser kan ikke slås op lige nu');
		expect(body).toMatch(/value="Ødelagtvej 1"/u);
	});

	it('is no longer looked up for someone who asks all the time', async () => {
		let last = '';
		for (let times = 0; times < 31; times++) last = (await get('Findesikkevej 3')).body;
		expect(last).toContain('Der er slået mange adresser op');
	});
});
