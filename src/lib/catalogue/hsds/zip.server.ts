import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { DomainError } from '../../errors.ts';
import { importFailure } from './failure.ts';
import { metered, type Meter } from './limits.server.ts';
import type { PackageFile } from './package.server.ts';

/**
 * Lists a zip without unpacking it. Nothing is ever written to disk, so a file name cannot do harm; one that tries to
 * is still a reason to refuse the whole package.
 * @throws DomainError `import.broken_zip`, `import.encrypted_zip`, `import.unsafe_path`, `import.too_many_files`.
 */
export async function openZip(source: string, meter: Meter): Promise<{ files: PackageFile[]; close: () => void }> {
	const zip = await openPromise(source, { autoClose: false }).catch((error: unknown) => {
		throw zipFailure(error);
	});
	try {
		if (zip.entryCount > meter.limits.files)
			throw importFailure('import.too_many_files', { limit: meter.limits.files });
		const files: PackageFile[] = [];
		for await (const entry of zip.eachEntry()) {
			if (entry.fileName.endsWith('/')) continue;
			files.push({
				name: entry.fileName,
				bytes: entry.uncompressedSize,
				open: () => openEntry(zip, entry, meter),
			});
		}
		return { files, close: () => zip.close() };
	} catch (error) {
		zip.close();
		throw zipFailure(error);
	}
}

async function openEntry(zip: ZipFile, entry: Entry, meter: Meter): Promise<AsyncIterable<Buffer>> {
	if (entry.isEncrypted()) throw importFailure('import.encrypted_zip', { file: entry.fileName });
	try {
		const stream = await zip.openReadStreamPromise(entry);
		return metered(checked(stream, entry), entry.fileName, meter, entry.compressedSize);
	} catch (error) {
		throw zipFailure(error, entry.fileName);
	}
}

/** yauzl compares sizes but not the checksum, which is what tells a flipped bit. */
async function* checked(stream: AsyncIterable<Buffer>, entry: Entry): AsyncGenerator<Buffer> {
	let checksum = 0;
	try {
		for await (const chunk of stream) {
			checksum = crc32(chunk, checksum);
			yield chunk;
		}
	} catch (error) {
		throw zipFailure(error, entry.fileName);
	}
	if (checksum !== entry.crc32) throw importFailure('import.broken_zip', { file: entry.fileName });
}

function zipFailure(error: unknown, file?: string): DomainError {
	if (error instanceof DomainError) return error;
	const reason = error instanceof Error ? error.message : String(error);
	const unsafe = /invalid relative path|absolute path|invalid characters in fileName/iu.test(reason);
	return importFailure(unsafe ? 'import.unsafe_path' : 'import.broken_zip', file ? { file, reason } : { reason });
}
