import { sql } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { rowsOf } from '../database/cursor.server.ts';
import { citizenBox } from './data-key.server.ts';
import { plainColumns } from './plain-columns.server.ts';
import { notOurs, placeOf, sealedTables, type SealedTable } from './sealed-columns.server.ts';

export type EncryptionFaultKind =
	/** readable as it stands */
	| 'plain'
	/** opens with no key we have, or was moved here from another place */
	| 'undecipherable'
	/** sealed with a key that was destroyed: it should have gone with it */
	| 'orphan'
	/** the database has a binary column that the application does not know */
	| 'unknown_column'
	/** text that is no code where only codes belong */
	| 'text'
	/** a job whose data holds more than ids */
	| 'job';

export interface EncryptionFault {
	kind: EncryptionFaultKind;
	/** `referral.need` */
	column: string;
	/** the row, where one is meant */
	id?: string;
}

export interface EncryptionReport {
	/** sealed values that were opened, by column */
	opened: Record<string, number>;
	keys: number;
	faultCount: number;
	/** the first hundred */
	faults: EncryptionFault[];
}

const mostNamed = 100;
type Note = (fault: EncryptionFault) => void;

/** Sealed values begin with their version and are at least as long as nonce and tag; text that is typed never is both. */
function isPlain(value: Buffer): boolean {
	const text = value.toString('utf8');
	return value.length > 0 && !text.includes('�') && !/[\p{Cc}--[\n\r\t]]/v.test(text);
}

interface Row {
	id: string;
	owner: string | null;
	wrapped: Buffer | null;
	[column: string]: unknown;
}

/** How a row of the table finds the citizen it belongs to. */
function ownerSql({ owner }: SealedTable) {
	if (owner === 'self') return sql`t.id`;
	if (owner === 'citizen') return sql`t.citizen_id`;
	if (owner === 'referral') {
		return sql`(select r.citizen_id from referral r where r.authority_id = t.authority_id and r.id = t.referral_id)`;
	}
	return sql`null::uuid`;
}

function query(table: SealedTable) {
	const columns = table.columns.map(({ name }) => sql`t.${sql.identifier(name)}`);
	return sql`select o.id::text, o.owner::text, k.wrapped, ${sql.join(
		table.columns.map(({ name }) => sql`o.${sql.identifier(name)}`),
		sql`, `,
	)} from (select t.authority_id, t.id, ${ownerSql(table)} as owner, ${sql.join(columns, sql`, `)} from ${table.table} t) o
		left join citizen_key k on k.authority_id = o.authority_id and k.citizen_id = o.owner`;
}

/** Opens every sealed value of one table. */
async function checkTable(tx: Tx, table: SealedTable, report: EncryptionReport, note: Note): Promise<void> {
	for await (const rows of rowsOf<Row>(tx, query(table))) {
		for (const row of rows) {
			let key: ReturnType<typeof citizenBox> | undefined;
			const box = () => (key ??= citizenBox(tx.masterKey.unwrap(row.wrapped ?? Buffer.alloc(0), row.owner ?? '')));
			for (const column of table.columns) {
				const value = row[column.name] as Buffer | null;
				if (value === null) continue;
				const name = `${table.name}.${column.name}`;
				// What erasure leaves where a value must be.
				if (value.length === 0 && row.owner !== null && !row.wrapped) continue;
				if (row.owner !== null && !row.wrapped) {
					note({ kind: isPlain(value) ? 'plain' : 'orphan', column: name, id: row.id });
					continue;
				}
				try {
					const place = placeOf(table, column, row.id);
					if (row.owner === null) tx.masterKey.open(place, value);
					else box().open(place, value);
					report.opened[name] = (report.opened[name] ?? 0) + 1;
				} catch {
					note({ kind: isPlain(value) ? 'plain' : 'undecipherable', column: name, id: row.id });
				}
			}
		}
	}
}

async function checkKeys(tx: Tx, report: EncryptionReport, note: Note): Promise<void> {
	const keys = rowsOf<{ id: string; wrapped: Buffer }>(
		tx,
		sql`select citizen_id::text as id, wrapped from citizen_key`,
	);
	for await (const rows of keys) {
		for (const { id, wrapped } of rows) {
			try {
				if (tx.masterKey.unwrap(wrapped, id).length !== 32) throw new Error('not a key');
				report.keys += 1;
			} catch {
				note({ kind: wrapped.length === 32 ? 'plain' : 'undecipherable', column: 'citizen_key.wrapped', id });
			}
		}
	}
}

/** Binary columns of the database that the tables in the code don't have: nobody could say who seals them. */
async function checkColumns(tx: Tx, note: Note): Promise<void> {
	const known = new Set([
		...sealedTables.flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`)),
		...Object.keys(notOurs),
		'citizen_key.wrapped',
	]);
	const { rows } = await tx.execute(
		sql`select c.relname || '.' || a.attname as name from pg_attribute a
			join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
			where c.relnamespace = 'public'::regnamespace and a.atttypid = 'bytea'::regtype and not a.attisdropped`,
	);
	for (const { name } of rows as { name: string }[]) {
		if (!known.has(name)) note({ kind: 'unknown_column', column: name });
	}
}

/** Readable columns of the tables about citizens hold codes; anything longer or freer stands out. */
async function checkTexts(tx: Tx, note: Note): Promise<void> {
	for (const { table, column, shape, list } of plainColumns) {
		const name = sql.identifier(column);
		const wrong = list ? sql`exists (select from unnest(${name}) as v where v !~ ${shape})` : sql`${name} !~ ${shape}`;
		const { rows } = await tx.execute(
			sql`select to_jsonb(t) ->> 'id' as id from ${sql.identifier(table)} t where ${wrong} limit ${mostNamed}`,
		);
		for (const { id } of rows as { id: string | null }[]) {
			note({ kind: 'text', column: `${table}.${column}`, ...(id ? { id } : {}) });
		}
	}
}

/**
 * A job outlives what it was about: its data may hold ids and codes only. The queue's own job by which it starts what is
 * due names the schedule and its time zone; of it only what is handed on is ours.
 */
async function checkJobs(tx: Tx, note: Note): Promise<void> {
	const { rows } = await tx.execute(
		sql`select j.id, j.name
			from (
				select id::text, name, case when name = '__pgboss__send-it' then data->'data' else data end as data from pgboss.job
			) j, lateral jsonb_each(case when jsonb_typeof(j.data) = 'object' then j.data else '{}' end) v
			where v.value::text !~ '^("[a-zA-Z0-9_.:+-]{0,80}"|-?[0-9.]+|true|false|null)$'
			limit ${mostNamed}`,
	);
	for (const { id, name } of rows as { id: string; name: string }[]) {
		note({ kind: 'job', column: `pgboss.job.${name}`, id });
	}
}

/**
 * Walks through everything that must be sealed, and opens it: finds what is plain, what no key opens, what was left
 * behind when a key was destroyed, and text where only codes belong.
 * @param tx as system
 */
export async function verifyEncryption(tx: Tx): Promise<EncryptionReport> {
	const report: EncryptionReport = { opened: {}, keys: 0, faultCount: 0, faults: [] };
	const note: Note = (fault) => {
		report.faultCount += 1;
		if (report.faults.length < mostNamed) report.faults.push(fault);
	};
	await checkColumns(tx, note);
	await checkKeys(tx, report, note);
	for (const table of sealedTables) await checkTable(tx, table, report, note);
	await checkTexts(tx, note);
	await checkJobs(tx, note);
	return report;
}
