import { describe, expect, test } from 'vitest';
import {
	assertSharing,
	canRecord,
	consentEventRules,
	consentEventTypes,
	consentState,
	consentStates,
	covers,
	defaultExpiry,
	mayFollow,
	permitsSharing,
	type Consent,
	type ConsentEvent,
	type ConsentEventType,
	type ConsentParty,
	type ConsentState,
} from './consent.ts';
import { sharedFields } from './shared-fields.ts';

const day = 24 * 60 * 60 * 1000;
const start = new Date('2026-03-02T09:00:00Z');
const end = new Date('2027-03-02T09:00:00Z');
const now = new Date('2026-11-20T12:00:00Z');
const states = Object.keys(consentStates) as ConsentState[];
const parties: readonly ConsentParty[] = ['staff', 'organisation', 'citizen', 'system'];

const consent: Consent = {
	citizenId: 'c1',
	giver: 'citizen',
	guardianName: null,
	organisationId: 'o1',
	offerId: 'f1',
	kind: 'disclosure',
	purpose: 'contact',
	fields: ['given_name', 'phone', 'goals'],
	feedbackAllowed: false,
	language: 'da',
	textVersion: 'disclosure-1',
	textHash: 'a'.repeat(64),
	interpreter: false,
	method: 'oral',
	explainedBy: 'u1',
	witness: null,
};

const partyOf: Record<ConsentEventType, ConsentParty> = {
	requested: 'staff',
	given: 'citizen',
	refused: 'citizen',
	renewed: 'citizen',
	withdrawn: 'citizen',
	expired: 'system',
	invalidated: 'staff',
};

function event(type: ConsentEventType, over: Partial<ConsentEvent> = {}): ConsentEvent {
	const expiresAt = type === 'given' || type === 'renewed' ? end : null;
	return { event: type, at: start, party: partyOf[type], expiresAt, ...over };
}

/** a shortest history that leads to each state */
const history: Record<ConsentState, readonly ConsentEvent[]> = {
	none: [],
	requested: [event('requested')],
	given: [event('given')],
	refused: [event('refused')],
	renewed: [event('given'), event('renewed')],
	withdrawn: [event('given'), event('withdrawn')],
	expired: [event('given', { expiresAt: new Date(now.getTime() - day) }), event('expired')],
	invalidated: [event('given'), event('invalidated')],
};

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('event × state', () => {
	// Written out by hand, apart from the table it checks.
	const allowed: Record<ConsentState, readonly ConsentEventType[]> = {
		none: ['requested', 'given', 'refused', 'invalidated'],
		requested: ['given', 'refused', 'invalidated'],
		given: ['renewed', 'withdrawn', 'expired', 'invalidated'],
		renewed: ['renewed', 'withdrawn', 'expired', 'invalidated'],
		refused: ['given', 'invalidated'],
		withdrawn: ['invalidated'],
		expired: ['withdrawn', 'invalidated'],
		invalidated: [],
	};
	const pairs = states.flatMap((state) => consentEventTypes.map((type) => [state, type] as const));

	test.each(pairs)('%s, then %s', (state, type) => {
		const legal = allowed[state].includes(type);
		expect(mayFollow(state, type)).toBe(legal);
		// an expiry is recorded when its time has come
		const at = type === 'expired' ? end : now;
		const record = () => canRecord(event(type, { at }), consent, history[state], at);
		if (legal) record();
		else expect(record).toThrow(code('consent.invalid_event'));
	});

	test.each(pairs)('a stored history of %s, then %s folds to that event or fails loudly', (state, type) => {
		const fold = () => consentState([...history[state], event(type)], now);
		if (allowed[state].includes(type)) expect(fold()).toBe(type);
		else expect(fold).toThrow(code('consent.impossible_history'));
	});

	const recorders = consentEventTypes.flatMap((type) => parties.map((party) => [type, party] as const));
	test.each(recorders)('%s recorded by %s', (type, party) => {
		const by: Record<ConsentEventType, readonly ConsentParty[]> = {
			requested: ['staff'],
			given: ['staff', 'citizen'],
			refused: ['staff', 'citizen'],
			renewed: ['staff', 'citizen'],
			withdrawn: ['staff', 'citizen'],
			expired: ['system'],
			invalidated: ['staff'],
		};
		const state = consentEventRules[type].after[0];
		const at = type === 'expired' ? end : now;
		const record = () => canRecord(event(type, { at, party }), consent, history[state], at);
		if (by[type].includes(party)) record();
		else expect(record).toThrow(code('consent.wrong_party'));
	});
});

