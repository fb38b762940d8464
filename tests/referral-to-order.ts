import { randomUUID } from 'node:crypto';
import { createCitizen, type CitizenInput } from '../src/lib/citizens/citizens.server.ts';
import { asActor, type Tx } from '../src/lib/database/as-actor.server.ts';
import { askConsent } from '../src/lib/referrals/ask-consent.server.ts';
import { answerConsent } from '../src/lib/referrals/consents.server.ts';
import type { Language } from '../src/lib/referrals/consent-texts/languages.ts';
import { createDraft, saveDraft, type ReferralTexts } from '../src/lib/referrals/drafts.server.ts';
import { makeLink } from '../src/lib/referrals/links.server.ts';
import { readReferral } from '../src/lib/referrals/read-referral.server.ts';
import type { Purpose } from '../src/lib/referrals/referral-codes.ts';
import { sendReferral, type Target } from '../src/lib/referrals/referrals.server.ts';
import type { SharedField } from '../src/lib/referrals/shared-fields.ts';
import type { Meeting } from './factories.ts';

/** What a test is about; the rest is plain. */
export interface Order {
	citizen?: Partial<CitizenInput>;
	texts?: Partial<ReferralTexts>;
	purpose?: Purpose;
	fields?: SharedField[];
	language?: Language;
	feedbackAllowed?: boolean;
}

const as = <T>({ caseworker }: Meeting, work: (tx: Tx) => Promise<T>): Promise<T> => asActor(caseworker, work);

/** A draft with its question put to the citizen. @returns its id */
export async function makeAskedReferral(meeting: Meeting, order: Order = {}): Promise<string> {
	const { caseworker, offer } = meeting;
	return as(meeting, async (tx) => {
		const citizenId = await createCitizen(tx, caseworker, {
			givenName: 'Prøve',
			familyName: 'Østergård',
			phone: '00 11 22 33',
			email: 'proeve@borger.example',
			safeContact: 'Ring efter kl. 16',
			language: 'da',
			needsInterpreter: false,
			ageBand: '40-64',
			adult: true,
			...order.citizen,
		});
		const id = await createDraft(tx, caseworker, { citizenId, offerSlug: offer.slug, requestId: randomUUID() });
		await saveDraft(tx, caseworker, id, {
			purpose: order.purpose ?? 'contact',
			need: 'Sidder meget alene',
			goals: 'En at drikke kaffe med',
			accompaniment: 'Søsteren, tirsdag kl. 10, ved døren',
			practical: 'Går med stok',
			...order.texts,
		});
		await ask(tx, meeting, id, order);
		return id;
	});
}

/** Puts the question, or puts it anew. */
export async function ask(tx: Tx, { caseworker }: Meeting, referralId: string, order: Order = {}): Promise<void> {
	await askConsent(tx, caseworker, {
		referralId,
		fields: order.fields ?? ['given_name', 'phone', 'need', 'goals'],
		language: order.language ?? 'da',
		interpreter: false,
		giver: 'citizen',
		guardianName: '',
	});
}

/** …answered with yes by word of mouth, and sent. @returns its id */
export async function makeSentReferralOf(meeting: Meeting, order: Order = {}): Promise<string> {
	const { caseworker } = meeting;
	const id = await makeAskedReferral(meeting, order);
	await as(meeting, (tx) =>
		answerConsent(tx, caseworker, {
			referralId: id,
			yes: true,
			feedbackAllowed: order.feedbackAllowed ?? true,
			method: 'oral',
		}),
	);
	const target = await targetOf(meeting, id);
	await as(meeting, (tx) => sendReferral(tx, caseworker, target));
	return id;
}

/** The referral as it is now, to act on. */
export async function targetOf(meeting: Meeting, referralId: string): Promise<Target> {
	const { version } = await as(meeting, (tx) => readReferral(tx, meeting.caseworker, referralId));
	return { referralId, version };
}

/** @returns the path of the citizen's page, `/consent/…` */
export const linkTo = (meeting: Meeting, referralId: string): Promise<string> =>
	as(meeting, (tx) => makeLink(tx, meeting.caseworker, referralId));
