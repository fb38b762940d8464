import { error } from '@sveltejs/kit';
import { urlSet } from '$lib/catalogue/sitemap.ts';
import { sitemapFiles, sitemapPages } from '$lib/catalogue/sitemap.server.ts';
import { asActor } from '$lib/database/as-actor.server.ts';
import { publicActor } from '$lib/identity/actor.ts';
import type { RequestHandler } from './$types';

/** One of the files of a catalogue that is too large for a single one. */
export const GET: RequestHandler = async ({ params, url }) => {
	const number = /^[1-9]\d{0,3}$/.test(params.number) ? Number(params.number) : 0;
	const pages = await asActor(publicActor, async (tx) =>
		number > 0 && number <= (await sitemapFiles(tx)) ? sitemapPages(tx, number) : undefined,
	);
	if (!pages) error(404);
	return new Response(urlSet(pages, url.origin), {
		headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' },
	});
};
