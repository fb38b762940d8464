import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { fromPglite, migrate, openPostgres, type Database } from '../../src/lib/database/connection.server.ts';
import { createLog } from '../../src/lib/log.server.ts';
import { startJobs } from '../../src/lib/notifications/jobs.server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** file with a migrated embedded database, to be opened in memory */
		embeddedTemplate: string;
		/** data folder with the same, to be copied for a process of its own */
		embeddedFolder: string;
		/** name of a migrated database beside TEST_DATABASE_URL; undefined when there is no PostgreSQL */
		postgresTemplate: string | undefined;
	}
}

/** A log that says nothing: the tests read what happened from the database. */
export const silent = createLog('silent');

/** `url` with another database in it. */
export function databaseBeside(url: string, name: string): string {
	const beside = new URL(url);
	beside.pathname = `/${name}`;
	return beside.href;
}

/** Runs one statement as the owner of TEST_DATABASE_URL, outside any transaction. */
export async function administer(url: string, statement: string): Promise<pg.QueryResult> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await client.query(statement);
	} finally {
		await client.end();
	}
}

/** Brings a new database to where the application's first start leaves it. */
export async function fill(database: Database): Promise<void> {
	await migrate(database);
	const jobs = await startJobs(database, silent, { work: false });
	await jobs.stop();
}

/**
 * What each copy would spend most of its time on: clearing 128 MB for pages it never reads, and copying 16 MB of a log
 * that is nearly empty. Neither changes an answer; folders for processes of their own have PostgreSQL’s own values.
 */
const small = {
	initDbStartParams: ['--wal-segsize=1'],
	postgresqlconf: ['shared_buffers = 16MB', 'min_wal_size = 2MB'],
};

/** Databases are made of these, and nobody makes one in here: half of the files that are read for every test. */
async function dropTemplates(pglite: PGlite): Promise<void> {
	for (const name of ['template0', 'template1']) {
		await pglite.exec(`alter database ${name} is_template false`);
		await pglite.exec(`drop database ${name}`);
	}
}

async function makeEmbedded(file: string): Promise<void> {
	const pglite = await PGlite.create(small);
	const database = fromPglite(pglite);
	await fill(database);
	await dropTemplates(pglite);
	await pglite.exec('checkpoint');
	const dump = await pglite.dumpDataDir('none');
	await database.close();
	await writeFile(file, new Uint8Array(await dump.arrayBuffer()));
}

async function makePostgres(url: string, name: string): Promise<void> {
	await administer(url, `create database ${name}`);
	const database = await openPostgres(databaseBeside(url, name), 2);
	try {
		await fill(database);
	} finally {
		await database.close();
	}
}

/**
 * Before the first test: migrates one embedded database and one PostgreSQL database. Each test file gets copies of
 * them, which takes a quarter of a second where migrating takes five.
 */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
	const url = process.env.TEST_DATABASE_URL;
	if (!url && process.env.CI === 'true')
		throw new Error('TEST_DATABASE_URL is missing: with CI=true nothing is skipped.');
	if (!url) console.log('PostgreSQL tests are skipped: TEST_DATABASE_URL is not set.');
	const folder = await mkdtemp(join(tmpdir(), 'socialkompas-test-'));
	const name = url ? `socialkompas_test_${randomBytes(4).toString('hex')}` : undefined;
	const file = join(folder, 'embedded.tar');
	const dataFolder = join(folder, 'data');
	// In a process of its own, for the other core: making an embedded database from nothing takes four seconds.
	const first = promisify(execFile)(process.execPath, ['tests/programs/first-start.ts', dataFolder]);
	await Promise.all([first, makeEmbedded(file), url && name ? makePostgres(url, name) : undefined]);
	project.provide('embeddedTemplate', file);
	project.provide('embeddedFolder', dataFolder);
	project.provide('postgresTemplate', name);
	return async () => {
		await rm(folder, { recursive: true, force: true });
		if (url && name) await dropAll(url, name);
	};
}

/** Copies that a killed test left behind go with the template. */
async function dropAll(url: string, template: string): Promise<void> {
	const { rows } = await administer(url, `select datname from pg_database where datname like '${template}%'`);
	for (const { datname } of rows as { datname: string }[]) {
		await administer(url, `drop database if exists ${datname} with (force)`);
	}
}
