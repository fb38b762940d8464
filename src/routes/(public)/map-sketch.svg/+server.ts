import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { city, inside } from '$lib/catalogue/map/extent.ts';
import { sketch } from '$lib/catalogue/map/sketch.ts';
import type { RequestHandler } from './$types';

const query = z.object({
	lat: z.coerce.number(),
	lon: z.coerce.number(),
	radius: z.coerce.number().min(200).max(5_000),
});

/** The still map of a place in the city: `?lat=55.6944&lon=12.5486&radius=900` (metres). It says no more than asked. */
export const GET: RequestHandler = ({ url }) => {
	const place = query.safeParse(Object.fromEntries(url.searchParams));
	if (!place.success) error(400);
	const { lat, lon, radius } = place.data;
	if (!inside(city, lat, lon)) error(404);
	return new Response(sketch({ lat, lon, radiusMetres: radius }), {
		headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
	});
};
