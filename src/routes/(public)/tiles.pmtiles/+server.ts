import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { byteRange } from '$lib/catalogue/map/byte-range.ts';
import { services } from '$lib/database/as-actor.server.ts';
import type { RequestHandler } from './$types';

/**
 * The operator's own map as one file, whole or in parts, for programs that read PMTiles themselves; 404 without one.
 * SvelteKit answers HEAD by this too.
 */
export const GET: RequestHandler = async ({ request }) => {
	const path = services().config.tiles?.file;
	if (path === undefined) error(404);
	const { size, mtimeMs } = await stat(path);
	const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
	const headers = {
		'accept-ranges': 'bytes',
		'content-type': 'application/vnd.pmtiles',
		'cache-control': 'public, max-age=3600',
		etag,
	};
	// A part of another version of the file would be worse than none: then the whole is sent.
	const condition = request.headers.get('if-range');
	const range = condition === null || condition === etag ? byteRange(request.headers.get('range'), size) : undefined;
	if (range === 'none') {
		return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
	}
	const { from, to } = range ?? { from: 0, to: size - 1 };
	const body = Readable.toWeb(createReadStream(path, { start: from, end: to })) as ReadableStream<Uint8Array>;
	return new Response(body, {
		status: range ? 206 : 200,
		headers: {
			...headers,
			'content-length': String(to - from + 1),
			...(range && { 'content-range': `bytes ${from}-${to}/${size}` }),
		},
	});
};
