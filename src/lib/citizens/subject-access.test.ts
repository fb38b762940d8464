import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { makeCompletedReferral, marker } from '../../../tests/referred-citizen.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { consentGivers } from '../referrals/consent.ts';
import { actions } from '../referrals/referral.ts';
import {
	attendances,
	declineReasons,
	endReasons,
	errorReasons,
	followUpKinds,
	heardWays,
	helpedAnswers,
	outcomes,
} from '../referrals/referral-codes.ts';
import { readReferralPage } from '../referrals/read-referral.server.ts';
import { ageBands, consentPurposes, obtainedFields, sharedFields } from '../referrals/shared-fields.ts';
import { consentEventEnum } from '../referrals/tables.server.ts';
import { heldTables, subjectAccess } from './subject-access.server.ts';
import { accessView, subjectAccessHtml, type SubjectAccess } from './subject-access.ts';
import { codesOf } from './subject-access-codes.ts';
import { kindWords, labelWords } from './subject-access-words.ts';

onEachDatabase('subject access', (open) => {
	let all: Meeting;
	beforeEach(async () => {
		await open();
		all = await makeMeeting();
	});

	const ask = (citizenId: string) => asActor(systemActor, (tx) => subjectAccess(tx, systemActor, citizenId));

	it('gives every text that was written, and every look-up with time, reason and role', async () => {
		const { citizenId, referralId } = await makeCompletedReferral(all);
		await asActor(all.colleague, (tx) => readReferralPage(tx, all.colleague, referralId));
		await makeCompletedReferral(all);
		const access = await ask(citizenId);
		const text = JSON.stringify(access.records);
		for (const words of [
			'sidder alene',
			'vil ud',
			'sin søster',
			'går med stok',
			'Vi ringer til',
			'kommer hver tirsdag',
		]) {
			expect(text).toContain(words);
		}
		for (const words of [
			'Hvor bor',
			'bor på Nørrebro',
			'er glad for det',
			'Vidne',
			'Værge',
			'/consent/…',
			'@borger.example',
		]) {
			expect(text).toContain(words);
		}
		// Found by hand: 1 citizen, 1 referral, its consent and link, 2 messages, 3 follow-ups, 1 mail to the citizen.
		const count = (kind: string) => access.records.filter((record) => record.kind === kind).length;
		expect(['citizen', 'referral', 'consent', 'citizen_link', 'message', 'follow_up', 'mail'].map(count)).toEqual([
			1, 1, 1, 1, 2, 3, 1,
		]);
		const { rows } = await asActor(systemActor, (tx) =>
			tx.execute(sql`select count(*)::int as count from audit_entry where citizen_id = ${citizenId}::uuid
				or subject_id = ${referralId}::uuid or subject_id in (select id from consent where referral_id = ${referralId}::uuid)`),
		);
		expect(access.lookUps).toHaveLength((rows[0] as { count: number }).count);
		expect(access.lookUps).toContainEqual(
			expect.objectContaining({ action: 'referral.read', role: 'organisation_contact', result: 'ok' }),
		);
		expect(access.lookUps).toContainEqual(
			expect.objectContaining({ action: 'referral.read', role: 'caseworker', place: 'Center cabs' }),
		);
		expect(access.lookUps.at(-1)).toMatchObject({ action: 'export.subject_access', actor: 'system' });
	});

	it('names no colleague, and nobody else’s data', async () => {
		const one = await makeCompletedReferral(all);
		const other = await makeCompletedReferral(all);
		const access = await ask(one.citizenId);
		const text = JSON.stringify(access) + subjectAccessHtml(access, 'da') + subjectAccessHtml(access, 'en');
		for (const id of [other.citizenId, other.referralId, all.caseworker.userId, all.contact.userId]) {
			expect(text).not.toContain(id);
		}
		expect(text).not.toMatch(/Person \d/);
	});

	it('is 404 for someone unknown, and writes nothing', async () => {
		await expect(ask('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ status: 404 });
	});
});

describe('the page of a subject access', () => {
	it('has words in both languages for every table and column there is', () => {
		expect(heldTables.map(({ name }) => name).filter((name) => !kindWords[name])).toEqual([]);
		const ids = ['id', 'citizenId', 'referralId', 'consentId'];
		const shown = heldTables.flatMap((table) => table.shown.map(([property]) => property));
		expect(shown.filter((property) => !ids.includes(property) && !labelWords[property])).toEqual([]);
	});

	it('has words in both languages for every code a column can hold', () => {
		const held = heldTables.flatMap(({ name, shown }) =>
			shown.flatMap(([property, { enumValues }]) => (enumValues ?? []).map((code) => [name, property, code] as const)),
		);
		const written = [
			...consentPurposes.map(({ code }) => ['consent', 'purpose', code] as const),
			...[...sharedFields, ...obtainedFields].map(({ code }) => ['consent', 'fields', code] as const),
			...consentGivers.map((code) => ['consent', 'giver', code] as const),
			...ageBands.map((code) => ['citizen', 'ageBand', code] as const),
			...[
				...actions,
				'hand_over',
				...consentEventEnum.enumValues.flatMap((event) => [`consent_${event}`, `obtaining_${event}`]),
				...followUpKinds.map((kind) => `follow_up_${kind}`),
			].map((code) => ['referral_event', 'action', code] as const),
			...[
				...declineReasons,
				...endReasons,
				...outcomes,
				...helpedAnswers,
				...attendances,
				...errorReasons,
				...heardWays,
			].map((code) => ['referral_event', 'code', code] as const),
		];
		expect(held.length).toBeGreaterThan(80);
		const without = [...held, ...written].filter(([table, column, code]) => !codesOf(table, column)?.[code]);
		expect(without.map((each) => each.join('.'))).toEqual([]);
	});

	it('says codes, days and languages in words, and leaves what was written as it was written', () => {
		const { records } = accessView(
			{
				at: '2026-11-02T08:00:00.000Z',
				citizenId: 'x',
				records: [
					{ kind: 'citizen', values: { language: 'so', safeContact: 'sent' } },
					{ kind: 'consent', values: { giver: 'citizen', method: 'oral', fields: ['phone', 'need'] } },
					{ kind: 'follow_up', values: { kind: 'first_contact', dueOn: '2026-12-04' } },
					{ kind: 'consent_receipt', values: { code: 'jrp7-rh0c' } },
				],
				lookUps: [],
			},
			'da',
		);
		expect(records.map(({ lines }) => lines.map(({ label, text }) => `${label}: ${text}`))).toEqual([
			['Sprog: somali', 'Sådan kan man trygt få fat i dig: sent'],
			['Givet af: Dig selv', 'Hvordan: Du sagde det', 'Det gælder: Telefon, Kort om hvorfor'],
			['Slags: Første kontakt', 'Planlagt til: 4. december 2026'],
			['Kvitteringens kode: jrp7-rh0c'],
		]);
	});

	it('lets nothing that was written become part of the page', () => {
		const access: SubjectAccess = {
			at: '2026-11-02T08:00:00.000Z',
			citizenId: 'x',
			records: [{ kind: 'citizen', values: { givenName: `<script>alert("${marker}")</script>`, need: `"'&` } }],
			lookUps: [
				{ at: '2026-11-02T08:00:00.000Z', actor: 'staff', role: 'caseworker', place: '<b>', action: 'x', result: 'no' },
			],
		};
		const page = subjectAccessHtml(access, 'da');
		expect(page).toContain('&lt;script&gt;alert(&quot;Kvækerpilen&quot;)&lt;/script&gt;');
		expect(page).not.toMatch(/<script|<b>/);
		expect(page).toContain('2. november 2026 kl. 09.00');
		expect(subjectAccessHtml(access, 'en')).toContain('2 November 2026');
	});
});
