import { text } from '@sveltejs/kit';
import { searchCsv } from '$lib/catalogue/search/search-file.server.ts';
import type { RequestHandler } from './$types';

/** A search as a file, with the parameters of the page `/offers`. */
export const GET: RequestHandler = async ({ url, locals }) =>
	text(await searchCsv(url.searchParams, locals.locale), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="socialkompas.csv"',
			'cache-control': 'no-cache',
		},
	});
