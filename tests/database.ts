import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { afterAll, describe, inject } from 'vitest';
import { masterKey } from '../src/lib/citizens/encryption.server.ts';
import { parseConfig } from '../src/lib/config.server.ts';
import { installServices, type Services } from '../src/lib/database/as-actor.server.ts';
import { fromPglite, openPostgres, type Database } from '../src/lib/database/connection.server.ts';
import { startJobs } from '../src/lib/notifications/jobs.server.ts';
import { administer, databaseBeside, silent } from './setup/templates.ts';

/** A clock that stands still until a test moves it. */
export interface MovableClock {
	/** the moment it shows */
	now(): Date;
	/** moves forward by milliseconds (`3 * days`) */
	advance(milliseconds: number): void;
	/** jumps to a moment, forward or back */
	set(moment: Date | string): void;
}

export const minutes = 60_000;
export const hours = 60 * minutes;
export const days = 24 * hours;

/** Where every test's clock begins: an ordinary Monday at nine in Copenhagen, far from public holidays. */
export const monday = new Date('2026-11-02T08:00:00Z');

export interface TestDatabase {
	readonly services: Services;
	readonly clock: MovableClock;
	/** for a test that wants to see it gone; otherwise the next `open` or the end of the block closes it */
	close(): Promise<void>;
}

/**
 * Makes a fresh, migrated, empty database and installs it as the services of this process, so that `asActor` works.
 * Call it in `beforeAll` or `beforeEach`; the one opened before is closed.
 * @param environment configuration on top of the defaults, e.g. `{ DEMO: 'false' }`
 */
export type Open = (environment?: Record<string, string>) => Promise<TestDatabase>;

function movableClock(): MovableClock {
	let moment = monday.getTime();
	return {
		now: () => new Date(moment),
		advance: (milliseconds) => void (moment += milliseconds),
		set: (to) => void (moment = new Date(to).getTime()),
	};
}

/** What every embedded database of a test file begins with, read and compiled once. */
let beginning: Promise<Pick<PGliteOptions, 'loadDataDir' | 'pgliteWasmModule' | 'fsBundle'>> | undefined;

async function readBeginning() {
	const fileOf = (name: string) => new URL(name, import.meta.resolve('@electric-sql/pglite'));
	return {
		loadDataDir: new Blob([await readFile(inject('embeddedTemplate'))]),
		pgliteWasmModule: await WebAssembly.compile(await readFile(fileOf('pglite.wasm'))),
		fsBundle: new Blob([await readFile(fileOf('pglite.data'))]),
	};
}

async function embeddedCopy(): Promise<Database> {
	beginning ??= readBeginning();
	return fromPglite(await PGlite.create(await beginning));
}

async function postgresCopy(): Promise<Database> {
	const url = process.env.TEST_DATABASE_URL ?? '';
	const template = inject('postgresTemplate');
	const name = `${template}_${randomBytes(6).toString('hex')}`;
	await administer(url, `create database ${name} template ${template}`);
	const database = await openPostgres(databaseBeside(url, name), 5);
	const close = async () => {
		await database.close();
		await administer(url, `drop database if exists ${name} with (force)`);
	};
	return { ...database, close };
}

async function openCopy(copy: () => Promise<Database>, environment: Record<string, string>): Promise<TestDatabase> {
	const database = await copy();
	const jobs = await startJobs(database, silent, { work: false });
	const clock = movableClock();
	let closed = false;
	const close = async () => {
		if (closed) return;
		closed = true;
		await jobs.stop();
		await database.close();
	};
	const services = {
		config: parseConfig({ LOG_LEVEL: 'silent', ORIGIN: 'http://localhost', ...environment }),
		database,
		masterKey: masterKey(Buffer.alloc(32, 7)),
		clock: clock.now,
		jobs,
		log: silent,
		stop: close,
	};
	installServices(services);
	return { services, clock, close };
}

function withDatabase(copy: () => Promise<Database>, define: (open: Open) => void): void {
	let opened: TestDatabase | undefined;
	afterAll(async () => opened?.close());
	define(async (environment = {}) => {
		await opened?.close();
		opened = await openCopy(copy, environment);
		return opened;
	});
}

/**
 * Runs the same tests on the embedded database and on PostgreSQL.
 *
 *     onEachDatabase('sending a referral', (open) => {
 *         let database: TestDatabase;
 *         beforeEach(async () => { database = await open(); });
 *         it('…', async () => { database.clock.advance(3 * days); … });
 *     });
 *
 * Without TEST_DATABASE_URL the PostgreSQL half is skipped; with CI=true that is a failure (tests/setup/templates.ts).
 */
export function onEachDatabase(name: string, define: (open: Open) => void): void {
	describe(`${name} (embedded)`, () => withDatabase(embeddedCopy, define));
	describe.skipIf(!inject('postgresTemplate'))(`${name} (PostgreSQL)`, () => withDatabase(postgresCopy, define));
}

/** The same on PostgreSQL alone: for what only it can be asked. Skipped without one, as above. */
export function onPostgres(name: string, define: (open: Open) => void): void {
	describe.skipIf(!inject('postgresTemplate'))(`${name} (PostgreSQL)`, () => withDatabase(postgresCopy, define));
}

/** The same on the embedded database alone: for what cannot differ between the two. */
export function onEmbeddedDatabase(name: string, define: (open: Open) => void): void {
	describe(name, () => withDatabase(embeddedCopy, define));
}
