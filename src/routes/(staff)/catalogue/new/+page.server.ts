import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { createOffer } from '$lib/catalogue/upkeep/edit.server.ts';
import { offerForm, type OfferInput } from '$lib/catalogue/upkeep/offer-form.ts';
import { listOrganisations } from '$lib/catalogue/upkeep/tasks.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'catalogue.edit', async (tx) => ({ kept, organisations: await listOrganisations(tx) }));
};

const newOffer = offerForm.safeExtend({
	organisation: z.uuid({ error: () => m.upkeep_organisation_missing() }),
});

export const actions: Actions = {
	default: async (event) => {
		const answer = await submit(event, 'catalogue.edit', newOffer, (tx, actor, form) =>
			createOffer(tx, assertStaff(actor), form.organisation, form as unknown as OfferInput),
		);
		return typeof answer === 'string' ? redirect(303, `/catalogue/${answer}?done=created`) : answer;
	},
};
