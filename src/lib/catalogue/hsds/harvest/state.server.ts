import { and, count, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '../../../database/as-actor.server.ts';
import { rowsOf } from '../../../database/cursor.server.ts';
import { harvestFailure } from './failure.ts';
import type { RemoteObject } from './pages.server.ts';
import { harvest, harvestedObject } from './tables.server.ts';

export type HarvestState = typeof harvest.$inferSelect;
export type Staged = 'taxonomy_terms' | 'organizations' | 'services';

export async function readState(tx: Tx, source: string): Promise<HarvestState | undefined> {
	const [state] = await tx.select().from(harvest).where(eq(harvest.source, source));
	return state;
}

export async function writeState(tx: Tx, state: HarvestState): Promise<void> {
	await tx.insert(harvest).values(state).onConflictDoUpdate({ target: harvest.source, set: state });
}

/** Forgets what was told before; what is in the catalogue stays. */
export async function forgetHarvest(tx: Tx, source: string): Promise<void> {
	await tx.delete(harvestedObject).where(eq(harvestedObject.source, source));
	await tx.delete(harvest).where(eq(harvest.source, source));
}

export async function keepObjects(
	tx: Tx,
	{ source, startedAt }: HarvestState,
	collection: Staged,
	objects: readonly RemoteObject[],
): Promise<void> {
	// A page may hold the same object twice, and a statement may not touch a row twice.
	const rows = [...new Map(objects.map((object) => [object.id, object])).values()].map((object) => ({
		source,
		collection,
		objectId: object.id,
		object: storable(object, 0) as Record<string, unknown>,
		seenAt: startedAt,
	}));
	if (rows.length === 0) return;
	await tx
		.insert(harvestedObject)
		.values(rows)
		.onConflictDoUpdate({
			target: [harvestedObject.source, harvestedObject.collection, harvestedObject.objectId],
			set: { object: sql`excluded.object`, seenAt: sql`excluded.seen_at` },
		});
}

/** Deeper than this no HSDS object nests. */
const deepest = 20;

/** What PostgreSQL cannot keep in a document is gone: NUL and half a surrogate pair. */
function storable(value: unknown, depth: number): unknown {
	if (depth > deepest) throw harvestFailure('harvest.not_hsds');
	if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
	if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [storable(key, depth) as string, storable(inner, depth + 1)]),
	);
}

const servicesOf = (source: string) =>
	and(eq(harvestedObject.source, source), eq(harvestedObject.collection, 'services'));

export async function stagedServiceIds(tx: Tx, source: string): Promise<string[]> {
	const rows = await tx.select({ id: harvestedObject.objectId }).from(harvestedObject).where(servicesOf(source));
	return rows.map(({ id }) => id);
}

/** Services that a whole harvest has not seen. */
export async function unseenServiceIds(tx: Tx, { source, startedAt }: HarvestState): Promise<string[]> {
	const rows = await tx
		.select({ id: harvestedObject.objectId })
		.from(harvestedObject)
		.where(and(servicesOf(source), lt(harvestedObject.seenAt, startedAt)));
	return rows.map(({ id }) => id);
}

const idsAStatement = 1000;

export async function dropServices(tx: Tx, source: string, ids: readonly string[]): Promise<void> {
	for (let at = 0; at < ids.length; at += idsAStatement) {
		const some = ids.slice(at, at + idsAStatement);
		await tx.delete(harvestedObject).where(and(servicesOf(source), inArray(harvestedObject.objectId, some)));
	}
}

export async function countServices(tx: Tx, source: string): Promise<number> {
	const [row] = await tx.select({ services: count() }).from(harvestedObject).where(servicesOf(source));
	return row?.services ?? 0;
}

/** Everything that was told, terms and organisations before the services that name them. */
export async function* stagedObjects(
	tx: Tx,
	source: string,
): AsyncGenerator<{ collection: Staged; object: RemoteObject }[]> {
	yield* rowsOf<{ collection: Staged; object: RemoteObject }>(
		tx,
		sql`select collection, object from harvested_object where source = ${source}
			order by array_position(array['taxonomy_terms', 'organizations', 'services'], collection), object_id`,
		200,
	);
}
