import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { PGlite } from '@electric-sql/pglite';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { DomainError } from '../errors.ts';
import { lockFolder } from './folder-lock.server.ts';

export interface Database {
	kind: 'postgres' | 'embedded';
	pool: pg.Pool;
	orm: NodePgDatabase;
	close(): Promise<void>;
}

/** Dates stay ISO text and instants become Date, as the tables say; drizzle asks for that per query. */
const poolDefaults = { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 };

/** What to look at, by the code of the network (POSIX) or of PostgreSQL (SQLSTATE). */
const adviceByCode: Record<string, string> = {
	ECONNREFUSED: 'nothing answers there: is PostgreSQL running, and are address and port right?',
	ENOTFOUND: 'no machine has that name: check the address',
	EAI_AGAIN: 'the name of the machine cannot be looked up: check the address',
	'28P01': 'the password is wrong',
	'28000': 'this user may not sign in from here: check the user and pg_hba.conf',
	'3D000': 'there is no database of that name: make it with createdb',
	'53300': 'it has no connection left: raise max_connections',
};

/** @param version as PostgreSQL counts: 150004 is 15.4 */
function assertVersion(version: number): void {
	if (version >= 150_000) return;
	const found = Math.floor(version / 10_000);
	throw new DomainError('database.too_old', 503, `PostgreSQL 15 or newer is needed; DATABASE_URL leads to ${found}.`);
}

/**
 * Opens PostgreSQL.
 * @param url `postgres://…`
 * @throws DomainError `database.unreachable` with a sentence that says what to look at, without the password.
 */
export async function openPostgres(url: string, max = 10): Promise<Database> {
	const pool = new pg.Pool({ connectionString: url, max, application_name: 'socialkompas', ...poolDefaults });
	// A connection that dies is replaced at the next query; without a listener it would end the process. The pool listens
	// while it is idle; in the middle of a transaction, between two queries, nobody would.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	try {
		const { rows } = await pool.query(`select current_setting('server_version_num')::int as version`);
		assertVersion((rows as { version: number }[])[0]?.version ?? 0);
	} catch (cause) {
		await pool.end();
		if (cause instanceof DomainError) throw cause;
		const { code, message } = cause as { code?: string; message: string };
		const advice = adviceByCode[code ?? ''] ?? `${code ?? message}: check address, port, name, user and password`;
		throw new DomainError('database.unreachable', 503, `DATABASE_URL does not lead to a database (${advice}).`);
	}
	return { kind: 'postgres', pool, orm: drizzle(pool), close: () => pool.end() };
}

/**
 * Wraps a PGlite in a node-postgres pool of one, so that the rest of the house knows only one driver.
 * @param pglite closed together with the pool
 */
export function fromPglite(pglite: PGlite, release: () => Promise<void> = async () => undefined): Database {
	const config = createPgConfig(pglite);
	// drizzle hands over its type parsers as an object, where the connection's parse expects an array of type ids.
	const { connection } = config;
	const parse = connection.parse.bind(connection);
	connection.parse = (query: { types?: unknown }) => {
		parse(Array.isArray(query.types) ? query : { ...query, types: undefined });
	};
	// PGlite serves one connection at a time: the pool's queue is what keeps transactions apart.
	const pool = new pg.Pool({ ...(config as pg.PoolConfig), max: 1, idleTimeoutMillis: 0 });
	pool.on('error', () => undefined);
	const close = async () => {
		await pool.end();
		if (!pglite.closed) await pglite.close();
		await release();
	};
	return { kind: 'embedded', pool, orm: drizzle(pool), close };
}

/**
 * Opens the embedded database, making it on the first run.
 * @param dataDir a folder that only this process uses while it runs
 * @throws DomainError `database.in_use` when another process has it.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const release = await lockFolder(dataDir);
	try {
		const pglite = await PGlite.create(join(dataDir, 'database'));
		return fromPglite(pglite, release);
	} catch (cause) {
		await release();
		throw new DomainError(
			'database.unreadable',
			503,
			`The embedded database in ${dataDir} cannot be opened: ${(cause as Error).message}`,
		);
	}
}

/**
 * Brings the tables up to date. Running it twice, or from two processes at once, changes nothing.
 * @throws DomainError `database.not_allowed` when the user may not
 */
export async function migrate(database: Database, folder = 'drizzle'): Promise<void> {
	const client = await database.pool.connect();
	try {
		// Arbitrary number, the same for everyone who migrates: one at a time.
		await client.query('select pg_advisory_lock(7364250)');
		await runMigrations(drizzle(client), { migrationsFolder: folder });
	} catch (cause) {
		// 42501: this user may not. Anything else is a fault of ours.
		const refused = (cause as Error).cause as { code?: string; message: string } | undefined;
		if (refused?.code !== '42501') throw cause;
		throw new DomainError(
			'database.not_allowed',
			503,
			`The user in DATABASE_URL may not make what is needed (${refused.message}). It must own the database and have CREATEROLE.`,
		);
	} finally {
		await client.query('select pg_advisory_unlock(7364250)').catch(() => undefined);
		client.release();
	}
}
