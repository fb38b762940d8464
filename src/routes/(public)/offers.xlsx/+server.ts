import { searchWorkbook } from '$lib/catalogue/search/search-file.server.ts';
import type { RequestHandler } from './$types';

/** A search as an Excel workbook, with the parameters of the page `/offers`. */
export const GET: RequestHandler = async ({ url, locals }) =>
	new Response(await searchWorkbook(url.searchParams, locals.locale), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': 'attachment; filename="socialkompas.xlsx"',
			'cache-control': 'no-cache',
		},
	});
