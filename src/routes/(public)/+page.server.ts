import { mapConfig } from '$lib/catalogue/map-config.server.ts';
import { frontPage } from '$lib/catalogue/search/front-page.server.ts';
import { asActor, services } from '$lib/database/as-actor.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { allows } from '$lib/identity/permissions.ts';
import { listWorklist } from '$lib/referrals/worklist.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, locale } }) => {
	const urgent = allows(actor, 'referral.list')
		? await asActor(actor, (tx) => listWorklist(tx, assertStaff(actor), { whose: 'mine' }))
		: [];
	return {
		front: await frontPage(locale),
		urgent: urgent.filter(({ work }) => work.today).length,
		config: await mapConfig(),
		now: services().clock(),
	};
};
