import { inArray, sql, type SQL } from 'drizzle-orm';
import type { CatalogueRecords } from '../hsds/record.ts';
import { claimSlug } from '../slug.ts';
import { offer, offerLocation, offerTerm } from '../tables.server.ts';
import { readContents } from '../upkeep/content.server.ts';
import { difference, isEmpty, type OfferContent } from '../upkeep/content.ts';
import { recordVersions } from '../upkeep/history.server.ts';
import type { Tx } from '../../database/as-actor.server.ts';
import { keepLocal, locallyLinked } from './local-changes.server.ts';
import { recordId } from './record-identity.server.ts';
import { offerLocationRows, offerRow, offerTermRows } from './rows.server.ts';
import { compare, inBatches, overwrite, type Changed, type Run, type StoreResult } from './run.server.ts';

/** What the import changed of offers that were there before. */
async function recordImport(
	tx: Tx,
	before: ReadonlyMap<string, OfferContent>,
	after: ReadonlyMap<string, OfferContent>,
): Promise<void> {
	const versions = [...before].flatMap(([offerId, was]) => {
		const changed = difference(was, after.get(offerId) ?? {});
		return isEmpty(changed.after) ? [] : [{ offerId, by: 'import' as const, act: 'edited' as const, ...changed }];
	});
	await recordVersions(tx, versions);
}

/** Stands in for the hash of an offer that the source no longer has, so that its return is a change. */
const gone = 'gone';

/** What the organisation or a coordinator said here stands until the source says something newer. */
function offerUpdates(): Record<string, SQL> {
	const newer = (date: string, column: string) =>
		sql.raw(
			`case when offer.${date} > coalesce(excluded.${date}, '-infinity') then offer.${column} else excluded.${column} end`,
		);
	return {
		...overwrite(offer, ['id', 'slug', 'doubts', 'doubted', 'mergedInto']),
		// What has been merged into another stays out of the catalogue.
		status: sql`case when offer.merged_into is null then excluded.status else offer.status end`,
		capacityAvailable: newer('capacity_updated', 'capacity_available'),
		capacityMaximum: newer('capacity_updated', 'capacity_maximum'),
		capacityUnit: newer('capacity_updated', 'capacity_unit'),
		capacityExpires: newer('capacity_updated', 'capacity_expires'),
		waitlistUntil: newer('capacity_updated', 'waitlist_until'),
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
			const linked = await locallyLinked(run, batch);
			const told = batch.map(({ id, record, contentHash }) => {
				const words = [record.name, names.get(record.organisationId) ?? ''];
				const slug = stored.get(id)?.slug ?? claimSlug(words, id, taken, 'tilbud');
				return offerRow(record, slug, { source, contentHash, updatedAt: tx.now });
			});
			const old = batch.map(({ id }) => id).filter((id) => stored.has(id));
			const before = await readContents(tx, old);
			const origin = { source, contentHash: '', updatedAt: tx.now };
			const rows = await keepLocal(run, offer, told, batch, (record) => offerRow(record, '', origin), gone);
			await tx.insert(offer).values(rows).onConflictDoUpdate({ target: offer.id, set });
			await linkOffers(run, batch, stored, linked);
			await recordImport(tx, before, await readContents(tx, old));
		},
		(done) => report({ stage: 'offers', done, total: changed.length }),
	);
	return { ...changes, removed: await removeOffers(run, records, stored) };
}

async function linkOffers(
	{ tx, source }: Run,
	batch: readonly Changed<CatalogueRecords['offers'][number]>[],
	stored: ReadonlyMap<string, unknown>,
	local: { places: ReadonlySet<string>; terms: ReadonlySet<string> },
): Promise<void> {
	const old = batch.map(({ id }) => id).filter((id) => stored.has(id));
	const moved = old.filter((id) => !local.places.has(id));
	const renamed = old.filter((id) => !local.terms.has(id));
	if (moved.length > 0) await tx.delete(offerLocation).where(inArray(offerLocation.offerId, moved));
	if (renamed.length > 0) await tx.delete(offerTerm).where(inArray(offerTerm.offerId, renamed));
	const free = (kept: ReadonlySet<string>) => batch.filter(({ id }) => !kept.has(id));
	const places = free(local.places).flatMap(({ record }) => offerLocationRows(source, record));
	await inBatches(places, (rows) => tx.insert(offerLocation).values(rows).onConflictDoNothing());
	const terms = free(local.terms).flatMap(({ record }) => offerTermRows(source, record));
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
	await inBatches(absent, async (batch) => {
		const rows = await tx.select({ id: offer.id, status: offer.status }).from(offer).where(inArray(offer.id, batch));
		const shown = rows.filter(({ status }) => status !== 'inactive' && status !== 'defunct');
		await tx.update(offer).set({ contentHash: gone, updatedAt: tx.now }).where(inArray(offer.id, batch));
		if (shown.length === 0) return;
		const ids = shown.map(({ id }) => id);
		await tx.update(offer).set({ status: 'inactive' }).where(inArray(offer.id, ids));
		const versions = shown.map(({ id, status }) => ({
			offerId: id,
			by: 'import' as const,
			act: 'closed' as const,
			before: { status },
			after: { status: 'inactive' as const },
		}));
		await recordVersions(tx, versions);
	});
	return absent.length;
}
