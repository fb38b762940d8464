import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { personalText } from '$lib/citizens/citizen-form.ts';
import type { Tx } from '$lib/database/as-actor.server.ts';
import { assertStaff, type StaffActor } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { renewMethods } from '$lib/referrals/consent.ts';
import { renewConsent, withdrawConsent } from '$lib/referrals/consents.server.ts';
import { nextDraftStep } from '$lib/referrals/draft-steps.ts';
import { completeFollowUp } from '$lib/referrals/follow-ups.server.ts';
import { handOver } from '$lib/referrals/hand-over.server.ts';
import { linkActions } from '$lib/referrals/link-actions.server.ts';
import { sendMessage } from '$lib/referrals/messages.server.ts';
import { attendances, endReasons, errorReasons, heardWays, helpedAnswers } from '$lib/referrals/referral-codes.ts';
import { confirmReferral, endReferral, markAsError, startReferral } from '$lib/referrals/referrals.server.ts';
import { openStaffPage } from '$lib/referrals/staff-page.server.ts';
import type { Permission } from '$lib/identity/permissions.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = event.params;
	const kept = await takeKeptForm(event);
	const opened = await loadAs(event, 'referral.read', async (tx, actor) => ({
		...(await openStaffPage(tx, assertStaff(actor), id)),
		now: tx.now,
	}));
	const { state, purpose, texts, consent } = opened.referral;
	if (state === 'draft') {
		const { need, accompaniment } = texts;
		const step = nextDraftStep({ purpose, need, accompaniment, consent: consent?.state ?? 'none' });
		redirect(303, `/referrals/${id}/${step}`);
	}
	return { ...opened, kept, messageId: randomUUID() };
};

/** One of the page's forms: done, back to the page; refused, into the form it came from. */
async function act<S extends z.ZodType>(
	event: RequestEvent<{ id: string }>,
	schema: S,
	work: (tx: Tx, actor: StaffActor, id: string, input: z.output<S>) => Promise<unknown>,
	permission: Permission = 'referral.act',
) {
	const { id } = event.params;
	const answer = await submit(event, permission, schema, async (tx, actor, input) => {
		await work(tx, assertStaff(actor), id, input);
		return { done: true as const };
	});
	if ('done' in answer) redirect(303, `/referrals/${id}`);
	return answer;
}

const version = z.coerce.number().int();

export const actions: Actions = {
	start: (event) =>
		act(event, z.object({ version }), (tx, actor, referralId, input) =>
			startReferral(tx, actor, { referralId, version: input.version }),
		),
	end: (event) =>
		act(
			event,
			z.object({ version, end_reason: z.enum(endReasons, { error: () => m.referrals_act_end_missing() }) }),
			(tx, actor, referralId, input) =>
				endReferral(tx, actor, { referralId, version: input.version }, { reason: input.end_reason }),
		),
	confirm: (event) =>
		act(
			event,
			z.object({ version, helped: z.enum(helpedAnswers, { error: () => m.referrals_act_confirm_missing() }) }),
			(tx, actor, referralId, input) =>
				confirmReferral(tx, actor, { referralId, version: input.version }, { helped: input.helped }),
		),
	withdraw: (event) =>
		act(event, z.object({ version, heard: z.enum(heardWays).optional() }), (tx, actor, referralId, input) =>
			withdrawConsent(tx, actor, {
				referralId,
				version: input.version,
				...(input.heard && { heard: input.heard }),
			}),
		),
	renew: (event) =>
		act(
			event,
			z.object({
				renew_method: z.enum(renewMethods, { error: () => m.referrals_act_renew_missing() }),
			}),
			(tx, actor, referralId, input) => renewConsent(tx, actor, { referralId, method: input.renew_method }),
		),
	error: (event) =>
		act(
			event,
			z.object({ version, error_reason: z.enum(errorReasons, { error: () => m.referrals_act_error_missing() }) }),
			(tx, actor, referralId, input) =>
				markAsError(tx, actor, { referralId, version: input.version }, { reason: input.error_reason }),
		),
	message: (event) =>
		act(
			event,
			z.object({
				request_id: z.uuid(),
				text: personalText(2000).refine((text) => text !== '', { error: () => m.referrals_message_missing() }),
			}),
			(tx, actor, referralId, input) =>
				sendMessage(tx, actor, { referralId, requestId: input.request_id, text: input.text }),
		),
	followUp: (event) =>
		act(
			event,
			z.object({
				follow_up: z.uuid(),
				attendance: z.enum(attendances, { error: () => m.referrals_follow_up_attendance_missing() }),
				note: personalText(1000),
			}),
			(tx, actor, referralId, { follow_up: followUpId, attendance, note }) =>
				completeFollowUp(tx, actor, { referralId, followUpId, attendance, note }),
		),
	handOver: (event) =>
		act(
			event,
			z.object({ to: z.uuid({ error: () => m.referrals_act_hand_over_missing() }) }),
			(tx, actor, referralId, { to }) => handOver(tx, actor, { referralId, to }),
			'referral.hand_over',
		),
	...linkActions('referral.act'),
};
