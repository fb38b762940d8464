import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { citizenForm } from '$lib/citizens/citizen-form.ts';
import { createCitizen } from '$lib/citizens/citizens.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { createDraft } from '$lib/referrals/drafts.server.ts';
import { offerBySlug } from '$lib/referrals/offer-door.server.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	const slug = event.url.searchParams.get('offer') ?? (typeof kept?.offer === 'string' ? kept.offer : '');
	return loadAs(event, 'citizen.create', async (tx) => {
		const offer = slug ? await offerBySlug(tx, slug) : undefined;
		return { kept, requestId: randomUUID(), offer: offer && { slug, name: offer.name } };
	});
};

/** Beside the citizen: the form's own id, and the offer the referral is on its way to. */
const about = z.object({ request_id: z.uuid(), offer: z.string().max(200).default('') });
const form = z.intersection(about, citizenForm);

export const actions: Actions = {
	default: async (event) => {
		const made = await submit(event, 'citizen.create', form, async (tx, signedIn, input) => {
			const actor = assertStaff(signedIn);
			const { request_id: requestId, offer, ...citizen } = input;
			const citizenId = await createCitizen(tx, actor, citizen, requestId);
			if (!offer) return { next: `/citizens/${citizenId}` };
			const referralId = await createDraft(tx, actor, { citizenId, offerSlug: offer, requestId });
			return { next: `/referrals/${referralId}/why` };
		});
		if ('next' in made) redirect(303, made.next);
		return made;
	},
};
