import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { storeCatalogue } from '../../src/lib/catalogue/catalogue-store.server.ts';
import type { CatalogueRecords } from '../../src/lib/catalogue/hsds/record.ts';
import { parseConfig } from '../../src/lib/config.server.ts';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { startServices } from '../../src/lib/services.server.ts';
import { administer, databaseBeside } from '../setup/templates.ts';

/** A database of this run, with the environment that opens it. */
export interface BenchDatabase {
	url: string;
	masterKey: string;
	/** Runs work with the application's services opened on this database, in this process. */
	within<T>(work: () => Promise<T>): Promise<T>;
	remove(): Promise<void>;
}

/** Makes a new, empty database beside another. @param beside its address; its owner may make databases */
export async function makeDatabase(beside: string): Promise<BenchDatabase> {
	const name = `socialkompas_bench_${randomBytes(4).toString('hex')}`;
	const url = databaseBeside(beside, name);
	const masterKey = randomBytes(32).toString('hex');
	await administer(beside, `create database ${name}`);
	const config = parseConfig({ DATABASE_URL: url, MASTER_KEY: masterKey, LOG_LEVEL: 'error' });
	return {
		url,
		masterKey,
		async within(work) {
			const services = await startServices(config, { work: false });
			try {
				return await work();
			} finally {
				await services.stop();
			}
		},
		async remove() {
			await administer(beside, `drop database if exists ${name} with (force)`);
		},
	};
}

/**
 * Stores a catalogue as an import does, and lets PostgreSQL take its statistics, as it does by itself some time later.
 * @returns seconds it took to store
 */
export async function fill(database: BenchDatabase, records: CatalogueRecords): Promise<number> {
	const began = performance.now();
	await database.within(() => asActor(systemActor, (tx) => storeCatalogue(tx, 'bench', records)));
	const seconds = (performance.now() - began) / 1000;
	await administer(database.url, 'vacuum analyze');
	return seconds;
}

/**
 * Imports a directory by the command an operator uses.
 * @returns how many offers are published, and the seconds it took from start to end of the command
 */
export async function importInto(database: BenchDatabase, file: string): Promise<{ offers: number; filled: number }> {
	const env = { ...process.env, DATABASE_URL: database.url, MASTER_KEY: database.masterKey, LOG_LEVEL: 'error' };
	const began = performance.now();
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'import', file], {
		env,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`${file} was not imported:\n${stdout}${stderr}`);
	const filled = (performance.now() - began) / 1000;
	await administer(database.url, 'vacuum analyze');
	const { rows } = await administer(database.url, `select count(*)::int as offers from offer where status = 'active'`);
	return { offers: (rows[0] as { offers: number }).offers, filled };
}
