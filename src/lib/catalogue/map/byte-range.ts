/** Part of a file, both ends included. */
export interface ByteRange {
	readonly from: number;
	readonly to: number;
}

/**
 * Reads a Range header (RFC 9110, section 14).
 * @param size of the file in bytes
 * @returns undefined for the whole file: no header, another unit, or several parts at once; `none` when there is nothing
 * to give
 */
export function byteRange(header: string | null, size: number): ByteRange | 'none' | undefined {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(header?.trim() ?? '') ?? [];
	if (first === '' && last === '') return undefined;
	const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
	const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
	return from > to || from >= size ? 'none' : { from, to };
}
