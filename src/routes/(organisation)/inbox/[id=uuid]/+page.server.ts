import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { personalText } from '$lib/citizens/citizen-form.ts';
import { m } from '$lib/paraglide/messages.js';
import { assertComingDay, inboxActions } from '$lib/referrals/inbox.ts';
import { readInboxReferral } from '$lib/referrals/inbox.server.ts';
import type { Answer } from '$lib/referrals/inbox/words.ts';
import { markMessagesRead, sendMessage } from '$lib/referrals/messages.server.ts';
import { offersCalled } from '$lib/referrals/offer-choice.server.ts';
import { declineReasons, endReasons, outcomes } from '$lib/referrals/referral-codes.ts';
import {
	acceptReferral,
	completeReferral,
	declineReferral,
	endReferral,
	openReferral,
	proposeAnother,
	startReferral,
	waitlistReferral,
	type Target,
} from '$lib/referrals/referrals.server.ts';
import { addDays, addWorkingDays } from '$lib/referrals/working-days.ts';
import type { Tx } from '$lib/database/as-actor.server.ts';
import type { OrganisationActor } from '$lib/identity/actor.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { loadInbox, submitInbox } from '$lib/web/organisation-request.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** To look is to have seen: the caseworker can tell that somebody has it. */
export const load: PageServerLoad = async (event) => {
	const { id } = event.params;
	const data = await loadInbox(event, async (tx, actor) => {
		await openReferral(tx, actor, id);
		const referral = await readInboxReferral(tx, actor, id);
		await markMessagesRead(tx, actor, id);
		const today = isoDay(tx.now);
		return {
			referral,
			actions: inboxActions(referral.state, referral.shared !== undefined),
			now: tx.now,
			days: { today, last: addDays(today, 366), contact: addWorkingDays(today, 3) },
		};
	});
	const kept = await takeKeptForm(event);
	const asked = event.url.searchParams.get('answer') ?? kept?.answer;
	const possible: readonly Answer[] = [...data.actions, 'ask'];
	return {
		...data,
		kept,
		chosen: possible.find((answer) => answer === asked) ?? null,
		done: event.url.searchParams.get('done'),
		requestId: crypto.randomUUID(),
	};
};

const text = () => personalText(2000);
const day = () => z.iso.date({ error: () => m.organisation_choose_date() });
const version = z.coerce
	.number({ error: () => m.organisation_version_missing() })
	.int()
	.positive();

/** One form, one step of the referral, and back to its page with a word of thanks. */
async function step<S extends z.ZodType<{ version: number }>>(
	event: RequestEvent,
	answer: Answer,
	form: S,
	work: (tx: Tx, actor: OrganisationActor, target: Target, input: z.output<S>) => Promise<void>,
) {
	const { id } = event.params;
	const failure = await submitInbox(event, form, (tx, actor, input) =>
		work(tx, actor, { referralId: id, version: input.version }, input),
	);
	return failure ?? redirect(303, `/inbox/${id}?done=${answer}`);
}

const accept = z.object({ version, contact_plan: text(), contact_by: day().optional() });
const waitlist = z.object({ version, expected_on: day() });
const decline = z.object({
	version,
	reason: z.enum(declineReasons, { error: () => m.organisation_choose_reason() }),
	note: text().default(''),
});
const propose = z.object({ version, offer: z.union([z.literal(''), z.uuid()]).default(''), note: text() });
const complete = z.object({
	version,
	outcome: z.enum(outcomes, { error: () => m.organisation_choose_outcome() }).optional(),
	note: text().default(''),
});
const end = z.object({ version, reason: z.enum(endReasons, { error: () => m.organisation_choose_reason() }) });
const ask = z.object({
	request_id: z.uuid({ error: () => m.organisation_version_missing() }),
	text: text().refine((written) => written !== '', { error: () => m.organisation_messages_missing() }),
});

export const actions: Actions = {
	accept: (event) =>
		step(event, 'accept', accept, async (tx, actor, target, input) => {
			if (input.contact_by) assertComingDay(input.contact_by, isoDay(tx.now), 'contact_by');
			await acceptReferral(tx, actor, target, {
				contactPlan: input.contact_plan,
				contactBy: input.contact_by ?? null,
			});
		}),
	waitlist: (event) =>
		step(event, 'waitlist', waitlist, async (tx, actor, target, input) => {
			assertComingDay(input.expected_on, isoDay(tx.now), 'expected_on');
			await waitlistReferral(tx, actor, target, { expectedOn: input.expected_on });
		}),
	decline: (event) =>
		step(event, 'decline', decline, (tx, actor, target, { reason, note }) =>
			declineReferral(tx, actor, target, { reason, note }),
		),
	propose: (event) =>
		step(event, 'propose', propose, (tx, actor, target, { offer, note }) =>
			proposeAnother(tx, actor, target, { offerId: offer || null, note }),
		),
	/** Looks for offers while what has been typed stays in the form; the words are not in the address. */
	find: async (event) => {
		const form = z.looseObject({ words: text() });
		return submitInbox(event, form, async (tx, _actor, input) => ({
			values: input as Record<string, string>,
			found: await offersCalled(tx, input.words),
		}));
	},
	start: (event) => step(event, 'start', z.object({ version }), startReferral),
	complete: (event) =>
		step(event, 'complete', complete, (tx, actor, target, { outcome, note }) =>
			completeReferral(tx, actor, target, { outcome: outcome ?? null, note }),
		),
	end: (event) =>
		step(event, 'end', end, (tx, actor, target, { reason }) => endReferral(tx, actor, target, { reason })),
	ask: async (event) => {
		const { id } = event.params;
		const failure = await submitInbox(event, ask, (tx, actor, input) =>
			sendMessage(tx, actor, { referralId: id, requestId: input.request_id, text: input.text }),
		);
		return failure ?? redirect(303, `/inbox/${id}?done=ask#messages`);
	},
};
