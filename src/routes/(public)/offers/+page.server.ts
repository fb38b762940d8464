import { redirect } from '@sveltejs/kit';
import { mapConfig } from '$lib/catalogue/map-config.server.ts';
import { placeTyped } from '$lib/catalogue/near/place-typed.server.ts';
import { nearIn } from '$lib/catalogue/search/parse-search.server.ts';
import { resultsPage } from '$lib/catalogue/search/results-page.server.ts';
import { services } from '$lib/database/as-actor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals, getClientAddress }) => {
	const placed = await placeTyped(url.searchParams, getClientAddress());
	if (placed && 'parameters' in placed) redirect(303, `${url.pathname}?${placed.parameters}`);
	return {
		results: await resultsPage(url.searchParams, locals.locale),
		place: { typed: nearIn(url.searchParams).typed ?? '', problem: placed?.problem ?? null },
		looksUp: services().config.addressLookup !== undefined,
		config: await mapConfig(),
		now: services().clock(),
	};
};
