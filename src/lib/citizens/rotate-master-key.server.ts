import { and, eq, ne, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor, services } from '../database/as-actor.server.ts';
import { setting } from '../database/tables.server.ts';
import { systemActor } from '../identity/actor.ts';
import { keyPlace } from './encryption.server.ts';
import { columnsOf, placeOf, sealedTables, type SealedTable } from './sealed-columns.server.ts';
import { citizenKey } from './tables.server.ts';

export interface Rotation {
	/** citizens' keys that were wrapped anew */
	keys: number;
	/** values under the master key itself that were sealed anew */
	values: number;
}

/** Called after each small transaction with what is done so far. */
type OnProgress = (done: Rotation) => void;

async function rewrapBatch(size: number): Promise<number> {
	return asActor(systemActor, async (tx) => {
		const { id } = tx.masterKey;
		const rows = await tx.select().from(citizenKey).where(ne(citizenKey.masterKeyId, id)).limit(size).for('update');
		for (const row of rows) {
			const wrapped = tx.masterKey.renew(keyPlace(row.citizenId), row.wrapped) ?? row.wrapped;
			await tx
				.update(citizenKey)
				.set({ wrapped, masterKeyId: id })
				.where(and(eq(citizenKey.authorityId, row.authorityId), eq(citizenKey.citizenId, row.citizenId)));
		}
		return rows.length;
	});
}

/** Tables with rows that belong to no citizen: what is sealed there is under the master key itself. */
const underMaster = (table: SealedTable) =>
	table.owner === 'master' || (table.owner === 'citizen' && !columnsOf(table.table)['citizenId']?.notNull);

async function renewBatch(
	table: SealedTable,
	after: string,
	size: number,
): Promise<{ last?: string; renewed: number }> {
	return asActor(systemActor, async (tx) => {
		const names = table.columns.map(({ name }) => sql.identifier(name));
		const { rows } = await tx.execute(
			sql`select id::text, ${sql.join(names, sql`, `)} from ${table.table}
				where id > ${after}::uuid ${table.owner === 'citizen' ? sql`and citizen_id is null` : sql``}
				order by id limit ${size} for update`,
		);
		let renewed = 0;
		for (const row of rows as ({ id: string } & Record<string, Uint8Array | null>)[]) {
			for (const column of table.columns) {
				const value = row[column.name];
				const fresh = value && tx.masterKey.renew(placeOf(table, column, row.id), Buffer.from(value));
				if (!fresh) continue;
				await tx.execute(
					sql`update ${table.table} set ${sql.identifier(column.name)} = ${fresh} where id = ${row.id}::uuid`,
				);
				renewed += 1;
			}
		}
		const last = rows.length === size ? (rows.at(-1) as { id: string }).id : undefined;
		return { ...(last ? { last } : {}), renewed };
	});
}

/**
 * Brings everything under the master key that seals now, in small transactions beside a running server. Who reads
 * meanwhile finds a value under the one key or the other, and has both. Broken off, it goes on where it was.
 * Nobody may seal with the old key any more when it begins.
 * @param size rows a transaction
 */
export async function rotateMasterKey(onProgress: OnProgress = () => undefined, size = 200): Promise<Rotation> {
	const done: Rotation = { keys: 0, values: 0 };
	for (let count = size; count === size;) {
		count = await rewrapBatch(size);
		done.keys += count;
		onProgress(done);
	}
	for (const table of sealedTables.filter(underMaster)) {
		for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after;) {
			const { last, renewed } = await renewBatch(table, after, size);
			done.values += renewed;
			onProgress(done);
			after = last;
		}
	}
	const { id } = services().masterKey;
	await asActor(systemActor, async (tx) => {
		await tx.update(setting).set({ value: id }).where(eq(setting.key, 'master_key_id'));
		await audit(tx, systemActor, { action: 'key.rotate' });
	});
	return done;
}
