import { redirect } from '@sveltejs/kit';
import { ownOfferForm } from '$lib/catalogue/own-offer-form.ts';
import { keepOfferTrue, readOwnOffer } from '$lib/catalogue/own-offers.server.ts';
import { asOrganisation } from '$lib/identity/as-organisation.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'offer.keep_true', async (tx, actor) => ({
		kept,
		offer: await readOwnOffer(tx, asOrganisation(actor), event.params.id),
		today: isoDay(tx.now),
	}));
};

export const actions: Actions = {
	default: async (event) => {
		const failure = await submit(event, 'offer.keep_true', ownOfferForm, (tx, actor, form) =>
			keepOfferTrue(tx, asOrganisation(actor), {
				offerId: event.params.id,
				capacity: form.capacity,
				available: form.available,
				maximum: form.maximum,
				waitlistUntil: form.waitlist_until || null,
				expires: form.capacity_expires || null,
				waitTime: form.wait_time || null,
				pausedUntil: form.paused_until || null,
			}),
		);
		return failure ?? redirect(303, '/our-offers?done=saved');
	},
};
