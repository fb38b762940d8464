import { redirect } from '@sveltejs/kit';
import { latestChange } from '$lib/catalogue/upkeep/changes.server.ts';
import { editOwnOffer, readEditable } from '$lib/catalogue/upkeep/edit.server.ts';
import { offerForm, type OfferInput } from '$lib/catalogue/upkeep/offer-form.ts';
import { forwardedReports } from '$lib/catalogue/upkeep/reports.server.ts';
import { otherHours } from '$lib/catalogue/upkeep/single-days.ts';
import type { Tx } from '$lib/database/as-actor.server.ts';
import { asOrganisation } from '$lib/identity/as-organisation.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form goes on from a proposal that waits. */
async function waiting(tx: Tx, offerId: string) {
	const change = await latestChange(tx, offerId);
	return { change, wanted: change?.state === 'waiting' ? change.wanted : {} };
}

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'offer.edit_own', async (tx, signedIn) => {
		const actor = asOrganisation(signedIn);
		const { id } = event.params;
		const { change, wanted } = await waiting(tx, id);
		const { content, ...offer } = await readEditable(tx, actor, id, wanted);
		return {
			kept,
			offer: { ...offer, name: content.name, isNew: content.status === 'proposed' },
			otherHours: otherHours(content.schedules).length > 0,
			change: change && { state: change.state, answer: change.answer },
			reports: await forwardedReports(tx, actor, id),
		};
	});
};

export const actions: Actions = {
	default: async (event) => {
		const { id } = event.params;
		const answer = await submit(event, 'offer.edit_own', offerForm, async (tx, actor, form) => {
			const { wanted } = await waiting(tx, id);
			const waits = await editOwnOffer(tx, asOrganisation(actor), id, form as OfferInput, wanted);
			return waits ? 'waiting' : 'edited';
		});
		return typeof answer === 'string' ? redirect(303, `/our-offers?done=${answer}`) : answer;
	},
};
