import { beforeAll, describe, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../../tests/database.ts';
import { makeLocation, makeOffer, makeOrganisation } from '../../../../tests/factories.ts';
import { serveSite, type Site } from '../../../../tests/request.ts';
import { confidentialAddress } from '$lib/catalogue/tables.server.ts';
import { asActor } from '$lib/database/as-actor.server.ts';
import { systemActor } from '$lib/identity/actor.ts';

onEmbeddedDatabase('the catalogue’s pages', (open) => {
	let site: Site;
	beforeAll(async () => {
		await open();
		const { id: organisationId } = await makeOrganisation({ name: 'Kroner & Ro', slug: 'kroner-ro' });
		const debt = await makeOffer({ organisationId, name: 'Gældsrådgivning', slug: 'gaeld', confirmed: '2026-10-21' });
		await makeLocation(debt.id, { address: 'Prøvegade 1' });
		const refuge = await makeOffer({ name: 'Krisecenter <b>Ly</b>', slug: 'ly' });
		const hidden = { address: null, postcode: null, city: null, district: null, latitude: null, longitude: null };
		const place = await makeLocation(refuge.id, { confidential: true, ...hidden });
		await asActor(systemActor, (tx) =>
			tx
				.insert(confidentialAddress)
				.values({ locationId: place.id, address: 'Skjulestræde 7', latitude: 55.712345, longitude: 12.512345 }),
		);
		for (let number = 0; number < 25; number++)
			await makeOffer({ name: `Skærøen ${number}`, slug: `skaeroeen-${number}` });
		site = await serveSite();
	});
	const get = (path: string, locale: 'da' | 'en' = 'da') => site.client(locale).get(path);

	it('begin with what the citizen needs, and ways in with how much is there', async () => {
		const { status, body } = await get('/');
		expect(status).toBe(200);
		expect(body).toContain('Hvad har borgeren brug for?');
		expect(body).toContain('href="/offers?theme=economy"');
		expect(body).toContain('href="/offers/gaeld"');
	});

	it('find by everyday words, and say why, without any script', async () => {
		const { body } = await get('/offers?q=regninger');
		expect(body).toContain('1 tilbud');
		expect(body).toContain('href="/offers/gaeld"');
		expect(body).toContain('regninger → gældsrådgivning');
		expect(body).toContain('Bekræftet for 12 dage siden');
		expect(body).toContain('Prøvegade 1');
	});

	it('make filters of the words, which a plain link takes away again', async () => {
		const { body } = await get('/offers?q=café nørrebro 65 år');
		expect(body).toContain('Fjern Nørrebro: tag det som et almindeligt ord');
		expect(body).toContain('65 år');
		const href = /href="([^"]*not=n%C3%B8rrebro[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
		const without = await get(href);
		expect(without.body).not.toContain('Fjern Nørrebro');
		expect(without.body).toContain('Fjern 65 år');
		expect(without.body).toContain('name="not" value="nørrebro"');
	});

	it('tell a program as well what the words were understood as', async () => {
		const ask = async (query: string) => JSON.parse((await get(`/api/offers?${query}`)).body) as object;
		const understood = [{ word: 'nørrebro', facet: 'district', values: ['noerrebro'] }];
		expect(await ask('q=gæld nørrebro ')).toMatchObject({ filters: understood });
		expect(await ask('q=gæld nørrebro &not=nørrebro')).not.toHaveProperty('filters');
	});

	it('mend a slip, and say which word they took it for', async () => {
		const { body } = await get('/offers?q=gældsrådgivnig ');
		expect(body).toContain('href="/offers/gaeld"');
		expect(body).toContain('Vi søgte efter »gældsrådgivning« i stedet for »gældsrådgivnig«.');
	});

	it('are in English when asked', async () => {
		expect((await get('/offers?q=debt', 'en')).body).toContain('1 offer');
	});

	it('turn pages by plain links that keep the search', async () => {
		const first = await get('/offers?q=skærøen');
		expect(first.body).toContain('25 tilbud');
		expect(first.body).toMatch(/href="\/offers\?q=sk%C3%A6r%C3%B8en&(?:amp;)?page=2"/u);
		expect((await get('/offers?q=skærøen&page=2')).body.match(/data-slug="skaeroeen-/gu)).toHaveLength(5);
	});

	it('show each filter as a tag that can be taken away', async () => {
		const { body } = await get('/offers?district=noerrebro&age=18');
		expect(body).toContain('Fjern Nørrebro');
		expect(body).toContain('href="/offers?age=18"');
		expect(body).toContain('href="/offers?district=noerrebro"');
	});

	it('offer a way on when nothing fits', async () => {
		const { body } = await get('/offers?q=gæld&district=noerrebro&gender=men');
		expect(body).toContain('Ingen tilbud passer på det hele');
		expect(body).toMatch(/Fjern Køn: kun mænd.*1 tilbud/su);
	});

	it('say what in the address they did not understand, and answer the rest', async () => {
		const { status, body } = await get('/offers?theme=magic&bbox=1,2&age=-3&page=0&sort=price&q=g%C3%A6ld');
		expect(status).toBe(200);
		expect(body).toContain('theme=magic');
		expect(body).toContain('href="/offers/gaeld"');
	});

	it('leave out the same of an address in the list and on the map', async () => {
		const list = JSON.parse((await get('/api/offers?q=regninger&district=atlantis')).body) as { total: number };
		const map = JSON.parse((await get('/api/offers/map?q=regninger&district=atlantis')).body) as { points: unknown[] };
		expect(list.total).toBe(1);
		expect(map.points).toHaveLength(1);
	});

	it('say how far it is from a postcode, a district or a point, without any script', async () => {
		for (const near of ['2200', 'N%C3%B8rrebro', '55.695,12.551']) {
			const { body } = await get(`/offers?q=regninger&near=${near}`);
			expect(body, near).toMatch(/\b(?:\d+ m|\d,\d km) væk/u);
			expect(body).toContain('Afstand fra');
		}
		expect((await get('/offers?near=2200')).body).toMatch(/<option value="" selected[^>]*>Afstand/u);
		expect((await get('/offers?q=debt&near=2200', 'en')).body).toMatch(/\d+ m away/u);
	});

	it('say beside the field what place they do not know, and keep what was typed', async () => {
		const { status, body } = await get('/offers?q=regninger&near=Hemmeligvej%2012');
		expect(status).toBe(200);
		expect(body).toContain('Det sted kender vi ikke');
		expect(body).toMatch(/name="near"[^>]*value="Hemmeligvej 12"/u);
		expect(body).toContain('1 tilbud');
		expect((await get('/offers?sort=distance')).body).toContain('Skriv, hvor afstanden skal regnes fra.');
	});

	it('tell no distance to a secret place, in page or JSON', async () => {
		const { body } = await get('/offers?q=krisecenter&near=55.7123,12.5123');
		expect(body).toContain('Hemmelig adresse');
		expect(body).not.toMatch(/\d (?:m|km) væk/u);
		const { offers } = JSON.parse((await get('/api/offers?q=krisecenter&near=2200')).body) as { offers: object[] };
		expect(offers[0]).not.toHaveProperty('metres');
		const nearest = JSON.parse((await get('/api/offers?near=2200')).body) as { offers: { metres?: number }[] };
		expect(nearest.offers[0]?.metres).toBeLessThan(2_000);
	});

	it('never show markup from a name', async () => {
		const { body } = await get('/offers?q=krisecenter');
		expect(body).not.toContain('<b>Ly</b>');
		expect(body).toContain('Krisecenter &lt;b>Ly&lt;/b>');
	});

	it('are not there for an offer that is not', async () => {
		expect((await get('/offers/findes-ikke')).status).toBe(404);
		expect((await get('/organisations/findes-ikke')).status).toBe(404);
	});

	describe('for machines', () => {
		it('answer a search compactly', async () => {
			const { headers, body } = await get('/api/offers?q=regninger');
			expect(headers.get('content-type')).toBe('application/json');
			expect(JSON.parse(body)).toMatchObject({
				total: 1,
				offers: [{ slug: 'gaeld', organisation: { slug: 'kroner-ro' }, why: [{ typed: 'regninger' }] }],
			});
		});

		it('count what each filter would find, when asked', async () => {
			const { facets } = JSON.parse((await get('/api/offers?q=regninger&facets=1')).body) as {
				facets: Record<string, unknown[]>;
			};
			expect(facets['way_in']).toContainEqual({ value: 'open_access', count: 1, selected: false });
			expect(JSON.parse((await get('/api/offers?q=regninger')).body)).not.toHaveProperty('facets');
		});

		it('tell the places of a search for the map', async () => {
			const answer: unknown = JSON.parse((await get('/api/offers/map?q=regninger&bbox=12,55,13,56&zoom=11')).body);
			expect(answer).toEqual({
				kind: 'points',
				points: [['gaeld', 55.695, 12.55, 'Gældsrådgivning', 'Kroner & Ro', 'open', 2]],
				places: [['Nørrebro'], ['Nørrebros Runddel', 0], ['Prøvegade', 1]],
			});
		});

		it('answer nonsense with an answer', async () => {
			for (const path of [
				'/api/offers?page=abc&bbox=,,,',
				'/api/offers/map?bbox=a&zoom=b',
				'/api/offers?q=%F0%9F%92%9B',
			]) {
				expect((await get(path)).status).toBe(200);
			}
			// No address of ours has the character that ends all text, and no database holds it.
			expect((await get('/api/offers?bbox=%00')).status).toBe(400);
		});
	});

	it('keep a secret address to themselves, in page, list, map and JSON', async () => {
		for (const path of ['/', '/offers', '/offers?q=krisecenter', '/offers/ly', '/api/offers', '/api/offers/map']) {
			const { status, body } = await get(path);
			expect(status).toBe(200);
			expect(body).not.toMatch(/Skjulestræde|55\.7123|12\.5123/u);
		}
		expect((await get('/offers?q=krisecenter')).body).toContain('Hemmelig adresse');
	});
});
