import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import type { Tx } from '../../../database/as-actor.server.ts';
import { Flattener } from '../nested.ts';
import { emptyTables, tableNames, type TableName } from '../tables.ts';
import { csvTables, dataPackage } from './csv-columns.ts';
import { catalogueObjects, type ObjectTable } from './objects.server.ts';

export const exportFormats = ['hsds-csv', 'hsds-json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How many of each were written. */
export type ExportCounts = Record<ObjectTable, number>;

/**
 * Writes the whole catalogue to a file that the import reads back to the same catalogue. The file is there when it is
 * whole, and not before. Addresses of confidential places are not in it.
 * @param tx as the public: nothing is read that everybody may not read
 * @param out a zip of CSV files, or a JSON file; one that is there is replaced
 */
export async function exportCatalogue(tx: Tx, format: ExportFormat, out: string): Promise<ExportCounts> {
	const target = path.resolve(out);
	// Beside the target, because only there a rename is a single step.
	const folder = await mkdtemp(path.join(path.dirname(target), '.export-'));
	try {
		const whole = path.join(folder, 'whole');
		const counts = format === 'hsds-csv' ? await writeZip(tx, folder, whole) : await writeJson(tx, whole);
		const file = await open(whole, 'r+');
		await file.sync();
		await file.close();
		await rename(whole, target);
		return counts;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const noCounts = (): ExportCounts => ({
	services: 0,
	organizations: 0,
	locations: 0,
	taxonomies: 0,
	taxonomy_terms: 0,
});

/** One array of objects, one object a line. */
async function writeJson(tx: Tx, file: string): Promise<ExportCounts> {
	const counts = noCounts();
	async function* lines() {
		let separator = '[\n';
		for await (const objects of catalogueObjects(tx, true)) {
			for (const { table, object } of objects) {
				counts[table] += 1;
				yield separator + JSON.stringify(object);
				separator = ',\n';
			}
		}
		yield separator === '[\n' ? '[]\n' : '\n]\n';
	}
	await pipeline(Readable.from(lines()), createWriteStream(file));
	return counts;
}

/** Tables first as files of their own, because a zip takes one file after the other. */
async function writeZip(tx: Tx, folder: string, file: string): Promise<ExportCounts> {
	const counts = await writeTables(tx, folder);
	const zip = new ZipFile();
	for (const table of Object.values(csvTables)) zip.addFile(path.join(folder, table.file), table.file);
	zip.addBuffer(Buffer.from(JSON.stringify(dataPackage(tx.now.toISOString()), null, '\t')), 'datapackage.json');
	zip.end();
	await pipeline(zip.outputStream, createWriteStream(file));
	return counts;
}

async function writeTables(tx: Tx, folder: string): Promise<ExportCounts> {
	const counts = noCounts();
	const files = new Map<TableName, Awaited<ReturnType<typeof open>>>();
	try {
		for (const name of tableNames) {
			const table = csvTables[name];
			if (!table) continue;
			const file = await open(path.join(folder, table.file), 'w');
			files.set(name, file);
			await file.write(stringify([table.columns]));
		}
		for await (const objects of catalogueObjects(tx, false)) {
			const tables = emptyTables();
			const flattener = new Flattener(tables);
			for (const { table, object } of objects) {
				counts[table] += 1;
				flattener.addAs(withoutTerms(object), table, '', 0);
			}
			for (const [name, file] of files) {
				const columns = csvTables[name]?.columns ?? [];
				const rows = tables[name].map(({ cells }) => columns.map((column) => cells[column] ?? ''));
				if (rows.length > 0) await file.write(stringify(rows));
			}
		}
	} finally {
		for (const file of files.values()) await file.close();
	}
	return counts;
}

/** Terms and taxonomies are tables of their own, written once and not with each offer that has them. */
function withoutTerms(object: Record<string, unknown>): Record<string, unknown> {
	const { taxonomy_detail: _taxonomy, attributes, ...rest } = object;
	if (!Array.isArray(attributes)) return rest;
	const links = (attributes as Record<string, unknown>[]).map(({ taxonomy_term: _term, ...link }) => link);
	return { ...rest, attributes: links };
}
