import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder } from '../src/lib/database/folder-lock.server.ts';
import { migratedFolder } from './process.ts';

/** Runs an operator's command as an operator does. */
function cli(dataDir: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
	const { DATABASE_URL: _, ...env } = process.env;
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
			env: { ...env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
		});
		let output = '';
		child.stdout.on('data', (data: Buffer) => (output += data.toString()));
		child.stderr.on('data', (data: Buffer) => (output += data.toString()));
		child.on('error', reject).on('close', (code) => resolve({ code, output }));
	});
}

describe('backup and restore of the embedded database', { timeout: 120_000 }, () => {
	let root: string;
	const at = (name: string) => join(root, name);

	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), 'socialkompas-backup-'));
		await migratedFolder(at('data'));
		expect((await cli(at('data'), 'demo')).code).toBe(0);
	}, 120_000);
	afterAll(() => rm(root, { recursive: true, force: true }));

	it('is whole in an empty place: the log to its head, and every sealed value', async () => {
		const saved = await cli(at('data'), 'verify-audit', '--save-head', at('head.json'));
		expect(saved).toMatchObject({ code: 0, output: expect.stringContaining('The log is whole') });
		expect(await cli(at('data'), 'backup', at('backup.tar.gz'))).toMatchObject({ code: 0 });
		// The key stays where it is; the file alone opens nobody's name.
		const { output } = await cli(at('data'), 'verify-encryption');
		expect(await cli(at('new'), 'restore', at('backup.tar.gz'))).toMatchObject({ code: 0 });
		expect(await readdir(at('new'))).toEqual(['database']);

		expect(await cli(at('new'), 'verify-encryption')).toMatchObject({
			code: 1,
			output: expect.stringContaining('master key'),
		});
		await copyFile(at('data/master.key'), at('new/master.key'));
		expect(await cli(at('new'), 'verify-encryption')).toEqual({ code: 0, output });
		expect(await cli(at('new'), 'verify-audit', '--head', at('head.json'))).toMatchObject({ code: 0 });
	});

	it('finds by the head that an older backup was put back', async () => {
		expect(await cli(at('data'), 'rotate-master-key')).toMatchObject({ code: 0 });
		expect(await cli(at('data'), 'verify-audit', '--save-head', at('later.json'))).toMatchObject({ code: 0 });
		expect(await cli(at('new'), 'verify-audit', '--head', at('later.json'))).toMatchObject({
			code: 1,
			output: expect.stringContaining('cut off'),
		});
	});

	it('can’t be opened with the key that came after it: an erased citizen’s old key is gone with the old master key', async () => {
		expect(await cli(at('old'), 'restore', at('backup.tar.gz'))).toMatchObject({ code: 0 });
		await copyFile(at('data/master.key'), at('old/master.key'));
		expect(await cli(at('old'), 'verify-encryption')).toMatchObject({
			code: 1,
			output: expect.stringContaining('not the one the database was made with'),
		});
	});

	it('refuses what would overwrite or mislead', async () => {
		const refused = async (dataDir: string, words: string, ...args: string[]) => {
			const { code, output } = await cli(dataDir, ...args);
			expect([code, output]).toEqual([1, expect.stringContaining(words)]);
		};
		await refused(at('data'), 'there already', 'backup', at('backup.tar.gz'));
		await refused(at('data'), 'a database in', 'restore', at('backup.tar.gz'));
		await refused(at('nothing'), 'no database', 'backup', at('other.tar.gz'));
		await writeFile(at('cut.tar.gz'), (await readFile(at('backup.tar.gz'))).subarray(0, 100_000));
		await refused(at('empty'), 'no backup', 'restore', at('cut.tar.gz'));
		await refused(at('empty'), 'There is no file', 'restore', at('missing.tar.gz'));
		const release = await lockFolder(at('data'));
		try {
			await refused(at('data'), 'in use', 'backup', at('other.tar.gz'));
		} finally {
			await release();
		}
	});
});
