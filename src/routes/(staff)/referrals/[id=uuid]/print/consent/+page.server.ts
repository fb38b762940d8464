import { redirect } from '@sveltejs/kit';
import { assertStaff } from '$lib/identity/actor.ts';
import { consentPaper } from '$lib/referrals/consent-paper.ts';
import { linkActions } from '$lib/referrals/link-actions.server.ts';
import { offerPlaces } from '$lib/referrals/offer-door.server.ts';
import { readReferral } from '$lib/referrals/read-referral.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = event.params;
	const read = await loadAs(event, 'referral.read', async (tx, actor) => {
		const referral = await readReferral(tx, assertStaff(actor), id);
		return { referral, paper: consentPaper(referral, tx.now), places: await offerPlaces(tx, referral.offer.id) };
	});
	const { paper } = read;
	if (!paper) redirect(303, `/referrals/${id}`);
	return { ...read, paper };
};

export const actions: Actions = { link: linkActions('referral.act').link };
