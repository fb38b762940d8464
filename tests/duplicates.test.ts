import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importReport } from '../src/cli/import-report.ts';
import { storeCatalogue, type StoredCatalogue } from '../src/lib/catalogue/catalogue-store.server.ts';
import { listDuplicates, sayDistinct } from '../src/lib/catalogue/duplicates/decide.server.ts';
import { offerDistinct } from '../src/lib/catalogue/duplicates/tables.server.ts';
import { catalogueObjects } from '../src/lib/catalogue/hsds/export/objects.server.ts';
import type { CatalogueRecords, OfferRecord } from '../src/lib/catalogue/hsds/record.ts';
import { ReportBuilder } from '../src/lib/catalogue/hsds/report.ts';
import { offer } from '../src/lib/catalogue/tables.server.ts';
import { listWaiting } from '../src/lib/catalogue/upkeep/changes.server.ts';
import { asActor, type Tx } from '../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor, type OrganisationActor, type StaffActor } from '../src/lib/identity/actor.ts';
import { addToList, holderOf, readList } from '../src/lib/lists/lists.server.ts';
import { onEachDatabase, type TestDatabase } from './database.ts';
import { makeContact, makeOffer, makeOrganisation, makeStaff } from './factories.ts';
import { serveSite, type Client, type Site } from './request.ts';

/** A catalogue of one organisation with these offers. */
const catalogue = (...offers: Partial<OfferRecord>[]): CatalogueRecords => ({
	organisations: [{ id: '1', name: 'Den Blå Bænk' }],
	locations: [
		{ id: 'åben', address: 'Nørrebrogade 9', postcode: '2200' },
		{ id: 'hemmelig', address: 'Skjulegade 4', postcode: '2200', confidential: true },
	],
	terms: [],
	offers: offers.map((each, index) => ({ id: `${index}`, organisationId: '1', name: 'Gældscafé', ...each })),
});
const store = (source: string, records: CatalogueRecords): Promise<StoredCatalogue> =>
	asActor(systemActor, (tx) => storeCatalogue(tx, source, records));

