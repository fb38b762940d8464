import { describe, expect, it } from 'vitest';
import { answerDue, dueStep, planFollowUps } from './deadlines.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const clock = { remind: 2, escalate: 4, expire: 10 };
const fresh = (sentAt: string) => ({ sentAt: new Date(sentAt), remindedAt: null, escalatedAt: null });

describe('working days', () => {
	it('are Monday to Friday', () => {
		expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(isWorkingDay)).toEqual([
			true,
			false,
			false,
			true,
		]);
	});

	it('leave out Danish public holidays, moving ones too', () => {
		// Skærtorsdag, langfredag, 2. påskedag, Kristi himmelfartsdag, 2. pinsedag 2026, juledag, 2. juledag, nytårsdag
		for (const day of [
			'2026-04-02',
			'2026-04-03',
			'2026-04-06',
			'2026-05-14',
			'2026-05-25',
			'2026-12-25',
			'2026-01-01',
		]) {
			expect(isWorkingDay(day), day).toBe(false);
		}
	});

	it('count store bededag as a working day since 2024', () => {
		expect(isWorkingDay('2023-05-05')).toBe(false);
		expect(isWorkingDay('2026-05-01')).toBe(true);
	});

	it('are counted over Easter', () => {
		expect(addWorkingDays('2026-04-01', 1)).toBe('2026-04-07');
	});

	it('are Copenhagen’s days, not the server’s: half past midnight on a Monday is no Sunday', () => {
		expect(answerDue(new Date('2026-11-22T23:30:00Z'), clock)).toBe('2026-11-27');
	});
});

describe('a referral nobody has answered', () => {
	it('waits two working days before the organisation is reminded', () => {
		const sent = fresh('2026-11-20T09:00:00Z');
		expect(dueStep(sent, new Date('2026-11-23T09:00:00Z'), clock)).toBeNull();
		expect(dueStep(sent, new Date('2026-11-24T09:00:00Z'), clock)).toBe('remind');
	});

	it('reminds once', () => {
		const sent = { ...fresh('2026-11-20T09:00:00Z'), remindedAt: new Date('2026-11-24T09:00:00Z') };
		expect(dueStep(sent, new Date('2026-11-25T09:00:00Z'), clock)).toBeNull();
	});

	it('is told to the caseworker after four and given up after ten', () => {
		const sent = fresh('2026-11-20T09:00:00Z');
		expect(dueStep(sent, new Date('2026-11-26T09:00:00Z'), clock)).toBe('escalate');
		expect(dueStep({ ...sent, escalatedAt: new Date() }, new Date('2026-12-03T09:00:00Z'), clock)).toBeNull();
		expect(dueStep({ ...sent, escalatedAt: new Date() }, new Date('2026-12-04T09:00:00Z'), clock)).toBe('expire');
		expect(answerDue(sent.sentAt, clock)).toBe('2026-11-26');
	});
});

describe('follow-ups', () => {
	it('are planned 7, 30 and 90 days after sending, moved off weekends and holidays', () => {
		expect(planFollowUps(new Date('2026-11-27T09:00:00Z'))).toEqual([
			{ kind: 'first_contact', dueOn: '2026-12-04' },
			// 27 December is a Sunday
			{ kind: 'thirty_days', dueOn: '2026-12-28' },
			{ kind: 'ninety_days', dueOn: '2027-02-25' },
		]);
	});
});
