import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOf } from './hash.mjs';
import { root } from './install.mjs';

let folder: string;
let name: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'socialkompas-hash-'));
	name = relative(root, folder);
	mkdirSync(`${folder}/ord`);
	writeFileSync(`${folder}/ord/da.json`, '{"hej":"Hej"}');
	writeFileSync(`${folder}/ord/en.json`, '{"hej":"Hello"}');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is the same for the same files, written again', () => {
	const before = hashOf([name]);
	writeFileSync(`${folder}/ord/da.json`, '{"hej":"Hej"}');
	expect(hashOf([name])).toBe(before);
});

it.each([
	['other words', () => writeFileSync(`${folder}/ord/da.json`, '{"hej":"Goddag"}')],
	['another file', () => writeFileSync(`${folder}/ord/sv.json`, '{}')],
	['another name', () => renameSync(`${folder}/ord/da.json`, `${folder}/ord/nb.json`)],
	['one file less', () => rmSync(`${folder}/ord/en.json`)],
])('is another for %s', (_, change) => {
	const before = hashOf([name]);
	change();
	expect(hashOf([name])).not.toBe(before);
});

it('does not look at what is left out, nor miss what is not there', () => {
	const before = hashOf([name, 'findes-ikke'], /en\.json$/);
	writeFileSync(`${folder}/ord/en.json`, '{"hej":"Hi"}');
	expect(hashOf([name], /en\.json$/)).toBe(before);
});
