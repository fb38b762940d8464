import { access, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storeCatalogue } from '../src/lib/catalogue/catalogue-store.server.ts';
import { demoCatalogue } from '../src/lib/catalogue/demo/index.ts';
import { exportCatalogue, exportFormats } from '../src/lib/catalogue/hsds/export/export.server.ts';
import { readCatalogue } from '../src/lib/catalogue/hsds/read.server.ts';
import type { CatalogueRecords } from '../src/lib/catalogue/hsds/record.ts';
import { location, offer, offerLocation, offerTerm, organisation, term } from '../src/lib/catalogue/tables.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor } from '../src/lib/identity/actor.ts';
import { onEachDatabase, onPostgres, type Open } from './database.ts';
import { makeLocation, makeOffer, makeOrganisation } from './factories.ts';
import { hsdsSchemas } from './hsds-schemas.ts';
import { temporaryFolder } from './process.ts';
import { shared } from './shared.ts';

type Row = Record<string, unknown>;

/** Ids and what is made of them differ between two catalogues; all else is content. */
const own = new Set([
	'id',
	'slug',
	'source',
	'sourceId',
	'contentHash',
	'updatedAt',
	'offerId',
	'locationId',
	'termId',
	'organisationId',
]);

function sorted(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
const text = (value: unknown) => JSON.stringify(value, sorted);
const content = (row: Row) => Object.fromEntries(Object.entries(row).filter(([key]) => !own.has(key)));

/** The content of every row, each with the content of what it names, in an order that ids don't decide. */
async function catalogue(): Promise<Record<string, string[]>> {
	return asActor(publicActor, async (tx) => {
		const [organisations, offers, locations, terms, visits, links] = [
			await tx.select().from(organisation),
			await tx.select().from(offer),
			await tx.select().from(location),
			await tx.select().from(term),
			await tx.select().from(offerLocation),
			await tx.select().from(offerTerm),
		];
		const byId = new Map([...organisations, ...offers, ...locations, ...terms].map((row) => [row.id, content(row)]));
		return {
			organisations: organisations.map((row) => text(content(row))).sort(),
			locations: locations.map((row) => text(content(row))).sort(),
			terms: terms.map((row) => text(content(row))).sort(),
			offers: offers.map((row) => text({ ...content(row), of: byId.get(row.organisationId) })).sort(),
			visits: visits
				.map((row) => text({ ...content(row), offer: byId.get(row.offerId), at: byId.get(row.locationId) }))
				.sort(),
			links: links.map((row) => text({ offer: byId.get(row.offerId), term: byId.get(row.termId) })).sort(),
		};
	});
}

const store = (source: string, records: CatalogueRecords) =>
	asActor(systemActor, (tx) => storeCatalogue(tx, source, records));

/** Stores a catalogue, exports it in each format, and reads each back into a database of its own. */
async function goesThere(open: Open, records: CatalogueRecords): Promise<void> {
	const folder = await temporaryFolder();
	await open();
	await store('origin', records);
	const before = await catalogue();
	for (const format of exportFormats)
		await asActor(publicActor, (tx) => exportCatalogue(tx, format, join(folder, format)));
	for (const format of exportFormats) {
		await open();
		const { records: read, report } = await readCatalogue(join(folder, format));
		expect(report.refused).toEqual([]);
		await store('copy', read);
		const after = await catalogue();
		for (const [table, rows] of Object.entries(before)) {
			expect(after[table]?.length, `${format} ${table}`).toBe(rows.length);
			const there = new Set(after[table]);
			expect(rows.filter((row) => !there.has(row)).slice(0, 2), `${format} ${table}`).toEqual([]);
		}
	}
}

// What can differ between the two databases is shown by the small ones; a whole city is a matter of minutes.
const miami = shared('data/miami-211-hsds-1.1.zip');
onPostgres('a city’s catalogue that is exported and imported elsewhere', (open) => {
	it.skipIf(!miami)('is the same there: Miami', { timeout: 180_000 }, async () => {
		await goesThere(open, (await readCatalogue(miami ?? '')).records);
	});
});

const judged = shared('search/offers.json');
onEachDatabase('a catalogue that is exported and imported elsewhere', (open) => {
	it('is the same there: the demo', { timeout: 60_000 }, () => goesThere(open, demoCatalogue('2026-11-02')));

	it.skipIf(!judged)('is the same there: search/offers.json', { timeout: 60_000 }, async () => {
		await goesThere(open, (await readCatalogue(judged ?? '')).records);
	});

	it('keeps what HSDS has no words for, and texts that look like something else', async () => {
		const folder = await temporaryFolder();
		await open();
		const { id: organisationId } = await makeOrganisation({
			name: 'Klubben "Æ, ø & å"',
			kind: 'user_organisation',
			values: 'Vi tror på\nhinanden',
			pausedUntil: '2026-12-24',
			website: 'https://klubben.example/om os',
			email: 'formand(snabel-a)klubben.example',
			phones: [{ number: 'ring 12 34', extension: '7b', type: 'SMS' }],
			contacts: [{ name: 'Åse', phone: '11 11 11 11' }, { email: 'b@klubben.example' }],
			description: null,
		});
		const offer = await makeOffer({
			organisationId,
			name: 'Kun for <b>kvinder</b> &amp; børn',
			description: 'Ingen',
			fees: 'N/A',
			eligibility: 'Kun for kvinder. Kræver henvisning.',
			gender: 'everyone',
			waysIn: [],
			modes: ['phone'],
			free: null,
			languages: ['kl', 'Dansk tegnsprog'],
			status: 'temporarily closed',
			peers: true,
			capacity: 'few',
			capacityUpdated: '2026-10-31',
			capacityAvailable: 2,
			capacityMaximum: 12,
			capacityUnit: 'pladser',
			capacityExpires: '2026-12-31',
			waitlistUntil: '2027-02-01',
			pausedUntil: '2027-01-01',
			confirmed: '2026-10-30',
			confirmedBy: 'coordinator',
			minimumAge: 18,
			schedules: [
				{ freq: 'YEARLY', dtstart: '2026-12-24', opensAt: '10:00', closesAt: '12:00' },
				{ freq: 'WEEKLY', byday: 'FR', opensAt: '22:00', closesAt: '02:00', description: '9-12, Mon' },
				{ freq: 'WEEKLY', byday: 'MO', opensAt: '22:00', closesAt: '02:00' },
			],
		});
		await makeLocation(offer.id, { name: '=SUM(A1)', latitude: -33.9, longitude: 18.4, stepFree: false });
		await makeLocation(offer.id, {
			confidential: true,
			name: 'Det sikre hus',
			address: null,
			postcode: null,
			city: null,
			latitude: null,
			longitude: null,
		});
		const before = await catalogue();
		for (const format of exportFormats)
			await asActor(publicActor, (tx) => exportCatalogue(tx, format, join(folder, format)));
		for (const format of exportFormats) {
			await open();
			await store('copy', (await readCatalogue(join(folder, format))).records);
			expect(await catalogue()).toEqual(before);
		}
	});

	it('tells places free in the standard’s own words too: whoever passes ours over reads the same', async () => {
		const folder = await temporaryFolder();
		await open();
		await makeOffer({
			name: 'Herberg',
			capacity: 'few',
			capacityUpdated: '2026-10-31',
			capacityAvailable: 2,
			capacityMaximum: 12,
			capacityUnit: 'senge',
		});
		const file = join(folder, 'katalog.json');
		await asActor(publicActor, (tx) => exportCatalogue(tx, 'hsds-json', file));
		const objects = JSON.parse(await readFile(file, 'utf8')) as Row[];
		const [service] = objects;
		expect(service).toMatchObject({
			capacities: [{ available: 2, maximum: 12, unit: { name: 'senge' }, updated: '2026-10-31T00:00:00Z' }],
		});
		for (const version of ['3.0', '3.1-dev']) {
			const schemas = shared(`hsds/${version}/schema`);
			if (schemas) expect(hsdsSchemas(schemas)('service')(service)).toEqual([]);
		}
		const standard = JSON.parse(
			JSON.stringify(objects, (key, value: unknown) => (key === 'socialkompas' ? undefined : value)),
		) as Row[];
		await writeFile(join(folder, 'uden.json'), JSON.stringify(standard));
		const { records } = await readCatalogue(join(folder, 'uden.json'));
		expect(records.offers).toMatchObject([
			{
				capacity: 'few',
				capacityUpdated: '2026-10-31',
				capacityAvailable: 2,
				capacityMaximum: 12,
				capacityUnit: 'senge',
				// as long as free places hold when they are told here
				capacityExpires: '2026-11-21',
			},
		]);
	});

	it('has its file only when it is whole, and leaves nothing behind', async () => {
		const folder = await temporaryFolder();
		await open();
		await store('origin', demoCatalogue('2026-11-02'));
		const target = join(folder, 'katalog.zip');
		await writeFile(target, 'det gamle');
		await expect(
			asActor(publicActor, (tx) => {
				// The database goes away in the middle.
				const { select } = tx;
				let asked = 0;
				tx.select = ((...fields: Parameters<typeof select>) => {
					if (++asked > 5) throw new Error('gone');
					return select.apply(tx, fields);
				}) as typeof select;
				return exportCatalogue(tx, 'hsds-csv', target);
			}),
		).rejects.toThrow('gone');
		expect(await readFile(target, 'utf8')).toBe('det gamle');
		expect(await readdir(folder)).toEqual(['katalog.zip']);
		await asActor(publicActor, (tx) => exportCatalogue(tx, 'hsds-csv', target));
		await access(target);
		expect(await readdir(folder)).toEqual(['katalog.zip']);
	});

	const schemas = shared('hsds/3.0/schema');
	it.skipIf(!schemas)('is valid HSDS as JSON', async () => {
		const folder = await temporaryFolder();
		await open();
		await store('origin', demoCatalogue('2026-11-02'));
		const file = join(folder, 'katalog.json');
		await asActor(publicActor, (tx) => exportCatalogue(tx, 'hsds-json', file));
		const objects = JSON.parse(await readFile(file, 'utf8')) as Row[];
		const schema = hsdsSchemas(schemas ?? '');
		const kindOf = (object: Row) =>
			'status' in object
				? 'service'
				: 'services' in object
					? 'organization'
					: 'location_type' in object
						? 'location'
						: 'taxonomy_detail' in object
							? 'taxonomy_term'
							: 'taxonomy';
		for (const object of objects) expect(schema(kindOf(object))(object)).toEqual([]);
		expect(objects.length).toBeGreaterThan(100);
	});
});
