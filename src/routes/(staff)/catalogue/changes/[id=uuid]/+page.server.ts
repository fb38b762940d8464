import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { showDifference } from '$lib/catalogue/upkeep/change-view.server.ts';
import { answerChange, readChange } from '$lib/catalogue/upkeep/changes.server.ts';
import { difference, filled } from '$lib/catalogue/upkeep/content.ts';
import { likeWritten } from '$lib/catalogue/upkeep/create.server.ts';
import { readEditable } from '$lib/catalogue/upkeep/edit.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'catalogue.edit', async (tx, actor) => {
		const change = await readChange(tx, event.params.id);
		const { id, offerId, offerName, organisationName, state, answer, isNew, wanted } = change;
		const { content, organisationId } = await readEditable(tx, assertStaff(actor), offerId);
		const owner = { id: organisationId, name: organisationName };
		return {
			kept,
			change: { id, offerId, offerName, organisationName, state, answer, isNew },
			// What has been published meanwhile is no difference any more.
			rows: await showDifference(
				tx,
				isNew ? { before: {}, after: filled({ ...content, ...wanted }) } : difference(content, wanted),
				event.locals.locale,
			),
			like: isNew ? await likeWritten(tx, { ...content, ...wanted }, owner, offerId) : [],
		};
	});
};

const answerForm = z.object({
	answer: z
		.string()
		.trim()
		.max(1000, { error: () => m.upkeep_too_long() })
		.default(''),
	verdict: z.enum(['accept', 'refuse'], { error: () => m.upkeep_choose() }),
});

export const actions: Actions = {
	default: async (event) => {
		const answer = await submit(event, 'catalogue.edit', answerForm, async (tx, actor, form) => {
			const accept = form.verdict === 'accept';
			await answerChange(tx, assertStaff(actor), event.params.id, { accept, answer: form.answer });
			return accept ? 'accepted' : 'refused';
		});
		return typeof answer === 'string' ? redirect(303, `/catalogue?done=${answer}`) : answer;
	},
};
