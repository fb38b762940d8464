import { eq, inArray } from 'drizzle-orm';
import type { CatalogueRecords } from '../hsds/record.ts';
import { confidentialAddress, location } from '../tables.server.ts';
import { keepLocal } from './local-changes.server.ts';
import { contentHash, recordId } from './record-identity.server.ts';
import { locationRow } from './rows.server.ts';
import { compare, inBatches, overwrite, type Changes, type Run } from './run.server.ts';
import type { SecretAddress } from './withhold-addresses.ts';

export async function storeLocations(
	run: Run,
	{ locations }: CatalogueRecords,
	secrets: ReadonlyMap<string, SecretAddress>,
): Promise<Changes> {
	const { tx, source, report } = run;
	const all = await tx
		.select({ id: location.id, contentHash: location.contentHash, secret: confidentialAddress })
		.from(location)
		.leftJoin(confidentialAddress, eq(confidentialAddress.locationId, location.id))
		.where(eq(location.source, source));
	const stored = new Map(all.map((row) => [row.id, row]));
	// The hash can be read where the address cannot, and addresses are few enough to try them all: it is not in there.
	const secretRow = (id: string) => {
		const locationId = recordId(source, 'location', id);
		const { address = null, postcode = null, city = null, latitude = null, longitude = null } = secrets.get(id) ?? {};
		return { locationId, address, postcode, city, latitude, longitude, organisationId: null };
	};
	const moved = (record: { id: string }) => {
		const before = stored.get(recordId(source, 'location', record.id))?.secret;
		if (!secrets.has(record.id)) return Boolean(before);
		return !before || contentHash(before) !== contentHash(secretRow(record.id));
	};
	const { changed, changes } = compare(run, 'location', locations, stored, moved);
	const set = overwrite(location, ['id']);
	await inBatches(
		changed,
		async (batch) => {
			const origin = { source, contentHash: '', updatedAt: tx.now };
			const told = batch.map(({ record, contentHash }) => locationRow(record, { ...origin, contentHash }));
			const rows = await keepLocal(run, location, told, batch, (record) => locationRow(record, origin));
			await tx.insert(location).values(rows).onConflictDoUpdate({ target: location.id, set });
			await tx.delete(confidentialAddress).where(
				inArray(
					confidentialAddress.locationId,
					batch.map(({ id }) => id),
				),
			);
			const hidden = batch.filter(({ record }) => secrets.has(record.id)).map(({ record }) => secretRow(record.id));
			if (hidden.length > 0) await tx.insert(confidentialAddress).values(hidden);
		},
		(done) => report({ stage: 'locations', done, total: changed.length }),
	);
	return changes;
}
