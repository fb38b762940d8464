import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeads } from '../src/lib/audit/head-file.ts';
import { readCitizen } from '../src/lib/citizens/citizens.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { makeMeeting } from './factories.ts';
import { canMakeCluster, makeCluster, programs } from './faults/cluster.ts';
import { onFreshPostgres, withPostgres } from './faults/fresh-database.ts';
import { within } from './faults/scene.ts';
import { runCommand, temporaryFolder } from './process.ts';
import { makeCompletedReferral, makeSentReferral, marker } from './referred-citizen.ts';
import { administer } from './setup/templates.ts';

const headsIn = async (file: string) => readHeads(await readFile(file, 'utf8'), file);

/** Runs one of PostgreSQL's own programs as an operator does. */
function program(name: string, ...args: string[]): { code: number | null; said: string } {
	const { status, stdout, stderr } = spawnSync(join(programs() ?? '', name), args, { encoding: 'utf8' });
	return { code: status, said: stdout + stderr };
}

/** `url` with another user in it. */
function as(url: string, user: string): string {
	const theirs = new URL(url);
	[theirs.username, theirs.password] = [user, 'prøve'];
	return theirs.href;
}

const readers = ['backup_reader', 'backup_owner'];

/*
 * What the README tells the operator to do, done: a dump by a role that may read everything and change nothing, put back
 * by a superuser into a cluster that has never seen this database, and looked at by the operator's two commands.
 */
describe.skipIf(!withPostgres() || !canMakeCluster())('a backup of PostgreSQL', () => {
	it(
		'is whole in a cluster that is new: the log to its head, and every sealed value',
		{ timeout: 180_000 },
		async () => {
			const folder = await temporaryFolder();
			const [dump, head] = [join(folder, 'socialkompas.dump'), join(folder, 'head.json')];
			await onFreshPostgres(async ({ DATABASE_URL, MASTER_KEY }) => {
				const from = { DATABASE_URL, MASTER_KEY };
				const { meeting, citizenId } = await within(from, async () => {
					const made = await makeMeeting();
					await makeSentReferral(made);
					return { meeting: made, citizenId: (await makeCompletedReferral(made)).citizenId };
				});
				const command = (environment: Record<string, string>, ...args: string[]) =>
					runCommand(['main.ts', ...args], environment).exit();
				expect(await command(from, 'verify-audit', '--save-head', head)).toMatchObject({ code: 0, stderr: '' });
				const sealed = await command(from, 'verify-encryption');
				expect(sealed).toMatchObject({ code: 0, stderr: '' });

				const dropReaders = () => administer(DATABASE_URL, `drop role if exists ${readers.join(', ')}`);
				await dropReaders();
				try {
					for (const [index, rights] of ['bypassrls', 'nobypassrls'].entries()) {
						await administer(DATABASE_URL, `create role ${readers[index]} login ${rights} password 'prøve'`);
						await administer(DATABASE_URL, `grant pg_read_all_data to ${readers[index]}`);
					}
					// Whom the policies hold back gets no half of a backup without a word: it is refused.
					const half = program('pg_dump', '--format=custom', `--file=${dump}`, as(DATABASE_URL, 'backup_owner'));
					expect(half.code).toBe(1);
					expect(half.said).toContain('row-level security');
					const whole = program('pg_dump', '--format=custom', `--file=${dump}`, as(DATABASE_URL, 'backup_reader'));
					expect(whole).toEqual({ code: 0, said: '' });
				} finally {
					await dropReaders();
				}
				// Written after the backup: what was put back ends before it.
				await within(from, () => makeSentReferral(meeting));
				const later = join(folder, 'later.json');
				// What is written is chained when nothing in the whole cluster that began before it is still open.
				const chained = async () => {
					expect((await command(from, 'verify-audit', '--save-head', later)).code).toBe(0);
					return headsIn(later);
				};
				await expect.poll(chained, { timeout: 60_000, interval: 1_000 }).not.toEqual(await headsIn(head));

				const elsewhere = await makeCluster(await temporaryFolder(), ['fsync=off']);
				try {
					// The roles belong to the cluster and are in no dump: migrating an empty database makes them.
					const empty = { DATABASE_URL: await elsewhere.makeDatabase('empty'), MASTER_KEY };
					expect(await command(empty, 'migrate')).toMatchObject({ code: 0, stderr: '' });
					const to = { DATABASE_URL: await elsewhere.makeDatabase('restored'), MASTER_KEY };
					expect(program('pg_restore', `--dbname=${to.DATABASE_URL}`, dump)).toEqual({ code: 0, said: '' });
					expect(await command(to, 'verify-audit', '--head', head)).toMatchObject({ code: 0, stderr: '' });
					expect(await command(to, 'verify-encryption')).toEqual(sealed);
					const { caseworker } = meeting;
					const read = await within(to, () => asActor(caseworker, (tx) => readCitizen(tx, caseworker, citizenId)));
					expect(read.givenName).toBe(marker);
					const cut = await command(to, 'verify-audit', '--head', later);
					expect(cut.code).toBe(1);
					expect(cut.stdout).toContain('cut off');
				} finally {
					elsewhere.end();
				}
			});
		},
	);
});
