import { readOrganisation } from '$lib/catalogue/offer-page.server.ts';
import { jsonInHtml, organisationThing } from '$lib/catalogue/structured-data.ts';
import { asActor, services } from '$lib/database/as-actor.server.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { throwAsPage } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const organisation = await asActor(publicActor, (tx) => readOrganisation(tx, params.slug)).catch(throwAsPage);
	return { organisation, now: services().clock(), structured: jsonInHtml(organisationThing(organisation, url.origin)) };
};
