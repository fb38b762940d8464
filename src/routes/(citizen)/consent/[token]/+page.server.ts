import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { whoHasLooked } from '$lib/citizens/look-ups.server.ts';
import { readCitizenPage } from '$lib/referrals/citizen-page.server.ts';
import { pageLanguage, shownConsent, spoken } from '$lib/referrals/citizen-page/shown.ts';
import { asksHelped, doneWord, mayAnswer, mayWithdraw, viewOf } from '$lib/referrals/citizen-page/view.ts';
import { defaultExpiry, mayRenew } from '$lib/referrals/consent.ts';
import { isLanguage, type Language } from '$lib/referrals/consent-texts/languages.ts';
import { consentOf } from '$lib/referrals/stored-consent.server.ts';
import { answerByLink, renewConsent, withdrawConsent } from '$lib/referrals/consents.server.ts';
import { helpedAnswers } from '$lib/referrals/referral-codes.ts';
import { receiptsOf } from '$lib/referrals/receipts.server.ts';
import { isOpen } from '$lib/referrals/referral.ts';
import { confirmReferral } from '$lib/referrals/referrals.server.ts';
import { loadByLink, submitByLink } from '$lib/web/citizen-request.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const found = await loadByLink(event, async (tx, actor) => {
		const page = await readCitizenPage(tx, actor);
		const language = pageLanguage(url.searchParams.get('lang'), page);
		const receipts = await receiptsOf(tx, actor, page.consent?.id);
		const obtaining = (await consentOf(tx, actor, actor.referralId, 'obtaining'))?.state;
		const renewable =
			isOpen(page.state) && mayRenew(page.consent?.state ?? 'none', page.consent?.expiresAt ?? null, tx.now);
		const renewedTo = defaultExpiry(tx.now);
		return {
			citizen: { authorityId: actor.authorityId, citizenId: actor.citizenId },
			page,
			language,
			receipts,
			renewable,
			/** where the consent to asking is, which has a page of its own */
			obtaining,
			renewedTo,
			consent: page.consent && shownConsent(page, page.consent, language, tx.now),
		};
	});
	const { citizen, ...data } = found;
	const looked = await whoHasLooked(citizen);
	locals.pageLanguage = spoken(data.language);
	const { page } = data;
	const { state, answeredHelped } = page;
	const standing = { state, answeredHelped, consentState: page.consent?.state };
	const wish = (['change', 'withdraw', 'renew'] as const).find((each) => url.searchParams.has(each));
	return {
		...data,
		looked,
		view: viewOf({ ...standing, renewable: data.renewable }, wish),
		mayAnswer: mayAnswer(standing),
		mayWithdraw: mayWithdraw(standing),
		asksHelped: asksHelped(standing),
		done: doneWord(url.searchParams.get('done'), standing, page.helped),
	};
};

/** Back to the page, in the same language, saying that it is done. The path holds the token: it is never logged. */
function done(event: RequestEvent, what: 'answer' | 'helped'): never {
	const lang = event.url.searchParams.get('lang');
	redirect(303, `${event.url.pathname}?${lang ? `lang=${encodeURIComponent(lang)}&` : ''}done=${what}`);
}

const yesOrNo = (word: string) => z.enum(['yes', 'no'], { error: () => word });
const answerForm = z
	.object({
		answer: yesOrNo('error_answer_missing'),
		feedback: z.enum(['yes', 'no']).optional(),
		language: z.custom<Language>((code) => typeof code === 'string' && isLanguage(code), 'error_try_again'),
		consent: z.uuid('error_try_again'),
	})
	// A yes needs an answer to the second question too; after a no it is of no matter.
	.refine(({ answer, feedback }) => answer === 'no' || feedback !== undefined, {
		error: 'error_answer_missing',
		path: ['feedback'],
	});

export const actions: Actions = {
	answer: async (event) => {
		const failure = await submitByLink(event, answerForm, (tx, actor, { answer, feedback, language, consent }) =>
			answerByLink(tx, actor, {
				yes: answer === 'yes',
				feedbackAllowed: feedback === 'yes',
				language,
				consentId: consent,
			}),
		);
		return failure ?? done(event, 'answer');
	},
	withdraw: async (event) => {
		const failure = await submitByLink(event, z.object({}), (tx, actor) =>
			withdrawConsent(tx, actor, { referralId: actor.referralId }),
		);
		return failure ?? done(event, 'answer');
	},
	renew: async (event) => {
		const failure = await submitByLink(event, z.object({}), (tx, actor) =>
			renewConsent(tx, actor, { referralId: actor.referralId, method: 'digital' }),
		);
		return failure ?? done(event, 'answer');
	},
	helped: async (event) => {
		const schema = z.object({ helped: z.enum(helpedAnswers, { error: () => 'error_answer_missing' }) });
		const failure = await submitByLink(event, schema, (tx, actor, { helped }) =>
			confirmReferral(tx, actor, { referralId: actor.referralId }, { helped }),
		);
		return failure ?? done(event, 'helped');
	},
};
