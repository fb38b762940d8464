import { collections } from '$lib/catalogue/hsds/api/collections.ts';
import { parametersOf } from '$lib/catalogue/hsds/api/query.ts';
import * as messages from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

const texts = messages as unknown as Record<string, (() => string) | undefined>;

/** The collections with the parameters that their readers really know. */
export const load: PageServerLoad = ({ url }) => ({
	base: `${url.origin}/api/hsds`,
	collections: collections.map((name) => ({ name, parameters: parametersOf(name) })),
	parameters: [...new Set(collections.flatMap(parametersOf))].map((name) => ({
		name,
		text: texts[`exchange_parameter_${name}`]?.() ?? '',
	})),
});
