import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { audit } from '$lib/audit/audit.server.ts';
import { idsBeginning } from '$lib/audit/log-question.ts';
import { confirmCaseFiles } from '$lib/citizens/case-file.server.ts';
import { holdReasons, liftReasons } from '$lib/citizens/hold-reasons.ts';
import { citizenByReference, liftHold, placeHold } from '$lib/citizens/legal-hold.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { onBehalfOf } from '$lib/identity/on-behalf.ts';
import { m } from '$lib/paraglide/messages.js';
import { setRetention } from '$lib/retention/days.server.ts';
import { retentionPage } from '$lib/retention/page.server.ts';
import { runRetention } from '$lib/retention/retention.server.ts';
import { daysTyped, retentionKinds, type RetentionDays } from '$lib/retention/rules.ts';
import { orPage } from '$lib/web/account-request.server.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { loadOnBehalf, submitOnBehalf } from '$lib/web/on-behalf-request.server.ts';
import type { FormFailure } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

const doneWords = ['days', 'held', 'lifted', 'confirmed', 'let_go'] as const;
type Done = (typeof doneWords)[number];

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	const page = await loadOnBehalf(event, 'retention.manage', async (tx, actor) => ({
		...(await retentionPage(tx, actor)),
		now: tx.now,
	}));
	const { searchParams } = event.url;
	return {
		...page,
		kept,
		done: doneWords.find((each) => each === searchParams.get('done')),
		/** whom the hold's form is about, when one came from a citizen */
		citizen: searchParams.get('citizen')?.slice(0, 40) ?? '',
	};
};

const days = z.object(
	Object.fromEntries(
		retentionKinds.map((kind) => [
			kind,
			z.string().transform((text, context) => {
				const number = daysTyped(text);
				if (number === undefined) context.addIssue({ code: 'custom', message: m.rights_days_wrong() });
				return number ?? 0;
			}),
		]),
	),
);
const citizenNumber = z.string().transform((text, context) => {
	const ids = idsBeginning(text);
	if (!ids) context.addIssue({ code: 'custom', message: m.rights_citizen_number_wrong() });
	return ids ?? { first: '', last: '' };
});
const hold = z.object({
	citizen: citizenNumber,
	reason: z.enum(holdReasons, { error: () => m.rights_hold_reason_missing() }),
});
const lift = z.object({
	held: z.uuid(),
	because: z.enum(liftReasons, { error: () => m.rights_lift_reason_missing() }),
});
const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const confirm = z.object({
	receipt: z.preprocess(list, z.array(z.uuid()).min(1, { error: () => m.rights_confirm_missing() })),
});
const sure = z.object({ sure: z.literal('yes', { error: () => m.rights_let_go_missing() }) });

/** Back to the page, saying what was done; refused, into the form. */
async function then(
	done: Done,
	answer: Promise<ActionFailure<FormFailure> | void>,
): Promise<ActionFailure<FormFailure>> {
	return (await answer) ?? redirect(303, `/admin/retention?done=${done}`);
}

const manage = 'retention.manage';

export const actions: Actions = {
	days: (event) =>
		then(
			'days',
			submitOnBehalf(event, manage, days, (tx, actor, wanted) => setRetention(tx, actor, wanted as RetentionDays)),
		),
	hold: (event) =>
		then(
			'held',
			submitOnBehalf(event, manage, hold, async (tx, actor, { citizen, reason }) =>
				placeHold(tx, actor, await citizenByReference(tx, actor.authorityId, citizen), reason),
			),
		),
	lift: (event) =>
		then(
			'lifted',
			submitOnBehalf(event, manage, lift, (tx, actor, { held, because }) => liftHold(tx, actor, held, because)),
		),
	confirm: (event) =>
		then(
			'confirmed',
			submitOnBehalf(event, manage, confirm, async (tx, actor, { receipt }) => {
				await confirmCaseFiles(tx, actor, receipt);
			}),
		),
	run: async (event: RequestEvent) => {
		const refused = await submitOnBehalf(event, manage, sure, (tx, actor) =>
			audit(tx, actor, { action: 'retention.let_go' }),
		);
		if (refused) return refused;
		// In transactions of its own, each of which is whole: broken off, the night goes on with it.
		await orPage(() => runRetention(100, onBehalfOf(assertStaff(event.locals.actor))));
		redirect(303, '/admin/retention?done=let_go');
	},
};
