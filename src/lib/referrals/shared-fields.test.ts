import { describe, expect, test } from 'vitest';
import {
	ageBand,
	consentKinds,
	consentPurposes,
	inFieldOrder,
	isFieldOf,
	isConsentPurpose,
	isSharedField,
	kindOf,
	minimumFields,
	missingFields,
	obtainedFields,
	sharedFields,
} from './shared-fields.ts';
import { purposes } from './referral-codes.ts';

describe('the fields', () => {
	test('are exactly these: a new one is a decision, not an accident', () => {
		expect(sharedFields.map(({ code }) => code)).toEqual([
			'given_name',
			'family_name',
			'phone',
			'email',
			'language',
			'age_band',
			'safe_contact',
			'need',
			'goals',
			'accompaniment',
			'practical',
		]);
	});

	test('have no code twice, so that a field tells its kind', () => {
		const all = [...sharedFields, ...obtainedFields].map(({ code }) => code);
		expect(new Set(all).size).toBe(all.length);
	});

	test.each(['cpr', 'criminal_record', 'address', '', 'Given_name', 'attendance'])(
		'%s can not be disclosed',
		(code) => {
			expect(isSharedField(code)).toBe(false);
			expect(isFieldOf('disclosure', code)).toBe(false);
		},
	);

	test('what is disclosed and what is obtained do not overlap', () => {
		for (const { code } of sharedFields) expect([code, isFieldOf('obtaining', code)]).toEqual([code, false]);
		for (const { code } of obtainedFields) expect([code, isFieldOf('obtaining', code)]).toEqual([code, true]);
	});

	test('come in one order, once each, without unknown ones', () => {
		expect(inFieldOrder(['goals', 'phone', 'cpr', 'given_name', 'phone'])).toEqual(['given_name', 'phone', 'goals']);
	});
});

describe('a purpose', () => {
	test.each(consentPurposes)('$code needs only fields of its own kind', ({ code, kind }) => {
		expect(consentKinds).toContain(kind);
		expect(kindOf(code)).toBe(kind);
		for (const field of minimumFields(code).flat()) expect([field, isFieldOf(kind, field)]).toEqual([field, true]);
	});

	test('of a referral can always be consented to', () => {
		for (const purpose of purposes) expect([purpose, kindOf(purpose)]).toEqual([purpose, 'disclosure']);
	});

	test('that is none is refused by name', () => {
		expect(() => kindOf('marketing' as never)).toThrow(expect.objectContaining({ code: 'consent.unknown_purpose' }));
	});

	test.each([
		['information', ['given_name'], []],
		['information', ['phone'], [['given_name']]],
		['contact', ['given_name', 'phone'], []],
		['contact', ['given_name', 'email'], []],
		['contact', ['given_name', 'safe_contact'], []],
		['contact', ['given_name'], [['phone', 'email', 'safe_contact']]],
		['contact', ['phone', 'family_name'], [['given_name']]],
		['contact', [], [['given_name'], ['phone', 'email', 'safe_contact']]],
		['accompaniment', ['given_name', 'accompaniment'], []],
		['accompaniment', ['given_name', 'phone'], [['accompaniment']]],
		['coordination', ['outcome'], []],
		['coordination', ['phone'], [['attendance', 'progress', 'support', 'outcome']]],
	] as const)('%s with %j lacks %j', (purpose, fields, missing) => {
		expect(missingFields(purpose, fields)).toEqual(missing);
	});

	test('that nobody knows is no purpose', () => {
		expect(isConsentPurpose('contact')).toBe(true);
		expect(isConsentPurpose('marketing')).toBe(false);
	});
});

test.each([
	[0, null],
	[17, null],
	[18, '18-24'],
	[24, '18-24'],
	[25, '25-39'],
	[39, '25-39'],
	[40, '40-64'],
	[64, '40-64'],
	[65, '65+'],
	[104, '65+'],
])('the age %i is shared as %s', (age, band) => {
	expect(ageBand(age)).toBe(band);
});
