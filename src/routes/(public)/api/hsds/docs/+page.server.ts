import { collections } from '$lib/catalogue/hsds/api/collections.ts';
import { parametersOf } from '$lib/catalogue/hsds/api/query.ts';
import type { PageServerLoad } from './$types';

/** The collections with the parameters that their readers really know. */
export const load: PageServerLoad = ({ url }) => ({
	base: `${url.origin}/api/hsds`,
	collections: collections.map((name) => ({ name, parameters: parametersOf(name) })),
});
