import { isDeepStrictEqual } from 'node:util';
import { inArray, sql } from 'drizzle-orm';
import { harvestedRecord } from '../hsds/harvest/tables.server.ts';
import type { OfferRecord } from '../hsds/record.ts';
import { offerLocation, offerTerm, type location, type offer, type organisation } from '../tables.server.ts';
import { offerLocationRows, offerTermRows } from './rows.server.ts';
import type { Changed, Run } from './run.server.ts';

/*
 * Somebody here knows better than the source: a phone number put right, a text made plain. A column that is other than
 * what the source last said was changed here, and stays, whatever the source says next.
 */

/** Columns that are the import's own. */
const bookkeeping = new Set(['id', 'slug', 'source', 'sourceId', 'contentHash', 'updatedAt', 'organisationId']);

/** Records as the rows were last written from them, by the rows' ids. */
export async function lastRecords<R>({ tx }: Run, ids: readonly string[]): Promise<Map<string, R>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.select()
		.from(harvestedRecord)
		.where(inArray(harvestedRecord.rowId, [...ids]));
	return new Map(rows.map(({ rowId, record }) => [rowId, record as R]));
}

export async function rememberRecords<R extends object>({ tx }: Run, batch: readonly Changed<R>[]): Promise<void> {
	if (batch.length === 0) return;
	const rows = batch.map(({ id, record }) => ({ rowId: id, record: { ...record } as Record<string, unknown> }));
	await tx
		.insert(harvestedRecord)
		.values(rows)
		.onConflictDoUpdate({ target: harvestedRecord.rowId, set: { record: sql`excluded.record` } });
}

type Table = typeof organisation | typeof offer | typeof location;

/**
 * Puts what was changed here into the rows about to be written.
 * @param rowOf the row that a record makes
 * @param gone hash of a row that the source had lost: its status says that, and nothing that anybody said here
 */
export async function keepLocal<R extends object, Row extends { id: string }>(
	run: Run,
	table: Table,
	rows: Row[],
	batch: readonly Changed<R>[],
	rowOf: (record: R) => Row,
	gone?: string,
): Promise<Row[]> {
	if (!run.keepLocal || batch.length === 0) return rows;
	const ids = batch.map(({ id }) => id);
	const before = await lastRecords<R>(run, ids);
	const current = new Map(
		(await run.tx.select().from(table).where(inArray(table.id, ids))).map((row) => [
			row.id,
			row as Record<string, unknown>,
		]),
	);
	await rememberRecords(run, batch);
	return rows.map((row) => {
		const [record, now] = [before.get(row.id), current.get(row.id)];
		if (!record || !now) return row;
		const then: Record<string, unknown> = { ...rowOf(record) };
		const local = Object.entries(now).filter(
			([column, value]) =>
				!bookkeeping.has(column) &&
				column in row &&
				!isDeepStrictEqual(value, then[column]) &&
				!(column === 'status' && now['contentHash'] === gone),
		);
		return { ...row, ...Object.fromEntries(local) };
	});
}

/** Offers whose places or terms were changed here, and so stay as they are. Call before `keepLocal` of the offers. */
export async function locallyLinked(
	run: Run,
	batch: readonly Changed<OfferRecord>[],
): Promise<{ places: Set<string>; terms: Set<string> }> {
	const changed = { places: new Set<string>(), terms: new Set<string>() };
	if (!run.keepLocal || batch.length === 0) return changed;
	const ids = batch.map(({ id }) => id);
	const before = await lastRecords<OfferRecord>(run, ids);
	const places = Map.groupBy(
		await run.tx.select().from(offerLocation).where(inArray(offerLocation.offerId, ids)),
		({ offerId }) => offerId,
	);
	const terms = Map.groupBy(
		await run.tx.select().from(offerTerm).where(inArray(offerTerm.offerId, ids)),
		({ offerId }) => offerId,
	);
	for (const [id, record] of before) {
		const then = { places: offerLocationRows(run.source, record), terms: offerTermRows(run.source, record) };
		if (!isDeepStrictEqual(sorted(places.get(id) ?? []), sorted(then.places))) changed.places.add(id);
		if (!isDeepStrictEqual(sorted(terms.get(id) ?? []), sorted(then.terms))) changed.terms.add(id);
	}
	return changed;
}

const keyOf = (row: { locationId: string } | { termId: string }) => ('locationId' in row ? row.locationId : row.termId);
/** In one order, and each only once: an import may name the same twice. */
const sorted = <T extends { locationId: string } | { termId: string }>(rows: readonly T[]): T[] =>
	[...new Map([...rows].reverse().map((row) => [keyOf(row), row])).values()].sort((a, b) =>
		keyOf(a) < keyOf(b) ? -1 : 1,
	);
