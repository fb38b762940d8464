import { randomBytes } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { killUnderLoad, type Row } from '../faults/kills.ts';
import { waitingMail } from '../faults/outbox.ts';
import { temporaryFolder } from '../process.ts';
import { administer, databaseBeside } from '../setup/templates.ts';

/*
 * Statements 27 to 30 with real processes: the built server, PostgreSQL, a mail server. `npm run faults` does the same
 * for longer and prints what it counted.
 */

const masterKey = '07'.repeat(32);
const withPostgres = Boolean(inject('postgresTemplate'));

/** Runs work on a migrated, empty PostgreSQL database of its own. */
async function onPostgres<T>(
	work: (environment: { DATABASE_URL: string; MASTER_KEY: string }) => Promise<T>,
): Promise<T> {
	const url = process.env.TEST_DATABASE_URL ?? '';
	const template = inject('postgresTemplate');
	const name = `${template}_${randomBytes(6).toString('hex')}`;
	await administer(url, `create database ${name} template ${template}`);
	try {
		return await work({ DATABASE_URL: databaseBeside(url, name), MASTER_KEY: masterKey });
	} finally {
		await administer(url, `drop database if exists ${name} with (force)`);
	}
}

function expectNothingLost(row: Row): void {
	expect(row).toMatchObject({ lost: [], duplicated: [], untold: [], surprises: [], neverSent: 0 });
	expect(row.acknowledged).toBeGreaterThan(20);
	expect(row.found).toBe(row.acknowledged);
	expect(row.mails).toBeGreaterThan(2);
}

describe('27. Kill the process at any moment under load: every acknowledged change is there after the restart, no notification is lost, none is sent for what was rolled back.', () => {
	it.skipIf(!withPostgres)('on PostgreSQL', { timeout: 180_000 }, () =>
		onPostgres(async (environment) => {
			const place = { scenario: 'kills', environment, waitingMail: () => waitingMail(environment.DATABASE_URL) };
			expectNothingLost(await killUnderLoad(place, { kills: 5, pairs: 3, longest: 1000, least: 30 }));
		}),
	);

	it('with the embedded database', { timeout: 180_000 }, async () => {
		const place = { scenario: 'kills', environment: { DATA_DIR: await temporaryFolder() } };
		expectNothingLost(await killUnderLoad(place, { kills: 3, pairs: 2, longest: 1000, least: 30 }));
	});
});
