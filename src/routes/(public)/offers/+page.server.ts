import { mapConfig } from '$lib/catalogue/map-config.server.ts';
import { resultsPage } from '$lib/catalogue/search/results-page.server.ts';
import { services } from '$lib/database/as-actor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => ({
	results: await resultsPage(url.searchParams, locals.locale),
	config: mapConfig(),
	now: services().clock(),
});
