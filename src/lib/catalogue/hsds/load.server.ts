import { importFailure } from './failure.ts';
import { readCsv } from './csv.server.ts';
import type { Limits } from './limits.server.ts';
import { Flattener } from './nested.ts';
import type { CataloguePackage, PackageFile } from './package.server.ts';
import type { ReportBuilder } from './report.ts';
import { emptyTables, type Tables } from './tables.ts';
import { detectVersion, tableFile } from './versions.ts';

export type BytesRead = (bytes: number, file: string) => void;

/** Reads all tables of a package of CSV files; files that are no HSDS table are left unread. */
export async function loadCsv(source: CataloguePackage, report: ReportBuilder, onBytes: BytesRead): Promise<Tables> {
	const names = source.files.map((file) => tableFile(file.name));
	const version = detectVersion(names);
	if (!version) throw importFailure('import.not_hsds');
	const twice = source.files.find((_, index) => names[index] !== undefined && names.indexOf(names[index]) !== index);
	report.format = `HSDS ${version.name} CSV`;
	const tables = emptyTables();
	for (const [index, file] of source.files.entries()) {
		const mapping = version.files[names[index] ?? ''];
		if (!mapping) {
			onBytes(file.bytes, file.name);
			report.ignore(file.name);
			continue;
		}
		if (twice && tableFile(twice.name) === names[index]) throw importFailure('import.ambiguous', { file: twice.name });
		const rows = tables[mapping.table];
		let columns: (string | undefined)[] = [];
		await readCsv(counted(await file.open(), file, onBytes), file.name, {
			onHeader(header) {
				columns = header.map((column) => mapping.columns?.[column] ?? column);
				const needed = mapping.table === 'services' || mapping.table === 'organizations' ? ['id', 'name'] : [];
				if (needed.some((column) => !columns.includes(column)))
					throw importFailure('import.not_hsds', { file: file.name });
			},
			onRow(values, row) {
				const cells: Record<string, string> = { ...mapping.constants };
				for (const [position, value] of values.entries()) {
					const column = columns[position];
					if (column && value !== '') cells[column] = value;
				}
				rows.push({ file: file.name, row, cells });
			},
			onBadRow: (row, reason, text) => report.refuse({ file: file.name, row }, reason, text),
		});
	}
	return tables;
}

async function* counted(stream: AsyncIterable<Buffer>, file: PackageFile, onBytes: BytesRead): AsyncGenerator<Buffer> {
	for await (const chunk of stream) {
		onBytes(chunk.length, file.name);
		yield chunk;
	}
}

/**
 * Reads HSDS JSON: one object, an array, a page (`contents`), the tabular form (`{"services.csv": […]}`) or one object
 * a line. Files that are something else are passed over as long as one of them is HSDS.
 */
export async function loadJson(
	source: CataloguePackage,
	limits: Limits,
	report: ReportBuilder,
	onBytes: BytesRead,
): Promise<Tables> {
	const tables = emptyTables();
	const flattener = new Flattener(tables);
	let known = 0;
	let declared: string | undefined;
	for (const file of source.files) {
		const document = await parseJson(file, limits, onBytes);
		if (isRecord(document) && typeof document['version'] === 'string') declared ??= document['version'];
		const added = addTabular(document, tables) || addItems(document, file.name, flattener);
		if (added === 0) report.ignore(file.name);
		known += added;
	}
	if (known === 0) throw importFailure('import.not_hsds');
	const version = declared ?? (tables.service_capacities.length > 0 ? '3.1' : '3');
	report.format = `HSDS ${version} JSON`;
	return tables;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

async function parseJson(file: PackageFile, limits: Limits, onBytes: BytesRead): Promise<unknown> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of await file.open()) {
		bytes += chunk.length;
		if (bytes > limits.jsonBytes) throw importFailure('import.too_large', { file: file.name, limit: limits.jsonBytes });
		chunks.push(chunk);
		onBytes(chunk.length, file.name);
	}
	const text = new TextDecoder().decode(Buffer.concat(chunks));
	try {
		return JSON.parse(text);
	} catch {
		// Not one document; it may still be one a line.
	}
	try {
		const lines = text.split('\n').filter((line) => line.trim() !== '');
		if (lines.length < 2) throw new SyntaxError('a single line');
		return lines.map((line): unknown => JSON.parse(line));
	} catch {
		throw importFailure('import.broken_json', { file: file.name });
	}
}

/** The standard's tabular example: an object whose properties are file names and whose values are rows. */
function addTabular(document: unknown, tables: Tables): number {
	if (!isRecord(document) || !Object.keys(document).some((key) => key.endsWith('.csv'))) return 0;
	const names = Object.keys(document).map(tableFile);
	const version = detectVersion(names);
	if (!version) return 0;
	let added = 0;
	for (const [file, rows] of Object.entries(document)) {
		const mapping = version.files[tableFile(file)];
		if (!mapping || !Array.isArray(rows)) continue;
		for (const [index, row] of rows.entries()) {
			if (!isRecord(row)) continue;
			const cells: Record<string, string> = { ...mapping.constants };
			for (const [key, value] of Object.entries(row)) {
				if (typeof value === 'string' || typeof value === 'number')
					cells[mapping.columns?.[key] ?? key] = String(value);
			}
			tables[mapping.table].push({ file, row: index + 1, cells });
			added++;
		}
	}
	return added;
}

function addItems(document: unknown, file: string, flattener: Flattener): number {
	const items: unknown[] = Array.isArray(document)
		? document
		: isRecord(document) && Array.isArray(document['contents'])
			? document['contents']
			: [document];
	return items.filter((item, index) => flattener.add(item, file, index + 1)).length;
}
