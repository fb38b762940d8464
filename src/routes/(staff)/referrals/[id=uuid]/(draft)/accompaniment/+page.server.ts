import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { personalText } from '$lib/citizens/citizen-form.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { accompanimentText } from '$lib/referrals/accompaniment.ts';
import { mayOpenStep, nextDraftStep } from '$lib/referrals/draft-steps.ts';
import { saveDraft } from '$lib/referrals/drafts.server.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { facts } = await event.parent();
	if (!mayOpenStep('accompaniment', facts)) redirect(303, `/referrals/${event.params.id}/${nextDraftStep(facts)}`);
	return { kept: await takeKeptForm(event) };
};

const answer = (missing: () => string) => personalText(150).refine((text) => text !== '', { error: missing });

const form = z.object({
	who: answer(() => m.referrals_acc_who_missing()),
	when: answer(() => m.referrals_acc_when_missing()),
	where: answer(() => m.referrals_acc_where_missing()),
});

export const actions: Actions = {
	default: async (event) => {
		const { id } = event.params;
		const failed = await submit(event, 'referral.create', form, (tx, actor, input) =>
			saveDraft(tx, assertStaff(actor), id, { accompaniment: accompanimentText(input) }),
		);
		return failed ?? redirect(303, `/referrals/${id}/consent`);
	},
};
