import { redirect } from '@sveltejs/kit';
import { assertStaff } from '$lib/identity/actor.ts';
import type { DraftFacts } from '$lib/referrals/draft-steps.ts';
import { readReferral } from '$lib/referrals/read-referral.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { LayoutServerLoad } from './$types';

/** What all pages of a referral that is being made need; one that has been sent has its own page. */
export const load: LayoutServerLoad = async (event) => {
	const { id } = event.params;
	const draft = await loadAs(event, 'referral.create', (tx, actor) => readReferral(tx, assertStaff(actor), id));
	if (draft.state !== 'draft') redirect(303, `/referrals/${id}`);
	const facts: DraftFacts = {
		purpose: draft.purpose,
		need: draft.texts.need,
		accompaniment: draft.texts.accompaniment,
		consent: draft.consent?.state ?? 'none',
	};
	return { draft, facts };
};
