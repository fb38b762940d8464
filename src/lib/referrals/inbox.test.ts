import { describe, expect, it, test } from 'vitest';
import { assertComingDay, groupInbox, inboxActions, inboxGroup, isLate, type InboxStanding } from './inbox.ts';
import { states } from './referral-codes.ts';

const today = '2026-11-20';
const row = (changes: Partial<InboxStanding>): InboxStanding => ({
	state: 'seen',
	answerBy: null,
	expectedOn: null,
	unread: false,
	...changes,
});

describe('where a referral stands in the inbox', () => {
	it.each([
		['sent', 'fresh'],
		['seen', 'waiting'],
		['accepted', 'under_way'],
		['started', 'under_way'],
		['waitlisted', 'under_way'],
		['redirect_proposed', 'under_way'],
		['completed', 'closed'],
		['withdrawn', 'closed'],
		['expired', 'closed'],
	] as const)('%s is among %s', (state, group) => expect(inboxGroup(row({ state }), today)).toBe(group));

	it('waits for the organisation again when the place was expected by now, or a message is unread', () => {
		expect(inboxGroup(row({ state: 'waitlisted', expectedOn: '2026-11-20' }), today)).toBe('waiting');
		expect(inboxGroup(row({ state: 'waitlisted', expectedOn: '2026-11-21' }), today)).toBe('under_way');
		expect(inboxGroup(row({ state: 'accepted', unread: true }), today)).toBe('waiting');
	});

	it('is late the day after', () => {
		expect(isLate(row({ answerBy: '2026-11-20' }), today)).toBe(false);
		expect(isLate(row({ answerBy: '2026-11-19' }), today)).toBe(true);
		expect(isLate(row({ state: 'waitlisted', expectedOn: '2026-11-19' }), today)).toBe(true);
		expect(isLate(row({ state: 'accepted', expectedOn: '2026-11-19' }), today)).toBe(false);
	});

	it('has the most urgent first', () => {
		const rows = ['2026-11-24', '2026-11-18', '2026-11-20'].map((answerBy) => row({ answerBy }));
		const days = groupInbox(rows, today).waiting.map((each) => each.answerBy);
		expect(days).toEqual(['2026-11-18', '2026-11-20', '2026-11-24']);
	});
});

test('when the consent no longer lets anyone read, only the ways out are left', () => {
	expect(inboxActions('seen', true)).toEqual(['accept', 'waitlist', 'decline', 'propose']);
	expect(inboxActions('seen', false)).toEqual(['decline']);
	expect(inboxActions('accepted', true)).toEqual(['start', 'complete', 'end']);
	expect(inboxActions('accepted', false)).toEqual(['complete', 'end']);
	expect(states.filter((state) => inboxActions(state, false).length > 0)).toEqual([
		'sent',
		'seen',
		'waitlisted',
		'accepted',
		'started',
	]);
});

test('a promise is about today or later, and within a year', () => {
	const refused = (day: string) => {
		try {
			assertComingDay(day, today, 'contact_by');
		} catch (cause) {
			return cause;
		}
		return undefined;
	};
	expect(refused('2026-11-20')).toBeUndefined();
	expect(refused('2026-11-19')).toMatchObject({ code: 'referral.date_passed', details: { field: 'contact_by' } });
	expect(refused('2027-11-21')).toBeUndefined();
	expect(refused('2027-11-22')).toMatchObject({ code: 'referral.date_far' });
});
