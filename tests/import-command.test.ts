import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder } from '../src/lib/database/folder-lock.server.ts';
import { openWorkshop, zipOf, type Workshop } from './packages.ts';
import { migratedFolder } from './process.ts';

const main = join(import.meta.dirname, '../src/cli/main.ts');

interface Ended {
	code: number;
	out: string;
	err: string;
}

/** Runs the real program in a process of its own, as an operator does. */
async function command(dataDir: string, ...words: string[]): Promise<Ended> {
	const environment = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' };
	const child = spawn(process.execPath, [main, ...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
	const text = { out: '', err: '' };
	child.stdout.on('data', (chunk: Buffer) => (text.out += String(chunk)));
	child.stderr.on('data', (chunk: Buffer) => (text.err += String(chunk)));
	const [code] = (await once(child, 'close')) as [number];
	return { code, ...text };
}

const organizations = 'id,name\n1,Den Blå Bænk\n';
const services = `id,organization_id,name,status
1,1,Gældscafé,active
2,1,,active
3,9,Uden forening,active
4,1,CafÃ© Sol,active
`;

describe('npm run cli -- import', { timeout: 120_000 }, () => {
	let workshop: Workshop;
	let dataDir: string;
	beforeAll(async () => {
		workshop = await openWorkshop();
		dataDir = await migratedFolder();
	});
	afterAll(async () => {
		await workshop.remove();
	});

	it('stores what can be stored, tells what was refused and repaired, and ends well', async () => {
		const folder = await workshop.folder({ 'organizations.csv': organizations, 'services.csv': services });
		const report = join(dataDir, 'report.json');
		const first = await command(dataDir, 'import', folder, '--source', 'prøve', '--report', report);
		expect(first).toMatchObject({ code: 0, err: expect.stringContaining('Storing offers') as string });
		expect(first.out).toContain('as the source “prøve”');
		expect(first.out).toMatch(/Offers +\d+ +0 +0 +0/u);
		expect(first.out).toContain('services.csv, row 3: the row has no name');
		expect(first.out).toContain('texts with garbled characters put right: CafÃ© Sol → Café Sol');
		const written = JSON.parse(await readFile(report, 'utf8')) as Record<string, unknown>;
		expect(written).toMatchObject({ source: 'prøve', refused: [{ file: 'services.csv', row: 3 }] });

		const second = await command(dataDir, 'import', folder, '--source', 'prøve');
		expect(second.code).toBe(0);
		expect(second.out).toMatch(/Offers +0 +0 +\d+ +0/u);
	});

	describe('says in one sentence why not, and ends with 1', () => {
		const refused = async (file: string, sentence: RegExp, ...options: string[]) => {
			const untouched = join(dataDir, 'untouched');
			const ended = await command(untouched, 'import', file, ...options);
			expect(ended).toEqual({ code: 1, out: '', err: expect.stringMatching(sentence) as string });
			// Nothing was opened, so nothing can have been changed.
			await expect(readFile(untouched)).rejects.toMatchObject({ code: 'ENOENT' });
		};

		it('when it is not there', () => refused('/nowhere.zip', /^The file or folder is not there/u));

		it('when it is no HSDS', async () => {
			await refused(await workshop.folder({ 'people.csv': 'id,name\n1,Maja\n' }), /^This is no HSDS package/u);
			await refused(await workshop.file('x.json', '{"hello":"world"}'), /^(?:Reading …\n)?This is no HSDS package/u);
		});

		it('when the zip is cut off', async () => {
			const whole = zipOf({ 'organizations.csv': organizations, 'services.csv': services });
			const cut = await workshop.file('cut.zip', whole.subarray(0, whole.length - 40));
			await refused(cut, /^The zip file is damaged or only partly transferred/u);
		});

		it('when the zip is a bomb', async () => {
			const bomb = zipOf({
				'organizations.csv': organizations,
				'services.csv': services + '5,1,Gældscafé,active\n'.repeat(2_000_000),
			});
			await refused(await workshop.file('bomb.zip', bomb), /The zip file grows beyond reason/u);
		});

		it('when a CSV has 1 GB', async () => {
			const folder = await workshop.folder({ 'organizations.csv': organizations, 'services.csv': services });
			await truncate(join(folder, 'services.csv'), 1024 ** 3);
			await refused(folder, /^(?:Reading …\n)?The package or a file in it is larger than can be imported at once/u);
		});

		it('when the report could not be written, before anything is stored', async () => {
			const folder = await workshop.folder({ 'organizations.csv': organizations, 'services.csv': services });
			await refused(folder, /^\/nowhere cannot be used \(ENOENT\)/u, '--report', '/nowhere/report.json');
		});

		it('when the name of the source is the demo’s', () =>
			refused('/x', /^The source “demo” is what is written here/u, '--source', 'demo'));
	});

	it('waits for nobody when another Socialkompas has the folder', async () => {
		const folder = await workshop.folder({ 'organizations.csv': organizations, 'services.csv': services });
		const release = await lockFolder(dataDir);
		const ended = await command(dataDir, 'import', folder);
		await release();
		expect(ended).toMatchObject({
			code: 1,
			err: expect.stringContaining('is in use by another Socialkompas') as string,
		});
	});
});
