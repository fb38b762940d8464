import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { days, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { asActor } from '../database/as-actor.server.ts';
import { publicActor, systemActor } from '../identity/actor.ts';
import { storeCatalogue, type StoredCatalogue } from './catalogue-store.server.ts';
import { catalogueVersion } from './catalogue-version.server.ts';
import type { CatalogueRecords, OfferRecord } from './hsds/record.ts';
import { recordId } from './store/record-identity.server.ts';
import { confidentialAddress, location, offer, offerLocation, offerTerm, organisation, term } from './tables.server.ts';

function catalogue(change: Partial<CatalogueRecords> = {}): CatalogueRecords {
	return {
		organisations: [
			{ id: 'o1', name: 'Den Blå Bænk', kind: 'local_association', contacts: [{ name: 'Birgit', title: 'formand' }] },
			{ id: 'o2', name: 'Kroner & Ro' },
		],
		locations: [
			{ id: 'l1', address: 'Blågårds Plads 3', postcode: '2200', latitude: 55.68, longitude: 12.55, stepFree: true },
		],
		terms: [
			{ taxonomy: 'theme', code: 'economy', name: 'Money' },
			{ taxonomy: 'airs', code: 'BD-1800', name: 'Food', parent: 'BD' },
		],
		offers: [gaeldscafe, { id: 't2', organisationId: 'o2', name: 'Gældscafé' }],
		...change,
	};
}
const gaeldscafe: OfferRecord = {
	id: 't1',
	organisationId: 'o1',
	name: 'Gældscafé',
	summary: 'Kom ind fra gaden',
	languages: ['da', 'ar'],
	waysIn: ['open_access', 'referral'],
	modes: ['in_person'],
	capacity: 'open',
	schedules: [{ freq: 'WEEKLY', byday: 'TU,TH', opensAt: '16:00', closesAt: '19:00' }],
	terms: [
		{ taxonomy: 'theme', code: 'economy' },
		{ taxonomy: 'airs', code: 'BD-1800' },
	],
	locations: [{ locationId: 'l1', description: 'i kælderen' }],
};
const offerId = recordId('test', 'offer', 't1');

const store = (records: CatalogueRecords, source = 'test'): Promise<StoredCatalogue> =>
	asActor(systemActor, (tx) => storeCatalogue(tx, source, records));
const version = () => asActor(publicActor, catalogueVersion);
const storedOffer = async (id = offerId) => {
	const [row] = await asActor(publicActor, (tx) => tx.select().from(offer).where(eq(offer.id, id)));
	if (!row) throw new Error('no such offer');
	return row;
};
/** Everything of the catalogue, as it lies in the tables. */
const everything = () =>
	asActor(systemActor, async (tx) => ({
		organisations: await tx.select().from(organisation).orderBy(organisation.id),
		offers: await tx.select().from(offer).orderBy(offer.id),
		locations: await tx.select().from(location).orderBy(location.id),
		addresses: await tx.select().from(confidentialAddress).orderBy(confidentialAddress.locationId),
		terms: await tx.select().from(term).orderBy(term.id),
		places: await tx.select().from(offerLocation).orderBy(offerLocation.offerId, offerLocation.locationId),
		links: await tx.select().from(offerTerm).orderBy(offerTerm.offerId, offerTerm.termId),
	}));

onEachDatabase('storing a catalogue', (open) => {
	let database: TestDatabase;
	beforeEach(async () => {
		database = await open();
	});

	it('writes what the records say', async () => {
		expect(await store(catalogue())).toEqual({
			organisations: { created: 2, updated: 0, unchanged: 0 },
			locations: { created: 1, updated: 0, unchanged: 0 },
			terms: { created: 2, updated: 0, unchanged: 0 },
			offers: { created: 2, updated: 0, unchanged: 0, removed: 0 },
			duplicates: [],
		});
		const stored = await everything();
		expect(await storedOffer()).toMatchObject({
			slug: 'gaeldscafe',
			organisationId: recordId('test', 'organisation', 'o1'),
			summary: 'Kom ind fra gaden',
			status: 'active',
			gender: 'everyone',
			languages: ['da', 'ar'],
			waysIn: ['open_access', 'referral'],
			schedules: gaeldscafe.schedules,
			contacts: [],
			source: 'test',
			sourceId: 't1',
		});
		expect(stored.organisations.map((row) => row.slug).sort()).toEqual(['den-blaa-baenk', 'kroner-ro']);
		expect(stored.locations).toMatchObject([{ address: 'Blågårds Plads 3', latitude: 55.68, stepFree: true }]);
		expect(stored.places).toMatchObject([{ offerId, description: 'i kælderen' }]);
		expect(stored.links).toHaveLength(2);
	});

	it('twice changes nothing', async () => {
		await store(catalogue());
		const before = { ...(await everything()), version: await version() };
		database.clock.advance(3 * days);
		expect(await store(catalogue())).toEqual({
			organisations: { created: 0, updated: 0, unchanged: 2 },
			locations: { created: 0, updated: 0, unchanged: 1 },
			terms: { created: 0, updated: 0, unchanged: 2 },
			offers: { created: 0, updated: 0, unchanged: 2, removed: 0 },
			duplicates: [],
		});
		expect({ ...(await everything()), version: await version() }).toEqual(before);
	});

	it('again writes what has changed, clears what is no longer said, and keeps the slug', async () => {
		await store(catalogue());
		const other = await storedOffer(recordId('test', 'offer', 't2'));
		database.clock.advance(days);
		const renamed = { ...gaeldscafe, name: 'Pengecafé', summary: undefined, terms: [], locations: [] };
		const result = await store(catalogue({ offers: [renamed, { id: 't2', organisationId: 'o2', name: 'Gældscafé' }] }));
		expect(result.offers).toEqual({ created: 0, updated: 1, unchanged: 1, removed: 0 });
		expect(await storedOffer()).toMatchObject({
			name: 'Pengecafé',
			slug: 'gaeldscafe',
			summary: null,
			updatedAt: database.clock.now(),
		});
		expect(await everything()).toMatchObject({ places: [], links: [] });
		expect(await storedOffer(other.id)).toEqual(other);
		expect(await version()).toBe(2);
	});

	it('no longer shows offers that are gone, says so once, and shows them again when they return', async () => {
		await store(catalogue());
		const without = catalogue({ offers: [gaeldscafe] });
		expect((await store(without)).offers).toEqual({ created: 0, updated: 0, unchanged: 1, removed: 1 });
		const id = recordId('test', 'offer', 't2');
		expect((await storedOffer(id)).status).toBe('inactive');
		expect(await version()).toBe(2);
		expect((await store(without)).offers).toEqual({ created: 0, updated: 0, unchanged: 1, removed: 0 });
		expect(await version()).toBe(2);
		expect((await store(catalogue())).offers).toMatchObject({ updated: 1, unchanged: 1 });
		expect(await storedOffer(id)).toMatchObject({ status: 'active', slug: 'gaeldscafe-kroner-ro' });
	});

	it('keeps sources apart and shares terms, in our own words where the code is ours', async () => {
		await store(catalogue());
		const result = await store(catalogue(), 'other');
		expect(result.offers.created).toBe(2);
		expect(result.terms).toEqual({ created: 0, updated: 0, unchanged: 2 });
		const stored = await everything();
		expect(stored.offers).toHaveLength(4);
		expect(new Set(stored.offers.map((row) => row.slug)).size).toBe(4);
		expect(stored.terms.find((row) => row.taxonomy === 'theme')).toMatchObject({
			name: 'Økonomi og beskæftigelse',
			nameEn: 'Economy and employment',
		});
		expect((await store(catalogue({ offers: [] }), 'other')).offers.removed).toBe(2);
		expect((await storedOffer()).status).toBe('active');
	});

	it('gives the same slugs in an empty database again', async () => {
		const twins = ['a', 'b', 'c'].map((id) => ({ id, organisationId: 'o1', name: 'Café' }));
		const slugs = async () => (await everything()).offers.map((row) => row.slug).sort();
		await store(catalogue({ offers: twins }));
		const first = await slugs();
		expect(first).toEqual(['cafe', 'cafe-den-blaa-baenk', 'cafe-fde99f']);
		await open();
		await store(catalogue({ offers: twins }));
		expect(await slugs()).toEqual(first);
	});

	it('by two at the same moment is done by one, and found done by the other', async () => {
		const both = await Promise.all([store(catalogue()), store(catalogue())]);
		expect(both.map((result) => result.offers.created).sort()).toEqual([0, 2]);
		expect(await version()).toBe(1);
	});

	it('writes nothing when it fails in the middle', async () => {
		const unknown = { ...gaeldscafe, id: 't9', organisationId: 'nobody' };
		await expect(store(catalogue({ offers: [gaeldscafe, unknown] }))).rejects.toThrow();
		expect(Object.values(await everything()).flat()).toEqual([]);
		expect(await version()).toBe(0);
	});

	it('tells how far it is', async () => {
		const seen: string[] = [];
		const many = Array.from({ length: 600 }, (_, index) => ({
			...gaeldscafe,
			id: `${index}`,
			name: `Tilbud ${index}`,
		}));
		await asActor(systemActor, (tx) =>
			storeCatalogue(tx, 'test', catalogue({ offers: many }), {
				onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done}/${total}`),
			}),
		);
		expect(seen).toEqual([
			'organisations 2/2',
			'locations 1/1',
			'terms 2/2',
			'offers 250/600',
			'offers 500/600',
			'offers 600/600',
		]);
	});

	describe('what an organisation said here', () => {
		const said = {
			capacity: 'full',
			capacityUpdated: '2026-10-20',
			waitTime: '3 uger',
			pausedUntil: '2026-12-01',
		} as const;
		beforeEach(async () => {
			await store(catalogue());
			await asActor(systemActor, (tx) =>
				tx
					.update(offer)
					.set({ ...said, confirmed: '2026-10-20', confirmedBy: 'organisation' })
					.where(eq(offer.id, offerId)),
			);
		});
		const again = (change: Partial<OfferRecord>) => store(catalogue({ offers: [{ ...gaeldscafe, ...change }] }));

		it('stands when the source says nothing new', async () => {
			await store(catalogue());
			expect(await storedOffer()).toMatchObject(said);
		});

		it('stands when the source changes something else, or says something older', async () => {
			await again({ summary: 'Ny tekst', capacity: 'few', capacityUpdated: '2026-10-19', confirmed: '2026-10-01' });
			expect(await storedOffer()).toMatchObject({
				...said,
				summary: 'Ny tekst',
				confirmed: '2026-10-20',
				confirmedBy: 'organisation',
			});
		});

		it('gives way when the source says something newer', async () => {
			await again({ capacity: 'few', capacityUpdated: '2026-10-21', confirmed: '2026-10-22', confirmedBy: 'source' });
			expect(await storedOffer()).toMatchObject({
				capacity: 'few',
				capacityUpdated: '2026-10-21',
				waitTime: null,
				pausedUntil: null,
				confirmed: '2026-10-22',
				confirmedBy: 'source',
			});
		});

		it('and the pause of the whole organisation stands in any case', async () => {
			await asActor(systemActor, (tx) => tx.update(organisation).set({ pausedUntil: '2026-12-24' }));
			const organisations = catalogue().organisations.map((each) => ({ ...each, description: 'Nyt' }));
			await store(catalogue({ organisations }));
			const stored = await everything();
			expect(stored.organisations.map((row) => [row.description, row.pausedUntil])).toEqual([
				['Nyt', '2026-12-24'],
				['Nyt', '2026-12-24'],
			]);
		});
	});

	describe('a confidential place', () => {
		const shelter = {
			id: 'l1',
			name: 'Huset',
			address: 'Skjulestien 14',
			city: 'Brønshøj',
			latitude: 55.7,
			longitude: 12.5,
			confidential: true,
		};
		const hidden = (change = {}) =>
			catalogue({
				locations: [{ ...shelter, ...change }],
				offers: [{ ...gaeldscafe, description: 'Ring på hos Skjulestien 14' }],
			});

		it('has its address where the public cannot look, and nowhere else', async () => {
			await store(hidden());
			const { addresses, ...rest } = await everything();
			expect(addresses).toMatchObject([{ address: 'Skjulestien 14', latitude: 55.7, longitude: 12.5 }]);
			expect(JSON.stringify(rest)).not.toMatch(/Skjulestien|55\.7|12\.5|Brønshøj/u);
			await expect(asActor(publicActor, (tx) => tx.select().from(confidentialAddress))).rejects.toThrow();
		});

		it('is unchanged when imported again, and changed when only the address is another', async () => {
			await store(hidden());
			expect((await store(hidden())).locations).toEqual({ created: 0, updated: 0, unchanged: 1 });
			expect((await store(hidden({ address: 'Gemmevej 2' }))).locations.updated).toBe(1);
			expect((await everything()).addresses).toMatchObject([{ address: 'Gemmevej 2' }]);
		});

		it('can become one, and cease to be one', async () => {
			await store(catalogue());
			await store(hidden());
			expect(JSON.stringify((await everything()).locations)).not.toContain('Blågårds');
			await store(catalogue());
			expect(await everything()).toMatchObject({ addresses: [], locations: [{ address: 'Blågårds Plads 3' }] });
		});
	});
});
