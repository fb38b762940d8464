import { inArray, sql, type SQL } from 'drizzle-orm';
import type { CatalogueRecords } from '../hsds/record.ts';
import { claimSlug } from '../slug.ts';
import { offer, offerLocation, offerTerm } from '../tables.server.ts';
import { recordId } from './record-identity.server.ts';
import { offerLocationRows, offerRow, offerTermRows } from './rows.server.ts';
import { compare, inBatches, overwrite, type Changed, type Run, type StoreResult } from './run.server.ts';

/** Stands in for the hash of an offer that the source no longer has, so that its return is a change. */
const gone = 'gone';

/** What the organisation or a coordinator said here stands until the source says something newer. */
function offerUpdates(): Record<string, SQL> {
	const newer = (date: string, column: string) =>
		sql.raw(
			`case when offer.${date} > coalesce(excluded.${date}, '-infinity') then offer.${column} else excluded.${column} end`,
		);
	return {
		...overwrite(offer, ['id', 'slug']),
		capacity: newer('capacity_updated', 'capacity'),
		waitTime: newer('capacity_updated', 'wait_time'),
		pausedUntil: newer('capacity_updated', 'paused_until'),
		capacityUpdated: sql`greatest(offer.capacity_updated, excluded.capacity_updated)`,
		confirmedBy: newer('confirmed', 'confirmed_by'),
		confirmed: sql`greatest(offer.confirmed, excluded.confirmed)`,
	};
}

export async function storeOffers(run: Run, records: CatalogueRecords): Promise<StoreResult['offers']> {
	const { tx, source, report } = run;
	const all = await tx
		.select({ id: offer.id, slug: offer.slug, source: offer.source, contentHash: offer.contentHash })
		.from(offer);
	const stored = new Map(all.filter((row) => row.source === source).map((row) => [row.id, row]));
	const { changed, changes } = compare(run, 'offer', records.offers, stored);
	const names = new Map(records.organisations.map(({ id, name }) => [id, name]));
	const taken = new Set(all.map((row) => row.slug));
	const set = offerUpdates();
	await inBatches(
		changed,
		async (batch) => {
			const rows = batch.map(({ id, record, contentHash }) => {
				const words = [record.name, names.get(record.organisationId) ?? ''];
				const slug = stored.get(id)?.slug ?? claimSlug(words, id, taken, 'tilbud');
				return offerRow(record, slug, { source, contentHash, updatedAt: tx.now });
			});
			await tx.insert(offer).values(rows).onConflictDoUpdate({ target: offer.id, set });
			await linkOffers(run, batch, stored);
		},
		(done) => report({ stage: 'offers', done, total: changed.length }),
	);
	return { ...changes, removed: await removeOffers(run, records, stored) };
}

async function linkOffers(
	{ tx, source }: Run,
	batch: readonly Changed<CatalogueRecords['offers'][number]>[],
	stored: ReadonlyMap<string, unknown>,
): Promise<void> {
	const old = batch.map(({ id }) => id).filter((id) => stored.has(id));
	if (old.length > 0) {
		await tx.delete(offerLocation).where(inArray(offerLocation.offerId, old));
		await tx.delete(offerTerm).where(inArray(offerTerm.offerId, old));
	}
	const places = batch.flatMap(({ record }) => offerLocationRows(source, record));
	await inBatches(places, (rows) => tx.insert(offerLocation).values(rows).onConflictDoNothing());
	const terms = batch.flatMap(({ record }) => offerTermRows(source, record));
	await inBatches(terms, (rows) => tx.insert(offerTerm).values(rows).onConflictDoNothing());
}

/** Referrals may point to them, so they are no longer shown rather than deleted. */
async function removeOffers(
	{ tx, source }: Run,
	records: CatalogueRecords,
	stored: ReadonlyMap<string, { contentHash: string }>,
): Promise<number> {
	const present = new Set(records.offers.map(({ id }) => recordId(source, 'offer', id)));
	const absent = [...stored].filter(([id, row]) => !present.has(id) && row.contentHash !== gone).map(([id]) => id);
	await inBatches(absent, (batch) =>
		tx.update(offer).set({ status: 'inactive', contentHash: gone, updatedAt: tx.now }).where(inArray(offer.id, batch)),
	);
	return absent.length;
}
