import { redirect } from '@sveltejs/kit';
import { assertStaff } from '$lib/identity/actor.ts';
import { consentPaper } from '$lib/referrals/consent-paper.ts';
import { linkActions } from '$lib/referrals/link-actions.server.ts';
import { offerPlaces } from '$lib/referrals/offer-door.server.ts';
import { readReferral } from '$lib/referrals/read-referral.server.ts';
import { consentOf } from '$lib/referrals/stored-consent.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = event.params;
	const { searchParams } = event.url;
	const kind = searchParams.get('kind') === 'obtaining' ? 'obtaining' : 'disclosure';
	const read = await loadAs(event, 'referral.read', async (tx, by) => {
		const actor = assertStaff(by);
		const referral = await readReferral(tx, actor, id);
		const consent = kind === 'disclosure' ? referral.consent : await consentOf(tx, actor, id, kind);
		return {
			referral,
			consent,
			paper: consentPaper(referral, consent, tx.now, searchParams.has('renew')),
			places: await offerPlaces(tx, referral.offer.id),
		};
	});
	const back = kind === 'disclosure' ? `/referrals/${id}` : `/referrals/${id}/obtain`;
	const { paper, consent } = read;
	if (!paper || !consent) redirect(303, back);
	return { ...read, paper, consent, back };
};

export const actions: Actions = { link: linkActions('referral.act').link };
