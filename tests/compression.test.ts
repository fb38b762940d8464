import { get as ask, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { onEmbeddedDatabase } from './database.ts';
import { makeLocation, makeMeeting, makeOffer, type Meeting } from './factories.ts';
import { serveSite, type Site } from './request.ts';

interface Bytes {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** What goes over the wire, not unpacked on the way. */
const bytesOf = (url: string, headers: Record<string, string>): Promise<Bytes> =>
	new Promise((resolve, reject) => {
		ask(url, { headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
			);
			response.on('error', reject);
		}).on('error', reject);
	});

onEmbeddedDatabase('compressed answers', (open) => {
	let site: Site;
	let meeting: Meeting;
	beforeAll(async () => {
		await open();
		meeting = await makeMeeting();
		for (let number = 1; number <= 30; number++) {
			const { id } = await makeOffer({ name: `Fællesspisning på Østerbro nr. ${number}`, slug: `spisning-${number}` });
			await makeLocation(id, { address: `Prøvegade ${number}`, latitude: 55.7, longitude: 12.5 + number / 1000 });
		}
		site = await serveSite();
	});
	const get = (path: string, encoding: string, headers: Record<string, string> = {}) =>
		bytesOf(`${site.url}${path}`, { 'accept-encoding': encoding, ...headers });

	describe.each([
		['zstd', zstdDecompressSync],
		['br', brotliDecompressSync],
		['gzip', gunzipSync],
	] as const)('in %s', (encoding, unpack) => {
		it.each(['/offers', '/api/offers', '/api/offers/map', '/api/hsds/services'])(
			'%s is the same and smaller',
			async (path) => {
				const { headers, body } = await get(path, encoding);
				const plain = await get(path, 'identity');
				expect(headers['content-encoding']).toBe(encoding);
				expect(headers['vary']).toMatch(/accept-encoding/iu);
				expect(Number(headers['content-length'])).toBe(body.length);
				expect(body.length).toBeLessThan(plain.body.length / 2);
				const text = unpack(body).toString();
				const expected = plain.body.toString();
				// Each page has a word of its own for its scripts.
				const alike = (html: string) => html.replaceAll(/nonce="[^"]+"|__sveltekit_\w+/gu, '');
				expect(alike(text)).toBe(alike(expected));
				expect(text).toContain('Østerbro');
			},
		);
	});

	it('are what a client reads best, and nothing it cannot read', async () => {
		const encodingFor = async (accepted: string) => (await get('/api/offers', accepted)).headers['content-encoding'];
		expect(await encodingFor('gzip, deflate, br, zstd')).toBe('zstd');
		expect(await encodingFor('gzip, deflate, br')).toBe('br');
		expect(await encodingFor('gzip, br;q=0')).toBe('gzip');
		expect(await encodingFor('deflate')).toBeUndefined();
		expect(await encodingFor('*;q=0')).toBeUndefined();
		const { headers } = await get('/api/offers', 'deflate');
		expect(headers['vary']).toMatch(/accept-encoding/iu);
	});

	it('come line by line where the answer does', async () => {
		const { headers, body } = await get('/api/hsds/services?format=ndjson', 'gzip, zstd');
		expect(headers['content-encoding']).toBe('gzip');
		const plain = await get('/api/hsds/services?format=ndjson', 'identity');
		expect(gunzipSync(body).toString()).toBe(plain.body.toString());
		expect(plain.body.toString().trim().split('\n')).toHaveLength(31);
	});

	it('carry a weak tag, by which the client is told that it has the answer already', async () => {
		const { headers } = await get('/api/hsds/services', 'gzip');
		expect(headers['etag']).toMatch(/^W\/"/u);
		const again = await get('/api/hsds/services', 'gzip', { 'if-none-match': headers['etag'] ?? '' });
		expect([again.status, again.body.length]).toEqual([304, 0]);
		expect(again.headers['content-encoding']).toBeUndefined();
	});

	it('are never those that somebody has signed in for, or that hold a list’s key: their length would tell of what is in them', async () => {
		const client = site.client();
		await client.signInAs(meeting.caseworker);
		const session = `session=${client.cookies.get('session')}`;
		const encoded = async (path: string, cookie: string) =>
			(await get(path, 'gzip', { cookie })).headers['content-encoding'];
		expect(await encoded('/offers', 'locale=en')).toBe('gzip');
		for (const path of ['/offers', '/offers/__data.json', '/referrals', '/citizens']) {
			expect(await encoded(path, session), path).toBeUndefined();
		}
		expect(await encoded('/offers', 'lists=something')).toBeUndefined();
		expect(await encoded('/offers', 'session=of-yesterday')).toBeUndefined();
		expect(await encoded('/lists', '')).toBeUndefined();
		// The same for everyone, whoever asks.
		expect(await encoded('/api/offers', session)).toBe('gzip');
	});

	it('are worth it: a short one goes as it is', async () => {
		const { headers } = await get('/api/offers?q=findes-ikke', 'gzip');
		expect(headers['content-encoding']).toBeUndefined();
		expect(headers['vary']).toBeUndefined();
	});
});
