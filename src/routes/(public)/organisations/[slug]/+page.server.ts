import { readOrganisation } from '$lib/catalogue/offer-page.server.ts';
import { asActor, services } from '$lib/database/as-actor.server.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { throwAsPage } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
	organisation: await asActor(publicActor, (tx) => readOrganisation(tx, params.slug)).catch(throwAsPage),
	now: services().clock(),
});
