import { beforeEach, expect, it } from 'vitest';
import { days, monday, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { makeSentReferralOf } from '../../../tests/referral-to-order.ts';
import { asActor } from '../database/as-actor.server.ts';
import { askObtaining } from './ask-consent.server.ts';
import { defaultExpiry, renewalDays } from './consent.ts';
import { answerConsent, renewConsent } from './consents.server.ts';
import type { ConsentKind } from './shared-fields.ts';
import { consentOf } from './stored-consent.server.ts';

onEachDatabase('another year of a yes', (open) => {
	let database: TestDatabase;
	let all: Meeting;
	let referralId: string;
	const kinds: readonly ConsentKind[] = ['disclosure', 'obtaining'];

	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
		referralId = await makeSentReferralOf(all);
		const { caseworker } = all;
		await asActor(caseworker, async (tx) => {
			const question = { referralId, language: 'da', interpreter: false, giver: 'citizen', guardianName: '' } as const;
			await askObtaining(tx, caseworker, { ...question, fields: ['attendance'] });
			const answer = { referralId, yes: true, feedbackAllowed: false, method: 'oral', kind: 'obtaining' } as const;
			await answerConsent(tx, caseworker, answer);
		});
	});

	const renew = (kind: ConsentKind) =>
		asActor(all.caseworker, (tx) => renewConsent(tx, all.caseworker, { referralId, method: 'oral', kind }));
	const renewals = async (kind: ConsentKind) => {
		const stored = await asActor(all.caseworker, (tx) => consentOf(tx, all.caseworker, referralId, kind));
		return stored?.events.filter(({ event }) => event === 'renewed').length;
	};
	const end = defaultExpiry(monday).getTime();
	const refused = { code: 'consent.not_renewable', status: 409 };

	it.each(kinds)(
		'is given from sixty days before its end, and not a moment earlier nor after it (%s)',
		async (kind) => {
			database.clock.set(new Date(end - renewalDays * days - 1));
			await expect(renew(kind)).rejects.toMatchObject(refused);
			database.clock.advance(1);
			await renew(kind);
			expect(await renewals(kind)).toBe(1);
			database.clock.set(new Date(end + 365 * days + days));
			await expect(renew(kind)).rejects.toMatchObject(refused);
			expect(await renewals(kind)).toBe(1);
		},
	);

	it.each(kinds)('is one year, however often and however soon the form is sent (%s)', async (kind) => {
		database.clock.set(new Date(end - days));
		await Promise.all([renew(kind), renew(kind)]);
		await renew(kind);
		expect(await renewals(kind)).toBe(1);
		database.clock.advance(2 * days);
		await expect(renew(kind)).rejects.toMatchObject(refused);
		expect(await renewals(kind)).toBe(1);
	});
});
