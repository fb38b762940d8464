import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { administer, databaseBeside } from '../setup/templates.ts';

/** Whether there is a PostgreSQL for the tests. */
export const withPostgres = (): boolean => Boolean(inject('postgresTemplate'));

/** Runs work on a migrated, empty PostgreSQL database of its own. @param work gets the environment that opens it */
export async function onFreshPostgres<T>(
	work: (environment: { DATABASE_URL: string; MASTER_KEY: string }) => Promise<T>,
): Promise<T> {
	const url = process.env.TEST_DATABASE_URL ?? '';
	const template = inject('postgresTemplate');
	const name = `${template}_${randomBytes(6).toString('hex')}`;
	await administer(url, `create database ${name} template ${template}`);
	try {
		return await work({ DATABASE_URL: databaseBeside(url, name), MASTER_KEY: '07'.repeat(32) });
	} finally {
		await administer(url, `drop database if exists ${name} with (force)`);
	}
}
