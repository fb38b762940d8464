import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from './as-actor.server.ts';

let made = 0;

/**
 * Walks through all rows of a query, some at a time, as it saw them when it began: for what looks at whole tables.
 * Bytes are Buffers, whatever the driver gives.
 * @param size rows in memory at a time
 */
export async function* rowsOf<Row extends object>(tx: Tx, query: SQL, size = 1000): AsyncGenerator<Row[]> {
	made += 1;
	const name = sql.identifier(`walk_${made}`);
	await tx.execute(sql`declare ${name} no scroll cursor for ${query}`);
	try {
		for (;;) {
			const { rows } = await tx.execute(sql`fetch ${sql.raw(String(size))} from ${name}`);
			if (rows.length > 0) yield rows.map((row) => withBuffers(row)) as Row[];
			if (rows.length < size) return;
		}
	} finally {
		await tx.execute(sql`close ${name}`);
	}
}

function withBuffers(row: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(row).map(([key, value]) => [
			key,
			value instanceof Uint8Array && !Buffer.isBuffer(value)
				? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
				: value,
		]),
	);
}
