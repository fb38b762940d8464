import { describe, expect, it } from 'vitest';
import type { ScheduleRecord } from './hsds/record.ts';
import { localTime, openKinds, openingState, openingsOn, stretchesOn, weekTable } from './opening-hours.ts';

const weekly = (
	byday: string,
	opensAt: string,
	closesAt: string,
	more: Partial<ScheduleRecord> = {},
): ScheduleRecord => ({
	freq: 'WEEKLY',
	byday,
	opensAt,
	closesAt,
	...more,
});
/** 27 November 2026 is a Friday; Copenhagen is an hour ahead of UTC in winter, two in summer. */
const winter = (time: string) => new Date(`2026-11-27T${time}:00+01:00`);

describe('whether an offer is open', () => {
	it('is open from the opening minute and closed from the closing minute', () => {
		const hours = [weekly('FR', '10:00', '14:00')];
		expect(openingState(hours, winter('09:59')).state).toBe('closed');
		expect(openingState(hours, winter('10:00'))).toMatchObject({ state: 'open', now: { closesAt: '14:00' } });
		expect(openingState(hours, winter('13:59')).state).toBe('open');
		expect(openingState(hours, winter('14:00')).state).toBe('closed');
	});

	it('does not take silence for closed', () => {
		expect(openingState([], winter('12:00'))).toEqual({ state: 'unknown' });
		expect(openingState([{ freq: 'WEEKLY', byday: 'FR', description: 'Ring først' }], winter('12:00'))).toEqual({
			state: 'unknown',
		});
	});

	it('tells the next opening, later today or days ahead', () => {
		const hours = [weekly('FR', '10:00', '12:00'), weekly('FR', '16:00', '18:00'), weekly('TU', '09:00', '10:00')];
		expect(openingState(hours, winter('12:30'))).toMatchObject({ next: { date: '2026-11-27', opensAt: '16:00' } });
		expect(openingState(hours, winter('18:00'))).toMatchObject({ next: { date: '2026-12-01', opensAt: '09:00' } });
	});

	it('stays open past midnight, and knows on which day that began', () => {
		const hours = [weekly('TH', '22:00', '04:00')];
		expect(openingState(hours, winter('03:59'))).toMatchObject({ state: 'open', now: { date: '2026-11-26' } });
		expect(openingState(hours, winter('04:00')).state).toBe('closed');
		expect(openingState(hours, winter('22:30')).state).toBe('closed');
	});

	it('is open day and night when it opens and closes at the same minute', () => {
		const hours: ScheduleRecord[] = [{ freq: 'DAILY', opensAt: '00:00', closesAt: '00:00' }];
		expect(openingState(hours, winter('03:00'))).toMatchObject({ state: 'open', allDay: true });
		expect(openingState([weekly('FR', '00:00', '24:00')], winter('23:59'))).toMatchObject({
			state: 'open',
			allDay: true,
		});
	});

	it('says nothing of a next time when the season is over', () => {
		const hours = [weekly('MO,FR', '10:00', '12:00', { validFrom: '2026-05-01', validTo: '2026-09-30' })];
		expect(openingState(hours, winter('11:00'))).toEqual({ state: 'closed', next: undefined });
		expect(openingState(hours, new Date('2026-08-07T11:00:00+02:00')).state).toBe('open');
	});

	it('reads times with an offset behind them as the wall clock says', () => {
		expect(openingState([weekly('FR', '16:00+01:00', '19:30+01:00')], new Date('2026-06-05T14:30:00Z')).state).toBe(
			'open',
		);
	});
});

describe('Copenhagen’s clock', () => {
	it('follows summer time', () => {
		expect(localTime(new Date('2026-07-01T10:00:00Z'))).toEqual({ date: '2026-07-01', minute: 720 });
		expect(localTime(new Date('2026-12-01T10:00:00Z'))).toEqual({ date: '2026-12-01', minute: 660 });
		expect(localTime(new Date('2026-12-31T23:30:00Z'))).toEqual({ date: '2027-01-01', minute: 30 });
	});

	it('opens at the same hour on the wall before and after the clocks change', () => {
		const hours = [weekly('SA,SU,MO', '10:00', '12:00')];
		// The clocks went forward in the night to Sunday 29 March 2026.
		for (const instant of ['2026-03-28T09:00:00Z', '2026-03-29T08:00:00Z', '2026-03-30T08:00:00Z']) {
			expect(openingState(hours, new Date(instant)).state).toBe('open');
			expect(openingState(hours, new Date(Date.parse(instant) - 60_000)).state).toBe('closed');
		}
	});

	it('is open through a night in which an hour comes twice', () => {
		const hours = [weekly('SA', '22:00', '06:00')];
		// 25 October 2026: 02:30 comes at 00:30 and at 01:30 UTC.
		for (const instant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T04:59:00Z']) {
			expect(openingState(hours, new Date(instant)).state).toBe('open');
		}
		expect(openingState(hours, new Date('2026-10-25T05:00:00Z')).state).toBe('closed');
	});
});

