import { notForRobots } from '$lib/catalogue/sitemap.ts';
import type { RequestHandler } from './$types';

/** The catalogue is for search engines too; what is for somebody in particular is not. */
export const GET: RequestHandler = ({ url }) => {
	const lines = [
		'User-agent: *',
		...notForRobots.map((path) => `Disallow: ${path}`),
		'',
		`Sitemap: ${url.origin}/sitemap.xml`,
		'',
	];
	return new Response(lines.join('\n'), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
	});
};
