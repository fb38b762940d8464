import { redirect } from '@sveltejs/kit';
import { pauseForm } from '$lib/catalogue/own-offer-form.ts';
import { pauseOrganisation, readOwnOrganisation } from '$lib/catalogue/own-offers.server.ts';
import { asOrganisation } from '$lib/identity/as-organisation.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'offer.keep_true', async (tx, actor) => ({
		kept,
		organisation: await readOwnOrganisation(tx, asOrganisation(actor)),
		today: isoDay(tx.now),
	}));
};

export const actions: Actions = {
	default: async (event) => {
		const failure = await submit(event, 'offer.keep_true', pauseForm, (tx, actor, form) =>
			pauseOrganisation(tx, asOrganisation(actor), form.paused_until),
		);
		return failure ?? redirect(303, '/our-offers?done=paused');
	},
};
