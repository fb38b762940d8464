import { beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { refreshSnapshot } from '../../src/lib/catalogue/search/catalogue-snapshot.server.ts';
import { catalogueObjects, type Exported } from '../../src/lib/catalogue/hsds/export/objects.server.ts';
import { visitId } from '../../src/lib/catalogue/store/record-identity.server.ts';
import { offer } from '../../src/lib/catalogue/tables.server.ts';
import { askToConfirm } from '../../src/lib/catalogue/upkeep/confirm-links.server.ts';
import type { OfferStatus } from '../../src/lib/catalogue/upkeep/content.ts';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor, type OrganisationActor } from '../../src/lib/identity/actor.ts';
import { addToList, holderOf, shareList } from '../../src/lib/lists/lists.server.ts';
import { listMail } from '../../src/lib/notifications/mail.server.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { makeContact, makeLocation, makeOffer, makeOrganisation, makeStaff, type OfferRow } from '../factories.ts';
import { serveSite, type Client, type Site } from '../request.ts';
import { lines } from './doors.ts';
import { people, whoGetsIn } from './routes.ts';

/** What is not shown: by its status, whatever it was before. */
const hidden = ['proposed', 'inactive', 'defunct'] as const satisfies readonly OfferStatus[];
/** In all that such an offer is called, and nowhere else; what it offers is as what is shown. */
const marker = /zwinz/iu;

