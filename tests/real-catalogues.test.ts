import { beforeAll, expect, it } from 'vitest';
import { storeCatalogue } from '../src/lib/catalogue/catalogue-store.server.ts';
import { readCatalogue } from '../src/lib/catalogue/hsds/read.server.ts';
import { location, offer, offerTerm, organisation, term } from '../src/lib/catalogue/tables.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor } from '../src/lib/identity/actor.ts';
import { onEachDatabase } from './database.ts';
import { shared } from './shared.ts';

const packages = [
	'data/miami-211-hsds-1.1.zip',
	'search/offers.json',
	'hsds/3.0/examples',
	'hsds/3.0/examples/service_full.json',
	'hsds/3.1-dev/examples',
	'hsds/3.1-dev/examples/service_full.json',
].map((name) => ({ name, path: shared(name) }));

const stored = () =>
	asActor(publicActor, async (tx) => ({
		organisations: await tx.$count(organisation),
		locations: await tx.$count(location),
		terms: await tx.$count(term),
		offers: await tx.$count(offer),
		offerTerms: await tx.$count(offerTerm),
	}));

onEachDatabase('a catalogue from the world', (open) => {
	beforeAll(async () => {
		await open();
	});

	for (const { name, path } of packages) {
		it.skipIf(!path)(`${name} is stored whole, and unchanged the second time`, { timeout: 120_000 }, async () => {
			const before = await stored();
			const { records, report } = await readCatalogue(path ?? '');
			const store = () => asActor(systemActor, (tx) => storeCatalogue(tx, name, records));

			const first = await store();
			expect(first.organisations.created).toBe(report.counts.organisations);
			expect(first.locations.created).toBe(report.counts.locations);
			expect(first.offers.created).toBe(report.counts.offers);
			const after = await stored();
			expect(after.organisations - before.organisations).toBe(report.counts.organisations);
			expect(after.locations - before.locations).toBe(report.counts.locations);
			expect(after.offers - before.offers).toBe(report.counts.offers);
			expect(after.offerTerms - before.offerTerms).toBe(report.counts.offerTerms);

			const { duplicates, ...second } = await store();
			expect(duplicates).toEqual([]);
			for (const { created, updated } of Object.values(second)) expect([created, updated]).toEqual([0, 0]);
			expect(second.offers).toMatchObject({ unchanged: report.counts.offers, removed: 0 });
			expect(await stored()).toEqual(after);
		});
	}
});
