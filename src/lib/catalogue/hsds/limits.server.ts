import { importFailure } from './failure.ts';

/** What one import may take. Sizes are bytes after unpacking. */
export interface Limits {
	/** one file */
	fileBytes: number;
	/** all files that are read */
	totalBytes: number;
	/** a JSON document is parsed whole, so it may be no larger than memory bears */
	jsonBytes: number;
	/** files in a package; HSDS knows some thirty tables */
	files: number;
	/** unpacked to packed; the Miami directory packs 1:6, regular tables up to 1:50, a bomb 1:1000 */
	ratio: number;
	/** the ratio is not looked at below this size, where it harms nobody */
	ratioFrom: number;
}

const mebibyte = 1024 * 1024;

/** A directory of 100,000 offers is about 190 MB of CSV and took 1.3 GB of memory and 15 seconds to read. */
export const defaultLimits: Limits = {
	fileBytes: 200 * mebibyte,
	totalBytes: 256 * mebibyte,
	jsonBytes: 100 * mebibyte,
	files: 1000,
	ratio: 200,
	ratioFrom: 10 * mebibyte,
};

/** The limits and what has been read so far against them. */
export interface Meter {
	limits: Limits;
	total: number;
}

/**
 * Passes a stream through, counting what really comes out of it.
 * @param packed packed size for the ratio; leave out for files that are not packed.
 * @throws DomainError `import.too_large`, `import.zip_bomb`.
 */
export async function* metered(
	stream: AsyncIterable<Buffer>,
	file: string,
	meter: Meter,
	packed?: number,
): AsyncGenerator<Buffer> {
	const { limits } = meter;
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.length;
		meter.total += chunk.length;
		if (packed !== undefined && bytes > limits.ratioFrom && bytes > packed * limits.ratio) {
			throw importFailure('import.zip_bomb', { file, limit: limits.ratio });
		}
		if (bytes > limits.fileBytes) throw importFailure('import.too_large', { file, limit: limits.fileBytes });
		if (meter.total > limits.totalBytes) throw importFailure('import.too_large', { limit: limits.totalBytes });
		yield chunk;
	}
}
