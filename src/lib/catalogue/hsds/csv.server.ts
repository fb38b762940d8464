import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { importFailure } from './failure.ts';

/** No cell of a directory comes near this; a quotation mark that is never closed swallows the rest of the file. */
const largestRow = 4 * 1024 * 1024;

export interface CsvEvents {
	/** once, before any row; names are trimmed and in lower case */
	onHeader(columns: string[]): void;
	/** `row` counts as a spreadsheet does: the header is row 1 */
	onRow(cells: string[], row: number): void;
	onBadRow(row: number, reason: 'wrong_number_of_cells' | 'broken_quotes', text: string): void;
}

/**
 * Reads CSV as it really comes: comma, semicolon or tab, with or without byte order mark, any line ends, UTF-8, UTF-16
 * or (byte by byte) Windows-1252. A bad row is told and passed over.
 * @throws DomainError `import.broken_csv` when a quotation mark is never closed.
 */
export async function readCsv(source: AsyncIterable<Buffer>, file: string, events: CsvEvents): Promise<void> {
	const text = decoded(source);
	const first = await text.next();
	if (first.done) return;
	let columns: number | undefined;
	let row = 0;
	const parser = parse({
		bom: true,
		delimiter: delimiterOf(first.value),
		relax_column_count: true,
		skip_empty_lines: true,
		skip_records_with_error: true,
		max_record_size: largestRow,
		on_record: (cells: string[]) => {
			row++;
			if (columns === undefined) {
				columns = cells.length;
				events.onHeader(cells.map((cell) => cell.trim().toLowerCase()));
			} else if (cells.length === columns) events.onRow(cells, row);
			else events.onBadRow(row, 'wrong_number_of_cells', cells.join(' | '));
			return null;
		},
		on_skip: (error, raw) => {
			if (error?.code === 'CSV_QUOTE_NOT_CLOSED' || error?.code === 'CSV_MAX_RECORD_SIZE') {
				throw importFailure('import.broken_csv', { file, row: row + 1 });
			}
			row++;
			events.onBadRow(row, 'broken_quotes', raw ?? '');
			return undefined;
		},
	});
	parser.resume();
	try {
		await pipeline(Readable.from(rejoined(first.value, text)), parser);
	} catch (error) {
		if (error instanceof CsvError) throw importFailure('import.broken_csv', { file, row: row + 1 });
		throw error;
	}
}

async function* rejoined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
	yield first;
	yield* rest;
}

/** Excel in Danish writes semicolons. The header line decides. */
function delimiterOf(text: string): string {
	const header = text.slice(0, text.search(/[\r\n]|$/u));
	const count = (delimiter: string) => header.split(delimiter).length;
	return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

const utf16 = (start: Buffer) => {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined;
};

async function* decoded(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
	let wide: TextDecoder | undefined;
	let held: Buffer = Buffer.alloc(0);
	let started = false;
	for await (const chunk of source) {
		if (!started && chunk.length > 0) {
			started = true;
			const encoding = utf16(chunk);
			if (encoding) wide = new TextDecoder(encoding);
		}
		if (wide) {
			yield wide.decode(chunk, { stream: true });
			continue;
		}
		const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
		const end = bytes.length - unfinished(bytes);
		held = bytes.subarray(end);
		if (end > 0) yield utf8OrWindows(bytes.subarray(0, end));
	}
	if (held.length > 0) yield utf8OrWindows(held);
}

/** Bytes at the end that may be the beginning of a longer UTF-8 sequence. */
function unfinished(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte >= 0xc0) {
			const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return length > back ? back : 0;
		}
		if (byte < 0x80) return 0;
	}
	return 0;
}

const windows1252 = new TextDecoder('windows-1252');
const sequence = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/gu;

/** Files glued together from several sources mix both encodings, so each character is judged for itself. */
function utf8OrWindows(bytes: Buffer): string {
	if (isUtf8(bytes)) return bytes.toString('utf8');
	return bytes.toString('latin1').replace(sequence, (match) => {
		const raw = Buffer.from(match, 'latin1');
		return match.length > 1 && isUtf8(raw) ? raw.toString('utf8') : windows1252.decode(raw);
	});
}
