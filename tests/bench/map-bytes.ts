import { gzipSync } from 'node:zlib';

/** Bytes of one answer's body as a proxy compresses it: the server itself leaves that to the proxy. */
async function sent(address: string): Promise<number> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address} answered with status ${response.status}`);
	return gzipSync(Buffer.from(await response.arrayBuffer())).length;
}

/** The bytes of what a map asks for, compressed: half of the views cost less than the first, none more than the last. */
export async function bytesOfViews(addresses: readonly string[]): Promise<{ middle: number; most: number }> {
	const all: number[] = [];
	for (const address of addresses) all.push(await sent(address));
	all.sort((a, b) => a - b);
	return { middle: all[all.length >> 1] ?? Number.NaN, most: all.at(-1) ?? Number.NaN };
}
