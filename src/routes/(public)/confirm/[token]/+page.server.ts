import { redirect } from '@sveltejs/kit';
import { confirmByLink, offersByLink } from '$lib/catalogue/upkeep/confirm-links.server.ts';
import { asActor, services } from '$lib/database/as-actor.server.ts';
import { systemActor } from '$lib/identity/actor.ts';
import { setHeadersOnce } from '$lib/web/headers.server.ts';
import { throwAsPage } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The address is the key: nothing keeps it, finds it or passes it on. */
const privately = {
	'cache-control': 'no-store',
	'referrer-policy': 'strict-origin',
	'x-robots-tag': 'noindex, nofollow',
};

export const load: PageServerLoad = async (event) => {
	setHeadersOnce(event, privately);
	const now = services().clock();
	if (event.params.token === 'thanks') return { now, asked: undefined };
	const asked = await asActor(systemActor, (tx) => offersByLink(tx, event.params.token)).catch(throwAsPage);
	return { now, asked };
};

export const actions: Actions = {
	default: async (event) => {
		setHeadersOnce(event, privately);
		await asActor(systemActor, (tx) => confirmByLink(tx, systemActor, event.params.token)).catch(throwAsPage);
		redirect(303, '/confirm/thanks');
	},
};
