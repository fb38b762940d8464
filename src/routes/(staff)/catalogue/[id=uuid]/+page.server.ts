import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { answerChange, latestChange, readChange } from '$lib/catalogue/upkeep/changes.server.ts';
import { confirmOffer } from '$lib/catalogue/upkeep/confirm.server.ts';
import { editOffer, readEditable, setOffered } from '$lib/catalogue/upkeep/edit.server.ts';
import { mergeOffers } from '$lib/catalogue/upkeep/merge.server.ts';
import { offerForm, type OfferInput } from '$lib/catalogue/upkeep/offer-form.ts';
import { otherHours } from '$lib/catalogue/upkeep/single-days.ts';
import type { Tx } from '$lib/database/as-actor.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The proposal that the form begins with (`?change=`), where it is about this offer. */
async function wantedBy(tx: Tx, url: URL, offerId: string) {
	const id = z.uuid().safeParse(url.searchParams.get('change')).data;
	const change = id ? await readChange(tx, id) : undefined;
	return change?.offerId === offerId && change.state === 'waiting' ? change : undefined;
}

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'catalogue.edit', async (tx, actor) => {
		const { id } = event.params;
		const change = await wantedBy(tx, event.url, id);
		const { content, ...offer } = await readEditable(tx, assertStaff(actor), id, change?.wanted);
		return {
			kept,
			offer: { ...offer, name: content.name, status: content.status },
			otherHours: otherHours(content.schedules).length > 0,
			change: change && { id: change.id, organisationName: change.organisationName },
			waits: content.status === 'proposed' ? ((await latestChange(tx, id))?.id ?? null) : null,
			done: event.url.searchParams.get('done'),
		};
	});
};

export const actions: Actions = {
	save: async (event) => {
		const { id } = event.params;
		const failure = await submit(event, 'catalogue.edit', offerForm, async (tx, signedIn, form) => {
			const actor = assertStaff(signedIn);
			const change = await wantedBy(tx, event.url, id);
			await editOffer(tx, actor, id, form as OfferInput, change?.wanted);
			if (change) await answerChange(tx, actor, change.id, { accept: true, answer: '', published: true });
		});
		return failure ?? redirect(303, `/catalogue/${id}?done=saved`);
	},
	confirm: async (event) => {
		const { id } = event.params;
		const failure = await submit(event, 'catalogue.edit', z.object({}), (tx, actor) =>
			confirmOffer(tx, assertStaff(actor), id, 'coordinator'),
		);
		return failure ?? redirect(303, '/catalogue?done=confirmed');
	},
	merge: async (event) => {
		const form = z.object({ into: z.string().default('') });
		const answer = await submit(event, 'catalogue.edit', form, (tx, actor, { into }) =>
			mergeOffers(tx, assertStaff(actor), event.params.id, into),
		);
		return typeof answer === 'string' ? redirect(303, `/catalogue/${answer}?done=merged`) : answer;
	},
	close: async (event) => {
		const { id } = event.params;
		const failure = await submit(event, 'catalogue.edit', z.object({}), (tx, actor) =>
			setOffered(tx, assertStaff(actor), id, false),
		);
		return failure ?? redirect(303, `/catalogue/${id}?done=closed`);
	},
	reopen: async (event) => {
		const { id } = event.params;
		const failure = await submit(event, 'catalogue.edit', z.object({}), (tx, actor) =>
			setOffered(tx, assertStaff(actor), id, true),
		);
		return failure ?? redirect(303, `/catalogue/${id}?done=reopened`);
	},
};
