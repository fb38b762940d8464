import { redirect } from '@sveltejs/kit';
import { ownOfferForm, saidCapacity } from '$lib/catalogue/own-offer-form.ts';
import { readCapacity, sayCapacity } from '$lib/catalogue/upkeep/capacity.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'catalogue.edit', async (tx, actor) => ({
		kept,
		offer: await readCapacity(tx, assertStaff(actor), event.params.id),
		today: isoDay(tx.now),
	}));
};

export const actions: Actions = {
	default: async (event) => {
		const { id } = event.params;
		const failure = await submit(event, 'catalogue.edit', ownOfferForm, (tx, actor, form) =>
			sayCapacity(tx, assertStaff(actor), saidCapacity(id, form)),
		);
		return failure ?? redirect(303, `/catalogue/${id}?done=capacity`);
	},
};
