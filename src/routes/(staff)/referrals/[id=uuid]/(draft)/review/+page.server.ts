import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { assertStaff } from '$lib/identity/actor.ts';
import { permitsSharing } from '$lib/referrals/consent.ts';
import { mayOpenStep, nextDraftStep } from '$lib/referrals/draft-steps.ts';
import { doorFault } from '$lib/referrals/offer-open.ts';
import { sendReferral } from '$lib/referrals/referrals.server.ts';
import type { SharedField } from '$lib/referrals/shared-fields.ts';
import { previewShared } from '$lib/referrals/shared-preview.server.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { draft, facts } = await event.parent();
	if (!mayOpenStep('review', facts)) redirect(303, `/referrals/${draft.id}/${nextDraftStep(facts)}`);
	const { consent, offer } = draft;
	const fields = (consent && permitsSharing(consent.state) ? consent.fields : []) as SharedField[];
	return loadAs(event, 'referral.create', async (tx, actor) => {
		const given = { fields, feedbackAllowed: consent?.feedbackAllowed === true, expiresAt: consent?.expiresAt ?? null };
		const shared = await previewShared(tx, assertStaff(actor), draft.id, given);
		const held = new Set<string>(['language', ...shared.fields.map(({ code }) => code)]);
		return {
			shared,
			fault: doorFault(offer, isoDay(tx.now)),
			/** consented, and nothing is written there */
			empty: fields.filter((field) => !held.has(field)),
			reachable: ['phone', 'email', 'safe_contact'].some((field) => held.has(field)),
		};
	});
};

export const actions: Actions = {
	default: async (event) => {
		const { id } = event.params;
		const form = z.object({ version: z.coerce.number().int() });
		const failed = await submit(event, 'referral.act', form, async (tx, actor, { version }) => {
			await sendReferral(tx, assertStaff(actor), { referralId: id, version });
		});
		return failed ?? redirect(303, `/referrals/${id}`);
	},
};
