import { resultsPage } from '$lib/catalogue/search/results-page.server.ts';
import { services } from '$lib/database/as-actor.server.ts';
import type { PageServerLoad } from './$types';

/** A search in the frame of somebody else's site: the parameters of `/offers`, and `lang`. */
export const load: PageServerLoad = async ({ url, locals }) => {
	const parameters = new URLSearchParams(url.searchParams);
	parameters.delete('lang');
	return {
		results: await resultsPage(parameters, locals.locale),
		filters: [...parameters].filter(([name]) => name !== 'q' && name !== 'page'),
		whole: `/offers${parameters.size > 0 ? `?${parameters}` : ''}`,
		now: services().clock(),
	};
};
