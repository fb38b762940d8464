import { globSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { storeCatalogue } from '../src/lib/catalogue/catalogue-store.server.ts';
import { demoCatalogue } from '../src/lib/catalogue/demo/index.ts';
import { notForRobots, sitemapIndex } from '../src/lib/catalogue/sitemap.ts';
import { offer, organisation } from '../src/lib/catalogue/tables.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor } from '../src/lib/identity/actor.ts';
import { onEachDatabase } from './database.ts';
import { makeLocation, makeOffer } from './factories.ts';
import { serveSite, type Client } from './request.ts';

const structured = (page: string) =>
	JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page)?.[1] ?? 'null') as Record<
		string,
		unknown
	>;

onEachDatabase('a search engine', (open) => {
	let client: Client;
	beforeAll(async () => {
		await open();
		await asActor(systemActor, (tx) => storeCatalogue(tx, 'demo', demoCatalogue('2026-11-02')));
		client = (await serveSite()).client();
	});

	it('is told about every offer and organisation, and none that is closed', async () => {
		const closed = await makeOffer({ status: 'inactive', slug: 'lukket-tilbud' });
		const { headers, body } = await client.get('/sitemap.xml');
		expect(headers.get('content-type')).toBe('application/xml');
		const [offers, organisations] = await asActor(publicActor, async (tx) => [
			await tx.select({ slug: offer.slug, status: offer.status }).from(offer),
			await tx.select({ slug: organisation.slug }).from(organisation),
		]);
		for (const { slug, status } of offers) expect(body.includes(`/offers/${slug}<`)).toBe(status === 'active');
		for (const { slug } of organisations) expect(body).toContain(`/organisations/${slug}</loc>`);
		expect(body).not.toContain(closed.slug);
		expect((await client.get('/sitemaps/1.xml')).body).toBe(body);
		for (const number of ['2', '0', 'x']) expect((await client.get(`/sitemaps/${number}.xml`)).status).toBe(404);
	});

	it('gets a list of files where one would be too long', () => {
		expect(sitemapIndex(2, 'https://kompas.example').match(/<loc>[^<]*/g)).toEqual([
			'<loc>https://kompas.example/sitemaps/1.xml',
			'<loc>https://kompas.example/sitemaps/2.xml',
		]);
	});

	it('is asked to stay away from what is for somebody in particular', async () => {
		const { body } = await client.get('/robots.txt');
		expect(body).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m);
		const pages = globSync('src/routes/{(staff),(organisation),(citizen)}/*/');
		const tops = pages.map((path) => path.replaceAll('\\', '/').split('/')[3]).filter((top) => !top?.includes('.'));
		expect(tops.length).toBeGreaterThan(5);
		for (const top of tops) expect(notForRobots).toContain(`/${top}`);
		for (const path of notForRobots) expect(body).toContain(`Disallow: ${path}\n`);
		expect(body).not.toMatch(/Disallow: \/(offers|organisations)?$/m);
	});

	it('reads what an offer and its organisation are', async () => {
		const page = structured((await client.get('/offers/gaeldscafe')).body);
		expect(page).toMatchObject({ '@context': 'https://schema.org', '@type': 'Service', name: 'Gældscafé' });
		expect(page).toHaveProperty('availableChannel.0.serviceLocation.address.postalCode');
		const provider = page['provider'] as { '@id': string };
		const of = structured((await client.get(new URL(provider['@id']).pathname)).body);
		expect(of).toMatchObject({ '@type': 'NGO', '@id': provider['@id'] });
		expect(JSON.stringify(of['makesOffer'])).toContain('Gældscafé');
	});

	it('reads hostile words as words, and nothing of a secret place', async () => {
		const hostile = '</script><script>alert(1)</script><!--';
		const made = await makeOffer({ name: hostile, summary: hostile, description: hostile });
		await makeLocation(made.id, { confidential: true, address: 'Skjulegade 9', latitude: 55.1234, longitude: 12.4321 });
		const { body } = await client.get(`/offers/${made.slug}`);
		expect(structured(body)['name']).toBe(hostile);
		expect(body).not.toContain('<script>alert');
		expect(JSON.stringify(structured(body))).not.toMatch(/Skjulegade|55\.1234/);
	});
});
