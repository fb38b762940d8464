import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../../database/as-actor.server.ts';
import { contentHash, recordId } from './record-identity.server.ts';

export interface Changes {
	created: number;
	updated: number;
	unchanged: number;
}

export interface StoreResult {
	organisations: Changes;
	locations: Changes;
	terms: Changes;
	/** removed: gone from the source since the last import, and no longer shown */
	offers: Changes & { removed: number };
}

export interface StoreProgress {
	stage: keyof StoreResult;
	/** rows written, of those that have changed */
	done: number;
	total: number;
}

export interface Run {
	tx: Tx;
	source: string;
	report: (progress: StoreProgress) => void;
	/** what was changed here since the source last said something stays (local-changes.server.ts) */
	keepLocal: boolean;
}

export interface Changed<R> {
	id: string;
	record: R;
	contentHash: string;
}

/** Tells what is new and what is other than what is stored. */
export function compare<R extends { id: string }>(
	{ source }: Run,
	kind: 'organisation' | 'location' | 'offer',
	records: readonly R[],
	stored: ReadonlyMap<string, { contentHash: string }>,
	differs: (record: R) => boolean = () => false,
): { changed: Changed<R>[]; changes: Changes } {
	const changes = { created: 0, updated: 0, unchanged: 0 };
	const changed: Changed<R>[] = [];
	for (const record of records) {
		const id = recordId(source, kind, record.id);
		const hash = contentHash(record);
		const before = stored.get(id);
		if (before?.contentHash === hash && !differs(record)) {
			changes.unchanged++;
		} else {
			changes[before ? 'updated' : 'created']++;
			changed.push({ id, record, contentHash: hash });
		}
	}
	return { changed, changes };
}

/**
 * Rows a statement: an offer has 34 columns and a statement at most 65,535 values. With 100 the Miami directory took a
 * tenth longer, with 1,000 no less time.
 */
const batchSize = 250;

/** Writes in statements of bearable size, telling after each how many are done. */
export async function inBatches<T>(
	items: readonly T[],
	work: (batch: T[]) => Promise<unknown>,
	onDone: (done: number) => void = () => undefined,
): Promise<void> {
	for (let at = 0; at < items.length; at += batchSize) {
		await work(items.slice(at, at + batchSize));
		onDone(Math.min(at + batchSize, items.length));
	}
}

/** `set column = excluded.column` for all columns of a table but those named. */
export function overwrite(table: PgTable, except: readonly string[]): Record<string, SQL> {
	const columns = Object.entries(getTableColumns(table)).filter(([name]) => !except.includes(name));
	return Object.fromEntries(columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
}
