import { services } from '$lib/database/as-actor.server.ts';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The lines to copy into another site for the search in the address. */
export const load: PageServerLoad = ({ url, locals }) => {
	const parameters = new URLSearchParams(url.searchParams);
	for (const name of ['page', 'bbox', 'lang']) parameters.delete(name);
	const back = parameters.toString();
	if (locals.locale !== 'da') parameters.set('lang', locals.locale);
	const path = parameters.size > 0 ? `/embed?${parameters}` : '/embed';
	const address = attribute(services().config.origin + path);
	const code = `<iframe src="${address}" title="${attribute(m.catalogue_title())}" width="100%" height="720" loading="lazy" style="border:0"></iframe>`;
	return { path, code, back: back ? `/offers?${back}` : '/offers' };
};
