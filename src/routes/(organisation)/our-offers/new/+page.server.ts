import { randomUUID } from 'node:crypto';
import { createOwnOffer } from '$lib/catalogue/upkeep/create.server.ts';
import { asOrganisation } from '$lib/identity/as-organisation.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { asOfferInput, newOfferForm, submitNewOffer } from '$lib/web/new-offer-request.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'offer.edit_own', () => Promise.resolve({ kept, requestId: randomUUID() }));
};

export const actions: Actions = {
	default: (event) =>
		submitNewOffer(
			event,
			'offer.edit_own',
			newOfferForm,
			(tx, actor, input) =>
				createOwnOffer(tx, asOrganisation(actor), asOfferInput(input), input.other, input.request_id),
			() => '/our-offers?done=proposed',
		),
};
