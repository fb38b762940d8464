import { get } from 'node:http';

/** Bytes of one answer's body as they come over the wire. */
function sent(address: string): Promise<number> {
	return new Promise((resolve, reject) => {
		get(address, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }, (response) => {
			let bytes = 0;
			response.on('data', (part: Buffer) => (bytes += part.length));
			response.on('end', () => {
				if (response.statusCode === 200) resolve(bytes);
				else reject(new Error(`${address} answered with status ${response.statusCode}`));
			});
			response.on('error', reject);
		}).on('error', reject);
	});
}

/** The bytes of what a map asks for, compressed: half of the views cost less than the first, none more than the last. */
export async function bytesOfViews(addresses: readonly string[]): Promise<{ middle: number; most: number }> {
	const all: number[] = [];
	for (const address of addresses) all.push(await sent(address));
	all.sort((a, b) => a - b);
	return { middle: all[all.length >> 1] ?? Number.NaN, most: all.at(-1) ?? Number.NaN };
}
