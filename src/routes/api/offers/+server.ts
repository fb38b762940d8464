import { text } from '@sveltejs/kit';
import { searchAnswer } from '$lib/catalogue/search/search-answer.server.ts';
import type { RequestHandler } from './$types';

/**
 * A search as JSON, with the parameters of the page `/offers`; `facets=1` adds how many there would be with each filter. Open to anyone: nothing in it is more than that page
 * shows.
 */
export const GET: RequestHandler = async ({ url }) =>
	text(await searchAnswer(url.searchParams), {
		headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
	});
