import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { createCitizen } from '../citizens/citizens.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { askConsent } from './ask-consent.server.ts';
import { answerConsent } from './consents.server.ts';
import { createDraft, saveDraft } from './drafts.server.ts';
import { readInboxReferral } from './inbox.server.ts';
import { readReferral } from './read-referral.server.ts';
import { sendReferral } from './referrals.server.ts';
import { sharedFields, type SharedField } from './shared-fields.ts';
import { previewShared } from './shared-preview.server.ts';

const everything = sharedFields.map(({ code }) => code);
const samples: SharedField[][] = [
	['given_name', 'accompaniment'],
	['given_name', 'accompaniment', 'language'],
	['given_name', 'accompaniment', 'phone', 'age_band', 'need'],
	everything,
];

onEachDatabase('the preview', (open) => {
	let all: Meeting;

	beforeAll(async () => {
		await open();
		all = await makeMeeting();
	});

	it.each(samples)('shows exactly what the organisation will see (%s, %s, …)', async (...fields) => {
		const { caseworker, contact } = all;
		const id = await asActor(caseworker, async (tx) => {
			const citizenId = await createCitizen(tx, caseworker, {
				givenName: 'Prøve',
				familyName: 'Ærlig',
				phone: '00 11 22 33',
				email: 'proeve@test.example',
				safeContact: 'Ring efter kl. 16',
				language: 'so',
				needsInterpreter: true,
				ageBand: '40-64',
				adult: true,
			});
			const draft = { citizenId, offerSlug: all.offer.slug, requestId: randomUUID() };
			const referralId = await createDraft(tx, caseworker, draft);
			await saveDraft(tx, caseworker, referralId, {
				purpose: 'accompaniment',
				need: 'Selskab',
				goals: 'Kaffe',
				accompaniment: 'Lise\ntirsdag\nved døren',
				practical: 'Kørestol',
			});
			const question = { language: 'so', interpreter: true, giver: 'citizen', guardianName: '' } as const;
			await askConsent(tx, caseworker, { referralId, fields, ...question });
			const answer = { referralId, yes: true, feedbackAllowed: true, method: 'oral' } as const;
			await answerConsent(tx, caseworker, answer);
			return referralId;
		});
		const preview = await asActor(caseworker, async (tx) => {
			const { consent, version } = await readReferral(tx, caseworker, id);
			const shown = await previewShared(tx, caseworker, id, {
				fields: (consent?.fields ?? []) as SharedField[],
				feedbackAllowed: consent?.feedbackAllowed === true,
				expiresAt: consent?.expiresAt ?? null,
			});
			await sendReferral(tx, caseworker, { referralId: id, version });
			return shown;
		});
		const read = await asActor(contact, (tx) => readInboxReferral(tx, contact, id));
		expect(read.shared).toEqual(preview);
		const codes = [...preview.fields.map(({ code }) => code), ...(preview.language ? ['language'] : [])];
		expect(new Set(codes)).toEqual(new Set(fields));
	});
});
