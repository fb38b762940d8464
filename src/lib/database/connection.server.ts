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

/**
 * Opens PostgreSQL.
 * @param url `postgres://…`
 * @throws DomainError `database.unreachable` with a sentence that says what to look at, without the password.
 */
export async function openPostgres(url: string, max = 10): Promise<Database> {
	const pool = new pg.Pool({ connectionString: url, max, application_name: 'socialkompas', ...poolDefaults });
	// An idle connection that dies is replaced at the next query; without a listener it would end the process.
	pool.on('error', () => undefined);
	try {
		await pool.query('select 1');
	} catch (cause) {
		await pool.end();
		const code = (cause as { code?: string }).code ?? (cause as Error).message;
		throw new DomainError(
			'database.unreachable',
			503,
			`The database at DATABASE_URL cannot be reached (${code}). Check address, port, name, user and password.`,
		);
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

/** Brings the tables up to date. Running it twice, or from two processes at once, changes nothing. */
export async function migrate(database: Database, folder = 'drizzle'): Promise<void> {
	const client = await database.pool.connect();
	try {
		// Arbitrary number, the same for everyone who migrates: one at a time.
		await client.query('select pg_advisory_lock(7364250)');
		await runMigrations(drizzle(client), { migrationsFolder: folder });
	} finally {
		await client.query('select pg_advisory_unlock(7364250)').catch(() => undefined);
		client.release();
	}
}
