import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createOffer } from '$lib/catalogue/upkeep/create.server.ts';
import { listOrganisations } from '$lib/catalogue/upkeep/tasks.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { asOfferInput, newOfferForm, submitNewOffer } from '$lib/web/new-offer-request.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'catalogue.edit', async (tx) => ({
		kept,
		requestId: randomUUID(),
		organisations: await listOrganisations(tx),
	}));
};

const form = newOfferForm.safeExtend({
	organisation: z.uuid({ error: () => m.upkeep_organisation_missing() }),
});

export const actions: Actions = {
	default: (event) =>
		submitNewOffer(
			event,
			'catalogue.edit',
			form,
			(tx, actor, input) => {
				const { organisation, other, request_id: id } = input;
				return createOffer(tx, assertStaff(actor), organisation, asOfferInput(input), other, id);
			},
			(id) => `/catalogue/${id}?done=created`,
		),
};
