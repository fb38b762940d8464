import { json } from '@sveltejs/kit';
import { mapOfSearch } from '$lib/catalogue/search/search-answer.server.ts';
import type { RequestHandler } from './$types';

/**
 * The places of a search for the map: the parameters of `/offers`, with `bbox` as what the map shows and `zoom` as how
 * closely.
 */
export const GET: RequestHandler = async ({ url }) =>
	json(await mapOfSearch(url.searchParams), { headers: { 'cache-control': 'no-cache' } });