describe('sharing', () => {
	test.each(states)('in the state %s', (state) => {
		expect(permitsSharing(consentState(history[state], now))).toBe(state === 'given' || state === 'renewed');
	});

	test('a withdrawal counts at once, even one stamped ahead of our clock', () => {
		const ahead = new Date(now.getTime() + 5000);
		expect(consentState([event('given'), event('withdrawn', { at: ahead })], now)).toBe('withdrawn');
	});

	test('needs a consent in force, and says what state it is in', () => {
		const withdrawn = () => assertSharing(consent, history.withdrawn, consent, now);
		expect(withdrawn).toThrow(
			expect.objectContaining({ code: 'consent.not_in_force', details: { state: 'withdrawn' } }),
		);
		expect(() => assertSharing(consent, history.given, consent, now)).not.toThrow();
	});

	test('beyond the consent is refused with the fields that are not in it', () => {
		const request = { ...consent, fields: ['given_name', 'need'] };
		expect(() => assertSharing(consent, history.given, request, now)).toThrow(
			expect.objectContaining({ code: 'consent.field_missing', status: 409, details: { fields: ['need'] } }),
		);
	});
});

describe('expiry', () => {
	const ms = (offset: number) => new Date(end.getTime() + offset);

	test.each([
		[-day, 'given'],
		[-1, 'given'],
		[0, 'expired'],
		[1, 'expired'],
		[365 * day, 'expired'],
	])('%i ms from its end a given consent is %s', (offset, state) => {
		expect(consentState([event('given')], ms(offset))).toBe(state);
	});

	test('a renewal moves the end', () => {
		const later = new Date('2028-01-01T00:00:00Z');
		const events = [event('given'), event('renewed', { expiresAt: later })];
		expect(consentState(events, end)).toBe('renewed');
		expect(consentState(events, later)).toBe('expired');
	});

	test('one whose time is up can not be renewed, also before the clock has written it down', () => {
		const renewal = event('renewed', { at: end, expiresAt: ms(day) });
		expect(() => canRecord(renewal, consent, history.given, end)).toThrow(code('consent.invalid_event'));
		expect(() => canRecord({ ...renewal, at: ms(-1) }, consent, history.given, ms(-1))).not.toThrow();
	});

	test('one whose time is up can still be withdrawn', () => {
		expect(() => canRecord(event('withdrawn', { at: end }), consent, history.given, end)).not.toThrow();
	});

	test('the clock can not write it down too early', () => {
		const early = event('expired', { at: ms(-1) });
		expect(() => canRecord(early, consent, history.given, ms(-1))).toThrow(code('consent.not_expired_yet'));
		expect(() => canRecord({ ...early, at: end }, consent, history.given, end)).not.toThrow();
	});

	test('a yes without an end permits nothing', () => {
		expect(consentState([event('given', { expiresAt: null })], now)).toBe('expired');
	});

	test.each(['requested', 'refused', 'withdrawn', 'invalidated'] as const)('time does not change %s', (state) => {
		expect(consentState(history[state], new Date('2099-01-01T00:00:00Z'))).toBe(state);
	});

	test.each([
		['2026-11-20T12:00:00.000Z', '2027-11-20T12:00:00.000Z'],
		['2028-02-29T08:30:00.000Z', '2029-02-28T08:30:00.000Z'],
		['2027-02-28T08:30:00.000Z', '2028-02-28T08:30:00.000Z'],
		['2026-12-31T23:59:59.999Z', '2027-12-31T23:59:59.999Z'],
	])('by default %s lasts until %s', (given, until) => {
		expect(defaultExpiry(new Date(given)).toISOString()).toBe(until);
	});
});

