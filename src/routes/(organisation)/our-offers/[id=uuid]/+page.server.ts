import { redirect } from '@sveltejs/kit';
import { ownOfferForm, saidCapacity } from '$lib/catalogue/own-offer-form.ts';
import { readCapacity, sayCapacity } from '$lib/catalogue/upkeep/capacity.server.ts';
import { asOrganisation } from '$lib/identity/as-organisation.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'offer.keep_true', async (tx, actor) => ({
		kept,
		offer: await readCapacity(tx, asOrganisation(actor), event.params.id),
		today: isoDay(tx.now),
	}));
};

export const actions: Actions = {
	default: async (event) => {
		const failure = await submit(event, 'offer.keep_true', ownOfferForm, (tx, actor, form) =>
			sayCapacity(tx, asOrganisation(actor), saidCapacity(event.params.id, form)),
		);
		return failure ?? redirect(303, '/our-offers?done=saved');
	},
};
