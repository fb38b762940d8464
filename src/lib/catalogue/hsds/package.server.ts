import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { importFailure } from './failure.ts';
import { type Limits, metered, type Meter } from './limits.server.ts';
import { openZip } from './zip.server.ts';

/** One file of a package. Opening it streams its bytes and counts them against the limits. */
export interface PackageFile {
	/** path inside the package, with slashes */
	name: string;
	/** as declared; the truth is what the stream gives */
	bytes: number;
	open(): Promise<AsyncIterable<Buffer>>;
}

/** A source of catalogue content whose files have been listed but not read. */
export interface CataloguePackage {
	/** the CSV files when there are any, else the JSON files */
	kind: 'csv' | 'json';
	files: PackageFile[];
	close(): void;
}

const deepestFolder = 4;

/**
 * Opens a zip, a folder of CSV or JSON, or a JSON file. What it is, is told by its content rather than by its name.
 * @throws DomainError `import.*` when it is none of them, damaged, or beyond the limits.
 */
export async function openPackage(source: string, limits: Limits): Promise<CataloguePackage> {
	const meter: Meter = { limits, total: 0 };
	const info = await stat(source).catch(() => undefined);
	if (!info) throw importFailure('import.not_found', { path: source });
	if (info.isDirectory()) return choose(await listFolder(source, meter), () => {});
	if (!info.isFile()) throw importFailure('import.not_found', { path: source });

	const start = await firstBytes(source);
	if (start[0] === 0x50 && start[1] === 0x4b) {
		const zip = await openZip(source, meter);
		try {
			return choose(zip.files, zip.close);
		} catch (error) {
			zip.close();
			throw error;
		}
	}
	const name = path.basename(source);
	if (info.size > limits.fileBytes) throw importFailure('import.too_large', { file: name, limit: limits.fileBytes });
	if (/^\uFEFF?\s*[[{]/u.test(start.toString('utf8'))) {
		return { kind: 'json', files: [onDisk(source, name, info.size, meter)], close() {} };
	}
	if (/\.zip$/iu.test(name)) throw importFailure('import.broken_zip', { file: name });
	throw importFailure(/\.csv$/iu.test(name) ? 'import.single_table' : 'import.not_hsds', { file: name });
}

/** CSV wins over JSON: the folder of official examples holds both, and tables are the whole where JSON is one page. */
function choose(files: PackageFile[], close: () => void): CataloguePackage {
	const visible = files.filter((file) => !/(^|\/)(\.|__MACOSX\/)/u.test(file.name));
	const csv = visible.filter((file) => /\.csv$/iu.test(file.name));
	if (csv.length > 0) return { kind: 'csv', files: csv, close };
	const json = visible.filter(
		(file) => /\.(nd)?json(l)?$/iu.test(file.name) && !/(^|\/)datapackage\.json$/iu.test(file.name),
	);
	if (json.length > 0) return { kind: 'json', files: json, close };
	throw importFailure('import.not_hsds');
}

/** Only plain files: a symbolic link could point anywhere. */
async function listFolder(root: string, meter: Meter): Promise<PackageFile[]> {
	const files: PackageFile[] = [];
	const walk = async (folder: string, inside: string, depth: number) => {
		const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
			throw importFailure('import.not_found', { file: inside });
		});
		for (const entry of entries) {
			const full = path.join(folder, entry.name);
			const name = inside + entry.name;
			if (entry.isDirectory() && depth < deepestFolder) await walk(full, `${name}/`, depth + 1);
			else if (entry.isFile()) {
				if (files.length >= meter.limits.files)
					throw importFailure('import.too_many_files', { limit: meter.limits.files });
				files.push(onDisk(full, name, (await stat(full)).size, meter));
			}
		}
	};
	await walk(root, '', 1);
	return files;
}

function onDisk(full: string, name: string, bytes: number, meter: Meter): PackageFile {
	return {
		name,
		bytes,
		open: async () => {
			const limit = meter.limits.fileBytes;
			if (bytes > limit) throw importFailure('import.too_large', { file: name, limit });
			const handle = await open(full).catch(() => {
				throw importFailure('import.not_found', { file: name });
			});
			return metered(handle.createReadStream(), name, meter);
		},
	};
}

async function firstBytes(file: string): Promise<Buffer> {
	const handle = await open(file).catch(() => undefined);
	if (!handle) throw importFailure('import.not_found', { path: file });
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}
