import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { personalText } from '$lib/citizens/citizen-form.ts';
import type { Tx } from '$lib/database/as-actor.server.ts';
import { assertStaff, type StaffActor } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { askObtaining } from '$lib/referrals/ask-consent.server.ts';
import { consentReading } from '$lib/referrals/consent-reading.ts';
import { isLanguage, type Language } from '$lib/referrals/consent-texts/index.ts';
import { answerMethods, consentGivers, renewMethods } from '$lib/referrals/consent.ts';
import { answerConsent, renewConsent, withdrawObtaining } from '$lib/referrals/consents.server.ts';
import { linkActions } from '$lib/referrals/link-actions.server.ts';
import { mayObtain } from '$lib/referrals/obtaining.ts';
import { readReferral } from '$lib/referrals/read-referral.server.ts';
import { receiptsOf } from '$lib/referrals/receipts.server.ts';
import { heardWays } from '$lib/referrals/referral-codes.ts';
import { obtainedFields } from '$lib/referrals/shared-fields.ts';
import { consentOf } from '$lib/referrals/stored-consent.server.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

const codes = obtainedFields.map(({ code }) => code);

export const load: PageServerLoad = async (event) => {
	const { id } = event.params;
	const kept = await takeKeptForm(event);
	const { referral, consent, receipts, now } = await loadAs(event, 'referral.read', async (tx, by) => {
		const actor = assertStaff(by);
		const referral = await readReferral(tx, actor, id);
		const consent = await consentOf(tx, actor, id, 'obtaining');
		return { referral, consent, receipts: await receiptsOf(tx, actor, consent?.id), now: tx.now };
	});
	const goesOn = mayObtain(referral.state);
	if (!goesOn && !consent) redirect(303, `/referrals/${id}`);
	const language = consent?.language ?? referral.citizen.language;
	const reader = event.locals.signedIn?.user.name ?? referral.caseworker.name;
	const read = (spoken: Language) => consentReading(referral, now, { form: 'oral', language: spoken, reader, consent });
	const asked = consent?.state === 'requested';
	return {
		kept,
		referral,
		consent,
		receipts,
		now,
		goesOn,
		asking: goesOn && (!consent || event.url.searchParams.has('again')),
		language: isLanguage(language) ? language : ('da' as const),
		oral: asked && isLanguage(language) ? read(language) : undefined,
		inDanish: asked && language !== 'da' ? read('da') : undefined,
	};
};

/** One of the page's forms: done, back to the page; refused, into the form it came from. */
async function act<S extends z.ZodType>(
	event: RequestEvent<{ id: string }>,
	schema: S,
	work: (tx: Tx, actor: StaffActor, id: string, input: z.output<S>) => Promise<unknown>,
) {
	const { id } = event.params;
	const answer = await submit(event, 'referral.act', schema, async (tx, actor, input) => {
		await work(tx, assertStaff(actor), id, input);
		return { done: true as const };
	});
	if ('done' in answer) redirect(303, `/referrals/${id}/obtain`);
	return answer;
}

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const question = z
	.object({
		fields: z.preprocess(list, z.array(z.enum(codes)).min(1, { error: () => m.rights_obtain_fields_missing() })),
		language: z.string().refine(isLanguage, { error: () => m.referrals_consent_language_missing() }),
		interpreter: z.literal('yes').optional(),
		giver: z.enum(consentGivers, { error: () => m.referrals_consent_giver_missing() }),
		guardian_name: personalText(120),
	})
	.refine((form) => form.giver === 'citizen' || form.guardian_name !== '', {
		error: () => m.referrals_consent_guardian_missing(),
		path: ['guardian_name'],
	});

const answer = z.object({
	consent: z.uuid(),
	answer: z.enum(['yes', 'no'], { error: () => m.referrals_answer_missing() }),
	method: z.enum(answerMethods, { error: () => m.referrals_method_missing() }),
	signature: personalText(120),
	witness: personalText(120),
});

const renewal = z.object({
	renew_method: z.enum(renewMethods, { error: () => m.referrals_act_renew_missing() }),
});

export const actions: Actions = {
	ask: (event) =>
		act(event, question, (tx, actor, referralId, input) =>
			askObtaining(tx, actor, {
				referralId,
				fields: input.fields,
				language: input.language as Language,
				interpreter: input.interpreter === 'yes',
				giver: input.giver,
				guardianName: input.guardian_name,
			}),
		),
	answer: (event) =>
		act(event, answer, (tx, actor, referralId, input) =>
			answerConsent(tx, actor, {
				referralId,
				kind: 'obtaining',
				yes: input.answer === 'yes',
				feedbackAllowed: false,
				method: input.method,
				signature: input.method === 'signed_screen' ? input.signature : '',
				witness: input.witness,
				consentId: input.consent,
			}),
		),
	renew: (event) =>
		act(event, renewal, (tx, actor, referralId, input) =>
			renewConsent(tx, actor, { referralId, kind: 'obtaining', method: input.renew_method }),
		),
	withdraw: (event) =>
		act(event, z.object({ heard: z.enum(heardWays).optional() }), (tx, actor, referralId, { heard }) =>
			withdrawObtaining(tx, actor, { referralId, ...(heard && { heard }) }),
		),
	...linkActions('referral.act'),
};
