import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { findCitizens } from '$lib/citizens/citizens.server.ts';
import { assertStaff, type StaffActor } from '$lib/identity/actor.ts';
import { createDraft, saveDraft } from '$lib/referrals/drafts.server.ts';
import { offerBySlug } from '$lib/referrals/offer-door.server.ts';
import { doorFault } from '$lib/referrals/offer-open.ts';
import { readReferral } from '$lib/referrals/read-referral.server.ts';
import type { Tx } from '$lib/database/as-actor.server.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = 12;

/** The referral this one comes after: its citizen is suggested, and what was written comes along. */
async function earlierReferral(tx: Tx, actor: StaffActor, id: string | null) {
	if (!z.uuid().safeParse(id).success || id === null) return undefined;
	const { citizen } = await readReferral(tx, actor, id);
	return { id, citizen: { id: citizen.id, name: [citizen.givenName, citizen.familyName].filter(Boolean).join(' ') } };
}

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	const of = (name: string) =>
		event.url.searchParams.get(name) ?? (typeof kept?.[name] === 'string' ? kept[name] : null);
	const slug = of('offer');
	const from = of('from');
	return loadAs(event, 'referral.create', async (tx, signedIn) => {
		const actor = assertStaff(signedIn);
		if (!slug) return { offer: null };
		const offer = await offerBySlug(tx, slug);
		return {
			offer,
			fault: doorFault(offer, isoDay(tx.now)),
			requestId: randomUUID(),
			citizens: await findCitizens(tx, actor, '', shown),
			earlier: await earlierReferral(tx, actor, from),
		};
	});
};

const create = z.object({
	request_id: z.uuid(),
	offer: z.string().min(1).max(200),
	citizen: z.uuid(),
	from: z.uuid().optional(),
});

export const actions: Actions = {
	search: (event) =>
		submit(event, 'citizen.read', z.object({ q: z.string().trim().max(100) }), async (tx, actor, { q }) => ({
			q,
			found: await findCitizens(tx, assertStaff(actor), q, shown),
		})),
	create: async (event) => {
		const made = await submit(event, 'referral.create', create, async (tx, signedIn, input) => {
			const actor = assertStaff(signedIn);
			const { request_id: requestId, offer: offerSlug, citizen: citizenId, from } = input;
			const referralId = await createDraft(tx, actor, { citizenId, offerSlug, requestId });
			const earlier = from ? await readReferral(tx, actor, from) : undefined;
			const fresh = earlier?.citizen.id === citizenId && (await readReferral(tx, actor, referralId)).version === 1;
			if (earlier && fresh) {
				const { need, goals, practical } = earlier.texts;
				await saveDraft(tx, actor, referralId, { need, goals, practical });
			}
			return { referralId };
		});
		if ('referralId' in made) redirect(303, `/referrals/${made.referralId}/why`);
		return made;
	},
};
