import { error } from '@sveltejs/kit';
import { tilesFile } from '$lib/catalogue/map/tiles-file.server.ts';
import { services } from '$lib/database/as-actor.server.ts';
import type { RequestHandler } from './$types';

/** A tile is the same until the operator changes the file: a day, and then asked about again. */
const kept = 'public, max-age=86400';

/** One picture of the map's background, out of the operator's own file; 404 without one. */
export const GET: RequestHandler = async ({ params }) => {
	const path = services().config.tiles?.file;
	if (path === undefined) error(404);
	const [z = NaN, x = NaN, y = NaN] = [params.z, params.x, params.y].map((part) =>
		/^\d{1,7}$/u.test(part) ? Number(part) : NaN,
	);
	if (!(z <= 22 && x < 2 ** z && y < 2 ** z)) error(404);
	const { mediaType, tile } = await tilesFile(path);
	const picture = await tile(z, x, y);
	// Nothing is there, and that is no fault: the sea, or beyond the file's edge.
	if (!picture) return new Response(null, { status: 204, headers: { 'cache-control': kept } });
	return new Response(picture, { headers: { 'content-type': mediaType, 'cache-control': kept } });
};