describe('which days', () => {
	const opens = (schedule: ScheduleRecord, date: string) => openingsOn([schedule], date).length === 1;
	const base = { opensAt: '10:00', closesAt: '12:00' };

	it('knows the first and third Tuesday and the last Friday of a month', () => {
		const tuesdays: ScheduleRecord = { freq: 'MONTHLY', byday: '1TU,3TU', ...base };
		expect(['2026-12-01', '2026-12-15'].every((date) => opens(tuesdays, date))).toBe(true);
		expect(['2026-12-08', '2026-12-22', '2026-12-02'].some((date) => opens(tuesdays, date))).toBe(false);
		const last: ScheduleRecord = { freq: 'MONTHLY', byday: '-1FR', ...base };
		expect(opens(last, '2026-11-27')).toBe(true);
		expect(opens(last, '2026-11-20')).toBe(false);
	});

	it('counts every other week from the first', () => {
		const fortnightly = { ...weekly('WE', '10:00', '12:00'), interval: 2, dtstart: '2026-11-18' };
		expect(opens(fortnightly, '2026-11-18')).toBe(true);
		expect(opens(fortnightly, '2026-11-25')).toBe(false);
		expect(opens(fortnightly, '2026-12-02')).toBe(true);
		expect(opens(fortnightly, '2026-11-04')).toBe(false);
	});

	it('ends after its number of times', () => {
		expect(opens({ freq: 'YEARLY', dtstart: '2026-12-24', count: 1, ...base }, '2026-12-24')).toBe(true);
		expect(opens({ freq: 'YEARLY', dtstart: '2026-12-24', count: 1, ...base }, '2027-12-24')).toBe(false);
		const course = { ...weekly('MO', '10:00', '12:00'), dtstart: '2026-11-02', count: 3 };
		expect(opens(course, '2026-11-16')).toBe(true);
		expect(opens(course, '2026-11-23')).toBe(false);
	});

	it('knows days of the month, one single day and daily ones', () => {
		expect(opens({ freq: 'MONTHLY', bymonthday: '1,-1', ...base }, '2026-11-30')).toBe(true);
		expect(opens({ freq: 'MONTHLY', bymonthday: '1,-1', ...base }, '2026-11-29')).toBe(false);
		expect(opens({ freq: 'ONCE', dtstart: '2026-11-27', ...base }, '2026-11-27')).toBe(true);
		expect(opens({ freq: 'ONCE', dtstart: '2026-11-27', ...base }, '2026-12-04')).toBe(false);
		expect(opens({ freq: 'DAILY', ...base }, '2026-11-28')).toBe(true);
		expect(opens({ freq: 'DAILY', until: '2026-11-27', ...base }, '2026-11-28')).toBe(false);
	});
});

describe('the week table', () => {
	it('runs from Monday to Sunday with today marked', () => {
		const rows = weekTable([weekly('MO,FR', '10:00', '12:00'), weekly('FR', '09:00', '09:30')], winter('08:00'));
		expect(rows.map(({ date }) => date)).toEqual([
			...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'],
		]);
		expect(rows.filter(({ today }) => today).map(({ weekday }) => weekday)).toEqual(['FR']);
		expect(rows[4]?.openings.map(({ opensAt }) => opensAt)).toEqual(['09:00', '10:00']);
		expect(rows[5]?.openings).toEqual([]);
	});

	it('shows hours once when two sources say the same', () => {
		const rows = weekTable([weekly('MO', '10:00', '12:00'), weekly('MO', '10:00', '12:00')], winter('08:00'));
		expect(rows[0]?.openings).toHaveLength(1);
	});
});

describe('when in the week', () => {
	it('tells evenings, nights, weekends and days', () => {
		expect([...openKinds([weekly('SA', '18:00', '02:00')], '2026-11-27')].sort()).toEqual([
			'SA',
			'evening',
			'night',
			'weekend',
		]);
		expect([...openKinds([weekly('MO', '09:00', '17:00')], '2026-11-27')]).toEqual(['MO']);
		expect(openKinds([], '2026-11-27').size).toBe(0);
	});

	it('counts what begins or happens once within four weeks, and nothing later', () => {
		expect([...openKinds([weekly('TU', '10:00', '12:00', { validFrom: '2026-12-08' })], '2026-11-27')]).toEqual(['TU']);
		expect(openKinds([weekly('TU', '10:00', '12:00', { validFrom: '2027-01-05' })], '2026-11-27').size).toBe(0);
		const monthly: ScheduleRecord = { freq: 'MONTHLY', byday: '1TH', opensAt: '18:00', closesAt: '21:00' };
		expect([...openKinds([monthly], '2026-11-27')].sort()).toEqual(['TH', 'evening']);
	});
});

describe('whether it is open, asked of a whole catalogue', () => {
	it.each([
		['in the middle', weekly('FR', '09:00', '17:00'), '2026-11-27', 12 * 60, true],
		['when it closes', weekly('FR', '09:00', '17:00'), '2026-11-27', 17 * 60, false],
		['past midnight', weekly('FR', '22:00', '02:00'), '2026-11-28', 60, true],
		['past midnight of another night', weekly('SA', '22:00', '02:00'), '2026-11-28', 60, false],
		[
			'within the hour that an open end lasts',
			{ freq: 'WEEKLY', byday: 'FR', opensAt: '09:00' },
			'2026-11-27',
			590,
			true,
		],
		['when nobody has said the hours', { freq: 'WEEKLY', byday: 'FR' }, '2026-11-27', 590, false],
	] as const)('%s', (_, schedule, date, minute, open) => {
		expect(stretchesOn([schedule], date).some(([from, to]) => from <= minute && minute < to)).toBe(open);
	});
});
