import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { personalText } from '$lib/citizens/citizen-form.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { saveDraft } from '$lib/referrals/drafts.server.ts';
import { purposes } from '$lib/referrals/referral-codes.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ kept: await takeKeptForm(event) });

const form = z.object({
	purpose: z.enum(purposes, { error: () => m.referrals_purpose_missing() }),
	need: personalText(600).refine((text) => text !== '', { error: () => m.referrals_need_missing() }),
	goals: personalText(600),
	practical: personalText(300),
});

export const actions: Actions = {
	default: async (event) => {
		const { id } = event.params;
		const saved = await submit(event, 'referral.create', form, async (tx, actor, input) => {
			await saveDraft(tx, assertStaff(actor), id, input);
			return { next: input.purpose === 'accompaniment' ? 'accompaniment' : 'consent' };
		});
		if ('next' in saved) redirect(303, `/referrals/${id}/${saved.next}`);
		return saved;
	},
};
