import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { makeLocation, makeOffer, makeOrganisation } from '../../../../tests/factories.ts';
import { asActor } from '../../database/as-actor.server.ts';
import { systemActor } from '../../identity/actor.ts';
import { bumpCatalogueVersion } from '../catalogue-version.server.ts';
import { confidentialAddress, offer, organisation } from '../tables.server.ts';
import { catalogueSnapshot, refreshSnapshot } from './catalogue-snapshot.server.ts';
import { everything } from './request.ts';
import { search } from './search.ts';

onEachDatabase('the catalogue in memory', (open) => {
	let database: TestDatabase;
	beforeEach(async () => {
		database = await open();
	});

	const found = async (q: string) => {
		const snapshot = await catalogueSnapshot();
		const { documents } = search(snapshot, { ...everything, q }, database.clock.now());
		return documents.map((document) => snapshot.entries[document]);
	};

	it('holds what is published, with its organisation, place and hours', async () => {
		const { id: organisationId } = await makeOrganisation({ name: 'Kroner & Ro', kind: 'user_organisation' });
		const made = await makeOffer({ organisationId, name: 'Gældsrådgivning', languages: ['da', 'ar'] });
		await makeLocation(made.id, { schedules: [{ freq: 'WEEKLY', byday: 'TU', opensAt: '10:00', closesAt: '12:00' }] });
		await makeOffer({ name: 'Gæld for længst', status: 'defunct' });
		expect(await found('gæld')).toMatchObject([
			{
				name: 'Gældsrådgivning',
				organisation: { name: 'Kroner & Ro', kind: 'user_organisation' },
				districts: ['noerrebro'],
				languages: ['da', 'ar'],
				schedules: [{ byday: 'TU' }],
			},
		]);
	});

	it('has no address for a secret place, though the database has', async () => {
		const made = await makeOffer({ name: 'Krisecenter' });
		const place = await makeLocation(made.id, {
			confidential: true,
			address: null,
			postcode: null,
			city: null,
			latitude: null,
			longitude: null,
		});
		await asActor(systemActor, (tx) =>
			tx
				.insert(confidentialAddress)
				.values({ locationId: place.id, address: 'Skjulestræde 7', latitude: 55.7, longitude: 12.5 }),
		);
		const snapshot = await refreshSnapshot();
		expect(JSON.stringify(snapshot.entries)).not.toContain('Skjulestræde');
		expect(snapshot.text.lexicon.forms).not.toContain('skjulestræde');
		expect(snapshot.points.documents).toHaveLength(0);
		expect(snapshot.entries[0]?.places).toMatchObject([{ confidential: true, address: undefined }]);
	});

	it('knows nothing of where a secret place is, even if its row should hold it', async () => {
		const made = await makeOffer({ name: 'Krisecenter' });
		const slipped = { address: 'Skjulestræde 7', postcode: '2799', city: 'Gemmested', latitude: 55.7, longitude: 12.5 };
		await makeLocation(made.id, { confidential: true, ...slipped });
		const snapshot = await refreshSnapshot();
		expect(snapshot.entries.map(({ places }) => places)).toEqual([
			[{ confidential: true, address: undefined, latitude: undefined, longitude: undefined }],
		]);
		expect(snapshot.points.documents).toHaveLength(0);
		for (const word of ['skjulestræde', 'gemmested', '2799'])
			expect(snapshot.text.lexicon.forms, word).not.toContain(word);
	});

	it('follows a change at once when this process made it, and reads only what changed', async () => {
		const [kept, changed] = [await makeOffer({ name: 'Café' }), await makeOffer({ name: 'Kor' })];
		const before = await refreshSnapshot();
		await asActor(systemActor, (tx) => tx.update(offer).set({ name: 'Skakklub' }).where(eq(offer.id, changed.id)));
		const after = await refreshSnapshot();
		const entry = (snapshot: typeof after, id: string) => snapshot.entries.find((each) => each.id === id);
		expect(entry(after, changed.id)?.name).toBe('Skakklub');
		expect(entry(before, changed.id)?.name).toBe('Kor');
		expect(entry(after, kept.id)).toBe(entry(before, kept.id));
		expect(await found('skak')).toHaveLength(1);
		expect(await found('kor')).toHaveLength(0);
	});

	it('notices a change of what an offer is made of, not only of the offer', async () => {
		const made = await makeOffer({ name: 'Café' });
		await refreshSnapshot();
		await makeLocation(made.id, { district: 'valby' });
		await asActor(systemActor, (tx) =>
			tx.update(organisation).set({ name: 'Nye Navn' }).where(eq(organisation.id, made.organisationId)),
		);
		const { entries } = await refreshSnapshot();
		expect(entries[0]).toMatchObject({ districts: ['valby'], organisation: { name: 'Nye Navn' } });
	});

	it('follows a change of another process when the catalogue’s version rises', async () => {
		await makeOffer({ name: 'Café' });
		const before = await refreshSnapshot();
		await makeOffer({ name: 'Kor' });
		expect(await catalogueSnapshot()).toBe(before);
		await asActor(systemActor, bumpCatalogueVersion);
		await expect.poll(async () => (await catalogueSnapshot()).entries.length, { timeout: 5_000 }).toBe(2);
	});

	it('drops what is taken off', async () => {
		const made = await makeOffer({ name: 'Café' });
		await refreshSnapshot();
		await asActor(systemActor, (tx) => tx.update(offer).set({ status: 'inactive' }).where(eq(offer.id, made.id)));
		expect((await refreshSnapshot()).entries).toHaveLength(0);
	});

	it('is read once when many ask at the same moment', async () => {
		await makeOffer();
		const all = await Promise.all([catalogueSnapshot(), catalogueSnapshot(), catalogueSnapshot()]);
		expect(new Set(all).size).toBe(1);
	});

	it('is as good as it gets while the database is away', async () => {
		await makeOffer({ name: 'Café' });
		const before = await refreshSnapshot();
		await database.close();
		await new Promise((resolve) => setTimeout(resolve, 2_100));
		expect(await catalogueSnapshot()).toBe(before);
	});
});
