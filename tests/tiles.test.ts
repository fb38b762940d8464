import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseConfig } from '../src/lib/config.server.ts';
import { tilesFile } from '../src/lib/catalogue/map/tiles-file.server.ts';
import { onEmbeddedDatabase } from './database.ts';
import { serveSite, type Site } from './request.ts';

/** Red, 1 × 1 pixel. */
const picture = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
	'base64',
);

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]);

/** A PMTiles archive (version 3) with one tile, 0/0/0. @param type 2: PNG, 1: vectors */
function archive(type: number): Buffer {
	// One entry: tile id 0, run of 1, its length, at offset 0 (written plus one).
	const directory = Buffer.from([1, 0, 1, ...varint(picture.length), 1]);
	const metadata = Buffer.from('{}');
	const header = Buffer.alloc(127);
	header.write('PMTiles');
	header.writeUInt8(3, 7);
	const lengths = [directory.length, metadata.length, 0, picture.length];
	let at = header.length;
	for (const [index, length] of lengths.entries()) {
		header.writeBigUInt64LE(BigInt(at), 8 + index * 16);
		header.writeBigUInt64LE(BigInt(length), 16 + index * 16);
		at += length;
	}
	for (const count of [72, 80, 88]) header.writeBigUInt64LE(1n, count);
	header.writeUInt8(1, 96);
	header.writeUInt8(1, 97); // nothing is compressed
	header.writeUInt8(1, 98);
	header.writeUInt8(type, 99);
	header.writeUInt8(0, 100);
	header.writeUInt8(0, 101);
	return Buffer.concat([header, directory, metadata, picture]);
}

onEmbeddedDatabase('the operator’s own map', (open) => {
	const folder = mkdtempSync(join(tmpdir(), 'socialkompas-tiles-'));
	const path = join(folder, 'byen.pmtiles');
	const whole = archive(2);
	let site: Site;
	beforeAll(async () => {
		writeFileSync(path, whole);
		await open({ MAP_TILES_FILE: path, MAP_TILES_ATTRIBUTION: '© Kortforeningen (opdigtet)' });
		site = await serveSite();
	});
	afterAll(() => rmSync(folder, { recursive: true }));
	const get = (address: string, headers: Record<string, string> = {}) => fetch(`${site.url}${address}`, { headers });

	it('is what the page draws its map with, and nothing is asked of anybody else', async () => {
		const { body, headers } = await site.client().get('/offers');
		expect(body).toContain('/tiles/{z}/{x}/{y}');
		expect(body).toContain('© Kortforeningen (opdigtet)');
		expect(headers.get('content-security-policy')).not.toMatch(/img-src[^;]*https?:/u);
	});

	it('gives tile by tile, to be kept for a day, and nothing where it has none', async () => {
		const answer = await get('/tiles/0/0/0');
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('image/png');
		expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
		expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
		expect((await get('/tiles/3/1/2')).status).toBe(204);
		for (const wrong of [
			'/tiles/0/1/0',
			'/tiles/1/2/0',
			'/tiles/99/0/0',
			'/tiles/-1/0/0',
			'/tiles/a/b/c',
			'/tiles/0/0/0.5',
		]) {
			expect((await get(wrong)).status, wrong).toBe(404);
		}
	});

	it('is given as one file, whole and in parts', async () => {
		const all = await get('/tiles.pmtiles');
		expect(all.status).toBe(200);
		expect(all.headers.get('accept-ranges')).toBe('bytes');
		expect(Buffer.from(await all.arrayBuffer())).toEqual(whole);

		const part = await get('/tiles.pmtiles', { range: 'bytes=0-6' });
		expect(part.status).toBe(206);
		expect(part.headers.get('content-range')).toBe(`bytes 0-6/${whole.length}`);
		expect(part.headers.get('content-length')).toBe('7');
		expect(await part.text()).toBe('PMTiles');
		const end = await get('/tiles.pmtiles', { range: `bytes=-${picture.length}` });
		expect(Buffer.from(await end.arrayBuffer())).toEqual(picture);

		const beyond = await get('/tiles.pmtiles', { range: `bytes=${whole.length}-` });
		expect(beyond.status).toBe(416);
		expect(beyond.headers.get('content-range')).toBe(`bytes */${whole.length}`);
		const other = await get('/tiles.pmtiles', { range: 'bytes=0-6', 'if-range': '"another"' });
		expect(other.status).toBe(200);
	});

	it('is refused in one sentence when it is no PMTiles file, is not there, or holds no pictures', async () => {
		writeFileSync(join(folder, 'text.pmtiles'), 'hej');
		writeFileSync(join(folder, 'vector.pmtiles'), archive(1));
		for (const name of ['text.pmtiles', 'missing.pmtiles', 'vector.pmtiles']) {
			await expect(tilesFile(join(folder, name))).rejects.toMatchObject({
				code: 'config.invalid',
				message: expect.stringMatching(/^MAP_TILES_FILE .*\.$/u),
			});
		}
	});

	it('is the one map there is, and says whose it is', () => {
		expect(() => parseConfig({ MAP_TILES_FILE: path })).toThrow('MAP_TILES_ATTRIBUTION');
		const both = {
			MAP_TILES_FILE: path,
			MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}',
			MAP_TILES_ATTRIBUTION: 'x',
		};
		expect(() => parseConfig(both)).toThrow('not both');
	});
});

onEmbeddedDatabase('without a map of the operator’s own', (open) => {
	it('there are no tiles to be had', async () => {
		await open();
		const site = await serveSite();
		for (const path of ['/tiles/0/0/0', '/tiles.pmtiles']) expect((await site.client().get(path)).status).toBe(404);
	});
});
