import { truncate } from 'node:fs/promises';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../errors.ts';
import { failures } from './problems.ts';
import { readCatalogue, type ReadOptions } from './read.server.ts';
import { openWorkshop, type Workshop, zipOf } from '../../../../tests/packages.ts';

let workshop: Workshop;
beforeAll(async () => {
	workshop = await openWorkshop();
});
afterAll(() => workshop.remove());

const services = 'id,organization_id,name\n1,10,Nattevagt\n';
const organizations = 'id,name\n10,Kirkens Natcafé\n';

async function failureOf(source: string, limits: ReadOptions['limits'] = {}): Promise<string> {
	const error: unknown = await readCatalogue(source, { limits }).catch((reason: unknown) => reason);
	if (!(error instanceof DomainError)) throw new Error(`not refused with a DomainError: ${String(error)}`);
	expect(error.status).toBe(422);
	expect(Object.keys(failures)).toContain(error.code);
	return error.code;
}

describe('a package is opened', () => {
	it('as a folder, a zip, and a zip with folders inside', async () => {
		const files = { 'services.csv': services, 'organizations.csv': organizations };
		const sources = [
			await workshop.folder(files),
			await workshop.file('directory.zip', zipOf(files)),
			await workshop.file('no-ending', zipOf({ 'a/b/services.csv': services, 'a/b/organizations.csv': organizations })),
		];
		for (const source of sources) {
			const { records } = await readCatalogue(source);
			expect(records.offers).toMatchObject([{ id: '1', organisationId: '10', name: 'Nattevagt' }]);
		}
	});

	it('without what other programs leave in it', async () => {
		const source = await workshop.file(
			'mac.zip',
			zipOf({
				'd/services.csv': services,
				'd/organizations.csv': organizations,
				'__MACOSX/d/services.csv': 'x',
				'd/.services.csv': 'y',
			}),
		);
		expect((await readCatalogue(source)).records.offers).toHaveLength(1);
	});

	it('with progress that ends at the whole', async () => {
		const source = await workshop.folder({ 'services.csv': services, 'organizations.csv': organizations });
		const seen: number[] = [];
		await readCatalogue(source, { onProgress: ({ done, total }) => seen.push(done / total) });
		expect(seen.at(-1)).toBe(1);
	});
});

describe('a package is refused as a whole', () => {
	it('when it is not there', async () => {
		expect(await failureOf('/no/such/package.zip')).toBe('import.not_found');
	});

	it('when it is something else', async () => {
		expect(await failureOf(await workshop.file('note.txt', 'Kære alle'))).toBe('import.not_hsds');
		expect(await failureOf(await workshop.file('empty', ''))).toBe('import.not_hsds');
		expect(await failureOf(await workshop.folder({ 'readme.md': 'hej' }))).toBe('import.not_hsds');
		expect(await failureOf(await workshop.folder({ 'persons.csv': 'id,name\n1,Ib\n' }))).toBe('import.not_hsds');
		expect(await failureOf(await workshop.folder({ 'services.csv': 'navn;pris\nKaffe;5\n' }))).toBe('import.not_hsds');
		expect(await failureOf(await workshop.file('a.zip', zipOf({ 'photo.jpg': 'x' })))).toBe('import.not_hsds');
		expect(await failureOf(await workshop.file('other.json', '{"name":"socialkompas","version":"1"}'))).toBe(
			'import.not_hsds',
		);
		expect(await failureOf(await workshop.file('list.json', '[1,2,3]'))).toBe('import.not_hsds');
	});

	it('when it is one table of many', async () => {
		expect(await failureOf(await workshop.file('services.csv', services))).toBe('import.single_table');
	});

	it('when there is nothing in it', async () => {
		expect(
			await failureOf(await workshop.folder({ 'services.csv': 'id,name\n', 'organizations.csv': 'id,name\n' })),
		).toBe('import.empty');
	});

	it('when JSON ends too early', async () => {
		expect(await failureOf(await workshop.file('cut.json', '{"contents":[{"id":"1","name":"Nat'))).toBe(
			'import.broken_json',
		);
	});

	it('when a quotation mark is never closed', async () => {
		const cut = `${services}2,10,"Nattevagt\n${'3,10,x\n'.repeat(1000)}`;
		expect(await failureOf(await workshop.folder({ 'services.csv': cut, 'organizations.csv': organizations }))).toBe(
			'import.broken_csv',
		);
	});

	it('when the same table is there twice', async () => {
		const twice = { 'a/services.csv': services, 'b/services.csv': services, 'organizations.csv': organizations };
		expect(await failureOf(await workshop.folder(twice))).toBe('import.ambiguous');
	});
});

