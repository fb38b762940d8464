import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { readCitizenPage } from '$lib/referrals/citizen-page.server.ts';
import { mayAnswerObtaining, obtainingDone, obtainingView } from '$lib/referrals/citizen-page/obtaining-view.ts';
import { pageLanguage, shownConsent, spoken } from '$lib/referrals/citizen-page/shown.ts';
import { defaultExpiry, mayRenew, permitsSharing } from '$lib/referrals/consent.ts';
import { isLanguage, type Language } from '$lib/referrals/consent-texts/languages.ts';
import { answerByLink, renewConsent, withdrawObtaining } from '$lib/referrals/consents.server.ts';
import { mayObtain } from '$lib/referrals/obtaining.ts';
import { receiptsOf } from '$lib/referrals/receipts.server.ts';
import { loadByLink, submitByLink } from '$lib/web/citizen-request.server.ts';
import type { Actions, PageServerLoad } from './$types';

const kind = 'obtaining';

/** Whether we may ask the organisation: a page of its own, as it is a consent of its own. */
export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const data = await loadByLink(event, async (tx, actor) => {
		const page = await readCitizenPage(tx, actor, kind);
		if (!page.consent) return undefined;
		const language = pageLanguage(url.searchParams.get('lang'), page);
		const { state, expiresAt } = page.consent;
		return {
			page,
			language,
			receipts: await receiptsOf(tx, actor, page.consent.id),
			renewable: mayObtain(page.state) && mayRenew(state, expiresAt, tx.now),
			renewedTo: defaultExpiry(tx.now),
			consent: shownConsent(page, page.consent, language, tx.now),
			consentState: state,
		};
	});
	if (!data) error(404);
	locals.pageLanguage = spoken(data.language);
	const standing = { state: data.page.state, consentState: data.consentState, renewable: data.renewable };
	const wish = (['change', 'withdraw', 'renew'] as const).find((each) => url.searchParams.has(each));
	return {
		...data,
		view: obtainingView(standing, wish),
		mayAnswer: mayAnswerObtaining(standing),
		mayWithdraw: permitsSharing(data.consentState),
		done: obtainingDone(url.searchParams.get('done'), data.consentState),
	};
};

/** Back to the page, in the same language, saying that it is done. The path holds the token: it is never logged. */
function done(event: RequestEvent): never {
	const lang = event.url.searchParams.get('lang');
	redirect(303, `${event.url.pathname}?${lang ? `lang=${encodeURIComponent(lang)}&` : ''}done=answer`);
}

const answerForm = z.object({
	answer: z.enum(['yes', 'no'], { error: () => 'error_answer_missing' }),
	language: z.custom<Language>((code) => typeof code === 'string' && isLanguage(code), 'error_try_again'),
	consent: z.uuid('error_try_again'),
});

export const actions: Actions = {
	answer: async (event) => {
		const failure = await submitByLink(event, answerForm, (tx, actor, { answer, language, consent }) =>
			answerByLink(tx, actor, { kind, yes: answer === 'yes', feedbackAllowed: false, language, consentId: consent }),
		);
		return failure ?? done(event);
	},
	withdraw: async (event) => {
		const failure = await submitByLink(event, z.object({}), (tx, actor) =>
			withdrawObtaining(tx, actor, { referralId: actor.referralId }),
		);
		return failure ?? done(event);
	},
	renew: async (event) => {
		const failure = await submitByLink(event, z.object({}), (tx, actor) =>
			renewConsent(tx, actor, { kind, referralId: actor.referralId, method: 'digital' }),
		);
		return failure ?? done(event);
	},
};
