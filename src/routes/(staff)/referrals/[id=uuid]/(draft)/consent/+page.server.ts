import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { personalText } from '$lib/citizens/citizen-form.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { isLanguage, type Language } from '$lib/referrals/consent-texts/index.ts';
import { answerMethods, consentGivers, permitsSharing } from '$lib/referrals/consent.ts';
import { consentReading } from '$lib/referrals/consent-reading.ts';
import { askConsent } from '$lib/referrals/ask-consent.server.ts';
import { answerConsent } from '$lib/referrals/consents.server.ts';
import { mayOpenStep, nextDraftStep } from '$lib/referrals/draft-steps.ts';
import { linkActions } from '$lib/referrals/link-actions.server.ts';
import { neededFields } from '$lib/referrals/needed-fields.ts';
import { readReferral } from '$lib/referrals/read-referral.server.ts';
import { sharedFields, type SharedField } from '$lib/referrals/shared-fields.ts';
import { previewShared } from '$lib/referrals/shared-preview.server.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

const codes = sharedFields.map(({ code }) => code);

export const load: PageServerLoad = async (event) => {
	const { draft, facts } = await event.parent();
	if (!mayOpenStep('consent', facts)) redirect(303, `/referrals/${draft.id}/${nextDraftStep(facts)}`);
	const kept = await takeKeptForm(event);
	const stands = draft.consent && ['requested', 'given', 'renewed', 'refused'].includes(draft.consent.state);
	const asking = !stands || event.url.searchParams.has('again');
	const { all, asked, now } = await loadAs(event, 'referral.create', async (tx, actor) => {
		const preview = (fields: readonly SharedField[]) =>
			previewShared(tx, assertStaff(actor), draft.id, { fields, feedbackAllowed: false, expiresAt: null });
		return {
			all: await preview(codes),
			asked: await preview((draft.consent?.fields ?? []) as SharedField[]),
			now: tx.now,
		};
	});
	const filled: SharedField[] = ['language', ...all.fields.map(({ code }) => code)];
	const language = draft.consent?.language ?? draft.citizen.language;
	const reader = event.locals.signedIn?.user.name ?? draft.caseworker.name;
	const read = (spoken: Language) => consentReading(draft, now, { form: 'oral', language: spoken, reader });
	return {
		kept,
		asking,
		all,
		asked,
		filled,
		needed: draft.purpose ? neededFields(draft.purpose, filled) : { fields: [], missing: false },
		language: isLanguage(language) ? language : 'da',
		oral: asking || !isLanguage(language) ? undefined : read(language),
		inDanish: asking || language === 'da' ? undefined : read('da'),
	};
};

/** One or several answers of the same name. */
const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const question = z
	.object({
		fields: z.preprocess(list, z.array(z.enum(codes)).min(1, { error: () => m.referrals_consent_fields_missing() })),
		language: z.string().refine(isLanguage, { error: () => m.referrals_consent_language_missing() }),
		interpreter: z.literal('yes').optional(),
		giver: z.enum(consentGivers, { error: () => m.referrals_consent_giver_missing() }),
		guardian_name: personalText(120),
	})
	.refine((form) => form.giver === 'citizen' || form.guardian_name !== '', {
		error: () => m.referrals_consent_guardian_missing(),
		path: ['guardian_name'],
	});

const answer = z
	.object({
		consent: z.uuid(),
		answer: z.enum(['yes', 'no'], { error: () => m.referrals_answer_missing() }),
		feedback: z.enum(['yes', 'no']).optional(),
		method: z.enum(answerMethods, { error: () => m.referrals_method_missing() }),
		signature: personalText(120),
		witness: personalText(120),
	})
	.refine((form) => form.answer === 'no' || form.feedback !== undefined, {
		error: () => m.referrals_feedback_missing(),
		path: ['feedback'],
	});

export const actions: Actions = {
	/** Ticks what the purpose needs, and leaves everything else as it was. */
	suggest: (event) =>
		submit(event, 'referral.create', z.record(z.string(), z.unknown()), async (tx, signedIn, values) => {
			const actor = assertStaff(signedIn);
			const draft = await readReferral(tx, actor, event.params.id);
			const given = { fields: codes, feedbackAllowed: false, expiresAt: null };
			const all = await previewShared(tx, actor, draft.id, given);
			const filled: SharedField[] = ['language', ...all.fields.map(({ code }) => code)];
			const { fields } = draft.purpose ? neededFields(draft.purpose, filled) : { fields: [] as SharedField[] };
			const ticked = codes.filter((code) => fields.includes(code) || list(values.fields).includes(code));
			return { suggested: true, values: { ...(values as Record<string, string>), fields: ticked }, errors: {} };
		}),

	ask: async (event) => {
		const { id } = event.params;
		const failed = await submit(event, 'referral.create', question, async (tx, actor, input) => {
			await askConsent(tx, assertStaff(actor), {
				referralId: id,
				fields: input.fields,
				language: input.language as Language,
				interpreter: input.interpreter === 'yes',
				giver: input.giver,
				guardianName: input.guardian_name,
			});
		});
		return failed ?? redirect(303, `/referrals/${id}/consent`);
	},

	answer: async (event) => {
		const { id } = event.params;
		const answered = await submit(event, 'referral.create', answer, async (tx, actor, input) => {
			await answerConsent(tx, assertStaff(actor), {
				referralId: id,
				yes: input.answer === 'yes',
				feedbackAllowed: input.feedback === 'yes',
				method: input.method,
				signature: input.method === 'signed_screen' ? input.signature : '',
				witness: input.witness,
				consentId: input.consent,
			});
			const { consent } = await readReferral(tx, assertStaff(actor), id);
			return { next: consent && permitsSharing(consent.state) ? 'review' : 'consent' };
		});
		if ('next' in answered) redirect(303, `/referrals/${id}/${answered.next}`);
		return answered;
	},

	...linkActions('referral.create'),
};