describe('a zip is refused', () => {
	const files = { 'services.csv': services + '2,10,Dagvagt\n'.repeat(5000), 'organizations.csv': organizations };

	it('when it is cut off, wherever that is', async () => {
		const whole = zipOf(files);
		for (const length of [4, 100, Math.floor(whole.length / 2), whole.length - 30, whole.length - 1]) {
			expect(await failureOf(await workshop.file('cut.zip', whole.subarray(0, length)))).toBe('import.broken_zip');
		}
		expect(await failureOf(await workshop.file('empty.zip', ''))).toBe('import.broken_zip');
	});

	it('when a bit of it has changed', async () => {
		const bent = zipOf(files);
		bent[60] = (bent[60] ?? 0) ^ 0x55;
		expect(await failureOf(await workshop.file('bent.zip', bent))).toBe('import.broken_zip');
		expect(await failureOf(await workshop.file('sum.zip', zipOf(files, { checksum: 1 })))).toBe('import.broken_zip');
	});

	it('when it needs a password', async () => {
		expect(await failureOf(await workshop.file('secret.zip', zipOf(files, { encrypted: true })))).toBe(
			'import.encrypted_zip',
		);
	});

	it('when a name in it points outside', async () => {
		for (const name of [
			'../services.csv',
			'/etc/services.csv',
			'a/../../services.csv',
			'..\\services.csv',
			'C:/services.csv',
		]) {
			expect(await failureOf(await workshop.file('path.zip', zipOf({ [name]: services })))).toBe('import.unsafe_path');
		}
	});

	it('when it grows beyond reason', async () => {
		const bomb = zipOf({
			'services.csv': Buffer.concat([Buffer.from('id,name\n'), Buffer.alloc(40_000_000, 'a,b\n')]),
		});
		expect(bomb.length).toBeLessThan(200_000);
		expect(await failureOf(await workshop.file('bomb.zip', bomb))).toBe('import.zip_bomb');
	});

	it('when it says it is small and is not', async () => {
		const liar = zipOf({ 'services.csv': Buffer.alloc(40_000_000, 'a,b\n') }, { size: 100 });
		expect(['import.zip_bomb', 'import.broken_zip']).toContain(await failureOf(await workshop.file('liar.zip', liar)));
	});

	it('when it holds more files than a package has', async () => {
		const many = zipOf(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.txt`, ''])));
		expect(await failureOf(await workshop.file('many.zip', many), { files: 20 })).toBe('import.too_many_files');
	});
});

describe('a package beyond the limits is refused without reading it all', () => {
	it('when a CSV is 1 GB', async () => {
		const folder = await workshop.folder({ 'services.csv': services, 'organizations.csv': organizations });
		await truncate(path.join(folder, 'services.csv'), 1024 ** 3);
		const before = process.memoryUsage().rss;
		expect(await failureOf(folder)).toBe('import.too_large');
		expect(await failureOf(path.join(folder, 'services.csv'))).toBe('import.too_large');
		expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
	});

	it('when its files together are too much', async () => {
		const rows = Array.from({ length: 2000 }, (_, index) => `${index},10,Vagt ${index}`).join('\n');
		const files = { 'services.csv': `id,organization_id,name\n${rows}\n`, 'organizations.csv': organizations };
		const folder = await workshop.folder(files);
		expect(await failureOf(folder, { totalBytes: 20_000 })).toBe('import.too_large');
		expect(await failureOf(await workshop.file('a.zip', zipOf(files)), { fileBytes: 20_000 })).toBe('import.too_large');
		const json = JSON.stringify({ contents: [{ id: '1', name: 'x'.repeat(1000), status: 'active' }] });
		expect(await failureOf(await workshop.file('a.json', json), { jsonBytes: 500 })).toBe('import.too_large');
	});

	it('and a link in a folder is not followed', async () => {
		const folder = await workshop.folder({ 'organizations.csv': organizations });
		symlinkSync('/dev/zero', path.join(folder, 'services.csv'));
		expect((await readCatalogue(folder)).records.offers).toEqual([]);
	});
});