describe('what a consent covers', () => {
	const request = { ...consent };

	test('itself', () => {
		expect(covers(consent, request)).toEqual({ covered: true });
	});

	test.each([
		['another kind', { kind: 'obtaining' }, 'consent.other_kind'],
		['another organisation', { organisationId: 'o2' }, 'consent.other_recipient'],
		['another offer', { offerId: 'f2' }, 'consent.other_offer'],
		['another purpose', { purpose: 'accompaniment' }, 'consent.other_purpose'],
		['nothing at all', { fields: [] }, 'consent.no_fields'],
	] as const)('not %s', (_, over, reason) => {
		expect(covers(consent, { ...request, ...over })).toEqual({ covered: false, reason, fields: [] });
	});

	// Every subset of all eleven fields, against a consent to three of them.
	test('every subset of its fields and no other set', () => {
		const codes = sharedFields.map((field) => field.code);
		for (let bits = 1; bits < 2 ** codes.length; bits++) {
			const fields = codes.filter((_, index) => bits & (1 << index));
			const beyond = fields.filter((field) => !['given_name', 'phone', 'goals'].includes(field));
			const coverage = covers(consent, { ...request, fields });
			if (beyond.length === 0) expect(coverage).toEqual({ covered: true });
			else expect(coverage).toEqual({ covered: false, reason: 'consent.field_missing', fields: beyond });
		}
	});
});

describe('a yes is only recorded when it would be valid', () => {
	test.each([
		['without fields', { fields: [] }, 'consent.no_fields'],
		['to a field that is none', { fields: ['given_name', 'phone', 'cpr'] }, 'consent.unknown_field'],
		['to obtaining, recorded as disclosure', { fields: ['given_name', 'phone', 'progress'] }, 'consent.unknown_field'],
		['with the purpose of the other kind', { purpose: 'coordination' }, 'consent.other_kind'],
		['that can not reach its purpose', { fields: ['given_name', 'goals'] }, 'consent.minimum_missing'],
		['by a relative', { giver: 'relative' as never }, 'consent.giver_not_entitled'],
		['by a guardian without a name', { giver: 'guardian', guardianName: ' ' }, 'consent.guardian_name_missing'],
		['that nobody explained', { explainedBy: '' }, 'consent.explained_by_missing'],
		['to an unknown text', { textVersion: '' }, 'consent.text_missing'],
		['to a text without its hash', { textHash: 'A'.repeat(64) }, 'consent.text_missing'],
		['in no language', { language: '' }, 'consent.text_missing'],
	] as const)('not one %s', (_, over, expected) => {
		for (const [type, before] of [
			['given', history.requested],
			['renewed', history.given],
		] as const) {
			const record = () => canRecord(event(type, { at: now }), { ...consent, ...over }, before, now);
			expect(record).toThrow(expect.objectContaining({ code: expected, status: 422 }));
		}
	});

	test.each([
		['without an end', null, 'consent.expiry_missing'],
		['that ends now', now, 'consent.expiry_passed'],
		['that ended before', start, 'consent.expiry_passed'],
	])('not one %s', (_, expiresAt, expected) => {
		const record = () => canRecord(event('given', { at: now, expiresAt }), consent, [], now);
		expect(record).toThrow(code(expected));
	});

	test('not one from the future', () => {
		const tomorrow = new Date(now.getTime() + day);
		expect(() => canRecord(event('given', { at: tomorrow }), consent, [], now)).toThrow(code('consent.in_future'));
	});

	test('a guardian with a name may give it', () => {
		const byGuardian: Consent = { ...consent, giver: 'guardian', guardianName: 'Bo Lund' };
		expect(() => canRecord(event('given', { at: now }), byGuardian, [], now)).not.toThrow();
	});

	test('a paper signed yesterday may be recorded today', () => {
		const signed = event('given', { at: new Date(now.getTime() - day), party: 'staff' });
		expect(() => canRecord(signed, { ...consent, method: 'signed_paper' }, [], now)).not.toThrow();
	});

	test('saying no needs nothing of this', () => {
		expect(() => canRecord(event('refused', { at: now }), { ...consent, fields: [] }, [], now)).not.toThrow();
	});
});
