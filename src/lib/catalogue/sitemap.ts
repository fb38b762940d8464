import type { PublicPage } from './sitemap.server.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @param origin the site's public address, `https://…` */
export function urlSet(pages: readonly PublicPage[], origin: string): string {
	const urls = pages.map(({ path, changed }) => {
		const day = changed ? `<lastmod>${changed}</lastmod>` : '';
		return `<url><loc>${escaped(new URL(path, origin).href)}</loc>${day}</url>\n`;
	});
	return `${head}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`;
}

/** The list of files, where one cannot hold everything. */
export function sitemapIndex(files: number, origin: string): string {
	const entries = Array.from(
		{ length: files },
		(_, index) => `<sitemap><loc>${origin}/sitemaps/${index + 1}.xml</loc></sitemap>\n`,
	);
	return `${head}<sitemapindex ${namespace}>\n${entries.join('')}</sitemapindex>\n`;
}

/** Beginnings of addresses that are for somebody in particular, and for no search engine. */
export const notForRobots = [
	'/account',
	'/admin',
	'/catalogue',
	'/citizens',
	'/confirm',
	'/consent',
	'/inbox',
	'/invitation',
	'/lists',
	'/our-offers',
	'/overview',
	'/referrals',
	'/reset',
	'/shared-list',
	'/sign-in',
	'/api/offers',
] as const;