onEmbeddedDatabase('an offer that is not in the catalogue', (open) => {
	let site: Site;
	let host: string;
	let shown: OfferRow;
	const away: Partial<Record<OfferStatus, OfferRow & { placeId: string }>> = {};
	let collector: Client;
	let list = '';
	let shared: string;
	let confirming: string;
	let contact: OrganisationActor;

	const words = (name: string) => ({
		name,
		summary: 'Samvær for alle',
		description: `Samvær med ${name}`,
		schedules: [{ freq: 'WEEKLY' as const, byday: 'TU', opensAt: '16:00', closesAt: '18:00' }],
	});

	beforeAll(async () => {
		await open();
		const owner = await makeOrganisation({ name: 'Lyet', slug: 'lyet', email: 'lyet@test.example' });
		host = owner.slug;
		contact = await makeContact(owner.id);
		shown = await makeOffer({ organisationId: owner.id, ...words('Suppe'), slug: 'suppe' });
		await makeLocation(shown.id, { address: 'Åbenvej 2' });
		const holder = holderOf('den der samler');
		for (const [index, status] of hidden.entries()) {
			const row = await makeOffer({ organisationId: owner.id, ...words(`Zwinz ${status}`), slug: `zwinz-${status}` });
			const place = await makeLocation(row.id, { address: `Zwinzvej ${index}`, latitude: 55.7 + index / 100 });
			away[status] = { ...row, placeId: place.id };
		}
		// Collected while they were still there.
		await asActor(holder, async (tx) => {
			for (const { id: offerId } of [shown, ...Object.values(away)]) {
				list = await addToList(tx, holder, { offerId, list, name: 'Min liste' });
			}
			shared = (await shareList(tx, list)).replace('/shared-list/', '');
		});
		await asActor(systemActor, async (tx) => {
			for (const status of hidden)
				await tx
					.update(offer)
					.set({ status })
					.where(eq(offer.slug, `zwinz-${status}`));
			await askToConfirm(tx, systemActor);
			const [asked] = await listMail(tx);
			confirming = /\/confirm\/\S+/.exec(asked?.body ?? '')?.[0] ?? '';
		});
		await refreshSnapshot();
		site = await serveSite();
		collector = site.client();
		collector.cookies.set('lists', 'den der samler');
	});

	/** Every address that anyone may open, found in the table of routes: a new one is looked at, too. */
	const routes = lines
		.filter((line) => line.startsWith('GET ') && people.every((person) => whoGetsIn[line]?.[person] === 'in'))
		.map((line) => line.slice('GET '.length))
		.filter((route) => route !== '/metrics');

	const collections = {
		services: () => shown.id,
		organizations: () => shown.organisationId,
		service_at_locations: () => '',
	};
	/** A route's addresses, about what is shown and about who offers it. */
	const addressesOf = (route: string) =>
		Object.entries(collections).map(([name, id]) =>
			route
				.replace('[collection=hsds]', name)
				.replace('[id]', id())
				.replace(/^(\/offers.*)\[slug\]/, `$1${shown.slug}`)
				.replace('[slug]', host)
				.replace('[number]', '1')
				.replace('[token]', shared),
		);

	it('is on no open page, in no file and no answer, whatever is asked', async () => {
		const area = 'bbox=12.3,55.5,12.8,55.9&zoom=18';
		const questions = ['', 'q=samvær', 'search=samvær&full=true', 'full=true&full_service=true', area];
		let seen = '';
		for (const path of new Set(routes.flatMap(addressesOf))) {
			for (const question of questions) {
				const { body } = await collector.get(`${path}?${question}`);
				expect(body, `${path}?${question}`).not.toMatch(marker);
				seen += body;
			}
		}
		for (const words of ['Suppe', 'Åbenvej 2', '/offers/suppe</loc>']) expect(seen).toContain(words);
	});

	it.each([
		['proposed', 404],
		['inactive', 410],
		['defunct', 410],
	] as const)('%s: its own addresses say that it is gone, or that it never was', async (status, code) => {
		const row = away[status];
		if (!row) throw new Error(`none is ${status}`);
		for (const end of ['', '/print', '/calendar.ics', '/report']) {
			const answer = await collector.get(`/offers/${row.slug}${end}`);
			expect([end, answer.status]).toEqual([end, code]);
			expect(answer.body).not.toMatch(/Zwinzvej|Samvær/u);
			if (status === 'proposed') expect(answer.body).not.toMatch(/Zwinz p/u);
		}
		for (const object of [`services/${row.id}`, `service_at_locations/${visitId(row.id, row.placeId)}`]) {
			const answer = await collector.get(`/api/hsds/${object}`);
			expect([object, answer.status >= 400, answer.body]).toEqual([object, true, expect.not.stringMatching(marker)]);
		}
		expect((await collector.post('/lists?/add', { offer: row.id })).status).toBe(404);
		const report = await collector.post(`/offers/${row.slug}/report`, { kind: 'hours', words: 'Lukket' });
		expect(report.status).toBe(404);
	});

	it('is left out of the lists it was on, and of their paper', async () => {
		for (const path of [`/lists/${list}`, `/lists/${list}/print`, `/shared-list/${shared}`]) {
			const { body } = await collector.get(path);
			expect(body, path).toContain('Suppe');
			expect(body, path).not.toMatch(marker);
		}
	});

	it('is not what its organisation is asked to confirm', async () => {
		const { body } = await collector.get(confirming);
		expect(body).toContain('Suppe');
		expect(body).not.toMatch(marker);
		expect((await collector.post(confirming)).location).toBe('/confirm/thanks');
		const rows = await asActor(publicActor, (tx) =>
			tx.select({ status: offer.status, confirmed: offer.confirmed }).from(offer),
		);
		for (const { status, confirmed } of rows) expect(confirmed !== null, status).toBe(status === 'active');
	});

	it('is not what anyone says how full it is', async () => {
		const desk = site.client();
		await desk.signInAs(await makeStaff('coordinator'));
		const home = site.client();
		await home.signInAs(contact);
		for (const { id } of Object.values(away)) {
			for (const [client, path] of [
				[desk, `/catalogue/${id}/capacity`],
				[home, `/our-offers/${id}`],
			] as const) {
				expect([path, (await client.get(path)).status]).toEqual([path, 404]);
				expect((await client.post(path, { capacity: 'open' })).status).toBe(404);
			}
		}
	});

	it('is taken along with its state where it was once shown, and not at all where it was only proposed', async () => {
		const taken: Exported[] = [];
		await asActor(publicActor, async (tx) => {
			for await (const objects of catalogueObjects(tx, true)) taken.push(...objects);
		});
		const states = taken.filter(({ table }) => table === 'services').map(({ object }) => object['status']);
		expect(states.sort()).toEqual(['active', 'defunct', 'inactive']);
		expect(JSON.stringify(taken)).not.toMatch(/Zwinz p|Zwinzvej 0/u);
	});
});
