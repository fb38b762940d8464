import { sitemapIndex, urlSet } from '$lib/catalogue/sitemap.ts';
import { sitemapFiles, sitemapPages } from '$lib/catalogue/sitemap.server.ts';
import { asActor } from '$lib/database/as-actor.server.ts';
import { publicActor } from '$lib/identity/actor.ts';
import type { RequestHandler } from './$types';

/** Every public page, or the list of the files that hold them. */
export const GET: RequestHandler = async ({ url }) => {
	const xml = await asActor(publicActor, async (tx) => {
		const files = await sitemapFiles(tx);
		return files > 1 ? sitemapIndex(files, url.origin) : urlSet(await sitemapPages(tx, 1), url.origin);
	});
	return new Response(xml, { headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' } });
};