onEachDatabase('an offer that is there twice', (open) => {
	let database: TestDatabase;
	let site: Site;
	let desk: Client;
	let coordinator: StaffActor;
	beforeAll(async () => {
		database = await open();
		site = await serveSite();
	});
	beforeEach(async () => {
		database = await open();
		coordinator = await makeStaff('coordinator');
		desk = site.client();
		await desk.signInAs(coordinator);
	});
	const open_ = () => asActor(coordinator, (tx) => listDuplicates(tx, 10));
	const rows = () => asActor(publicActor, (tx) => tx.select().from(offer));
	const bySource = async (source: string) => {
		const row = (await rows()).find((each) => each.source === source);
		if (!row) throw new Error(`nothing of ${source}`);
		return row;
	};
	/** The page of the only pair. */
	const pairPage = async () => {
		const tasks = (await desk.get('/catalogue')).body;
		return /\/catalogue\/duplicates\/[0-9a-f-]{36}/u.exec(tasks)?.[0] ?? 'no pair';
	};

	describe('in two sources', () => {
		const phones = [{ number: '33 12 34 56' }];
		let found: StoredCatalogue;
		beforeEach(async () => {
			await store('kommunen', catalogue({ phones, languages: ['da', 'ar'] }, { name: 'Lektiehjælp', phones }));
			found = await store('frivilligcentret', catalogue({ name: 'Gældscaféen', phones }));
		});

		it('is found when the second is imported, named in the report, and a task for the coordinator', async () => {
			expect(found.duplicates).toMatchObject([
				{
					one: { name: 'Gældscaféen', organisation: 'Den Blå Bænk' },
					other: { name: 'Gældscafé', source: 'kommunen' },
					shared: ['name', 'organisation', 'phone'],
				},
			]);
			const report = importReport(new ReportBuilder().finish(), found, 'frivilligcentret', 1);
			expect(report).toContain('Perhaps the same as offers of other sources: 1.');
			expect(report).toContain(
				'Gældscaféen (Den Blå Bænk) = Gældscafé (Den Blå Bænk, kommunen): name, organisation, phone',
			);
			expect((await desk.get('/catalogue')).body).toContain('Måske det samme tilbud (1)');
			const page = (await desk.get(await pairPage())).body;
			for (const word of ['kommunen', 'frivilligcentret', 'De deler: Navn, organisation, telefon', 'arabisk'])
				expect(page).toContain(word);
		});

		it('becomes one without breaking a link: page, paper, calendar and lists lead to the one that stays', async () => {
			const [gone, kept] = [await bySource('frivilligcentret'), await bySource('kommunen')];
			const holder = holderOf('den der samler');
			const list = await asActor(holder, (tx) => addToList(tx, holder, { offerId: gone.id, list: '', name: 'Min' }));
			const path = await pairPage();
			expect((await desk.post(`${path}?/merge`, {})).body).toContain('Vælg det tilbud, der skal blive');
			const keep = gone.id < kept.id ? 'second' : 'first';
			expect((await desk.post(`${path}?/merge`, { keep })).location).toBe('/catalogue?done=merged');
			const reader = site.client();
			for (const tail of ['', '/print', '/calendar.ics', '/report']) {
				const answer = await reader.get(`/offers/${gone.slug}${tail}`);
				expect([tail, answer.status, answer.location]).toEqual([tail, 308, `/offers/${kept.slug}${tail}`]);
			}
			const listed = await asActor(holder, (tx) => readList(tx, holder, list));
			expect(listed).toMatchObject({ offers: [{ id: kept.id }], gone: 0 });
			reader.cookies.set('lists', 'den der samler');
			await reader.post(`/lists/${list}?/remove`, { offer: kept.id });
			expect((await asActor(holder, (tx) => readList(tx, holder, list))).offers).toEqual([]);
			expect((await reader.get(`/api/hsds/services/${gone.id}`)).location).toBe(`/api/hsds/services/${kept.id}`);
			expect((await open_()).total).toBe(0);
			expect((await desk.get(path)).status).toBe(404);
			// The source still has it: it stays merged.
			await store('frivilligcentret', catalogue({ name: 'Gældscaféen', phones, description: 'Ny tekst' }));
			expect((await bySource('frivilligcentret')).status).toBe('defunct');
		});

		it('is two different ones when the coordinator says so, also after the next import', async () => {
			expect((await desk.post(`${await pairPage()}?/distinct`)).location).toBe('/catalogue?done=distinct');
			expect((await open_()).total).toBe(0);
			const again = await store('frivilligcentret', catalogue({ name: 'Gældscaféen', phones, description: 'Ny' }));
			expect(again.duplicates).toHaveLength(1);
			expect((await open_()).total).toBe(0);
		});

		it('is forgotten when the source makes it another', async () => {
			database.clock.advance(1000);
			await store('frivilligcentret', catalogue({ name: 'Haveklub' }));
			expect((await open_()).total).toBe(0);
		});
	});

	it('is not told by a secret address', async () => {
		const there = (locationId: string): Partial<OfferRecord> => ({ locations: [{ locationId }] });
		await store('kommunen', catalogue(there('hemmelig'), { ...there('åben'), name: 'Sovesal' }));
		const { duplicates } = await store('andre', catalogue(there('hemmelig'), { ...there('åben'), name: 'Sovesal' }));
		expect(duplicates.map(({ one, shared }) => [one.name, shared])).toEqual([
			['Sovesal', ['name', 'organisation', 'address']],
			['Gældscafé', ['name', 'organisation']],
		]);
	});

	describe('when a new one is written', () => {
		let organisationId: string;
		beforeEach(async () => {
			organisationId = (await makeOrganisation({ name: 'Den Blå Bænk' })).id;
			await makeOffer({ organisationId, name: 'Gældscafé' });
		});
		const form = { name: 'Gældscaféen', gender: 'everyone', summary: 'Øl & Æbler', eligibility: 'Alle over 18' };
		/** The offers that the page says are like it, as the form sends them back. */
		const others = (body: string) => [...body.matchAll(/name="other" value="([^"]+)"/gu)].map(([, id = '']) => id);

		it('is shown before it is saved, with all that was typed; said to be another it is made, and not asked about again', async () => {
			const typed = { ...form, organisation: organisationId };
			const asked = await desk.post('/catalogue/new', typed);
			expect(asked.status).toBe(422);
			for (const text of ['Findes tilbuddet allerede?', 'De deler: Navn, organisation', 'Øl &amp; Æbler'])
				expect(asked.body).toContain(text);
			expect(await rows()).toHaveLength(1);
			// One field wrong besides: what was said about the others is not lost.
			const wrong = await desk.post('/catalogue/new', {
				...typed,
				postcode: '',
				minimum_age: 'ung',
				other: others(asked.body),
			});
			expect(others(wrong.body)).toEqual(others(asked.body));
			const made = await desk.post('/catalogue/new', { ...typed, other: others(asked.body) });
			expect(made.location).toMatch(/^\/catalogue\/[0-9a-f-]+\?done=created$/u);
			expect(await asActor(coordinator, (tx) => tx.select().from(offerDistinct))).toHaveLength(1);
		});

		it('an organisation’s new offer waits for the coordinator, and is nowhere until then', async () => {
			const contact = await makeContact(organisationId);
			const browser = site.client();
			await browser.signInAs(contact);
			const asked = await browser.post('/our-offers/new', form);
			expect([asked.status, others(asked.body).length]).toEqual([422, 1]);
			const sent = await browser.post('/our-offers/new', { ...form, other: others(asked.body) });
			expect(sent.location).toBe('/our-offers?done=proposed');
			const own = (await browser.get('/our-offers?done=proposed')).body;
			expect(own).toContain('Nye tilbud, der ikke vises endnu');
			const slug = 'gaeldscafeen';
			const reader = site.client();
			expect((await reader.get(`/offers/${slug}`)).status).toBe(404);
			expect((await reader.get('/offers')).body).not.toContain('Gældscaféen');
			expect((await reader.get('/api/hsds/services')).body).not.toContain('Gældscaféen');
			const exported = await asActor(publicActor, async (tx) => {
				const all: unknown[] = [];
				for await (const objects of catalogueObjects(tx, true)) all.push(...objects);
				return JSON.stringify(all);
			});
			expect(exported).not.toContain('Gældscaféen');

			const [change] = await asActor(coordinator, listWaiting);
			expect((await desk.get('/catalogue')).body).toContain('Nyt tilbud');
			const path = `/catalogue/changes/${change?.id}`;
			const shown = (await desk.get(path)).body;
			for (const text of ['Alle over 18', 'Øl &amp; Æbler', 'Det ligner noget, der findes'])
				expect(shown).toContain(text);
			expect((await desk.post(path, { verdict: 'refuse', answer: 'Skriv mere' })).status).toBe(303);
			const edit = `/our-offers/${change?.offerId}/edit`;
			const refused = (await browser.get(edit)).body;
			expect(refused).toContain('Koordinatoren sagde nej til tilbuddet');
			const seen = /name="seen" value="([^"]*)"/u.exec(refused)?.[1] ?? '';
			const again = await browser.post(edit, { ...form, seen, eligibility: 'Alle over 25' });
			expect(again.location).toBe('/our-offers?done=waiting');
			const [second] = await asActor(coordinator, listWaiting);
			expect((await desk.post(`/catalogue/changes/${second?.id}`, { verdict: 'accept', answer: '' })).status).toBe(303);
			const page = (await reader.get(`/offers/${slug}`)).body;
			for (const text of ['Alle over 25', 'Øl &amp; Æbler']) expect(page).toContain(text);
			expect((await browser.get('/our-offers')).body).not.toContain('Nye tilbud, der ikke vises endnu');
		});

		it('the database itself lets no organisation publish, nor write for another, and no leader decide', async () => {
			const contact: OrganisationActor = await makeContact(organisationId);
			const stranger = await makeContact();
			const leader = await makeStaff('leader');
			const id = '00000000-0000-4000-8000-000000000001';
			const insert = (status: string) => (tx: Tx) =>
				tx.execute(sql`
					insert into offer (id, slug, organisation_id, name, status, source, source_id, content_hash, updated_at)
					values (${id}, 'ny', ${organisationId}, 'Ny', ${status}, 's', 's', 'c', now())`);
			await expect(asActor(contact, insert('active'))).rejects.toThrow();
			await expect(asActor(stranger, insert('proposed'))).rejects.toThrow();
			await asActor(contact, insert('proposed'));
			await expect(
				asActor(contact, (tx) => tx.update(offer).set({ status: 'active' }).where(eq(offer.id, id))),
			).rejects.toThrow();
			const [one] = await rows();
			await expect(asActor(leader, (tx) => sayDistinct(tx, leader, id, one?.id ?? ''))).rejects.toThrow();
		});
	});
});
