import { describe, expect, it } from 'vitest';
import {
	ago,
	dayStart,
	daysBetween,
	isoDay,
	longDate,
	longDateTime,
	shortDate,
	shortDateTime,
	timeOfDay,
} from './dates.ts';

const now = new Date('2026-11-27T13:00:00Z');

describe('dates as people say them', () => {
	it('names the weekday and the month, without the year when it is this one', () => {
		expect(longDate('2026-11-27', 'da')).toBe('fredag 27. november');
		expect(longDate('2026-11-27', 'en')).toBe('Friday 27 November');
		expect(longDate('2027-01-04', 'da', now)).toBe('mandag 4. januar 2027');
		expect(longDate('2026-11-30', 'da', now)).toBe('mandag 30. november');
	});

	it('says the time as Danes do', () => {
		expect(longDateTime(now, 'da')).toBe('fredag 27. november kl. 14');
		expect(longDateTime(new Date('2026-11-27T08:05:00Z'), 'da')).toBe('fredag 27. november kl. 9.05');
		expect(longDateTime(now, 'en')).toBe('Friday 27 November at 14:00');
		expect(timeOfDay(new Date('2026-11-26T23:00:00Z'), 'da')).toBe('kl. 0');
		expect(shortDate('2026-11-27', 'da')).toBe('27. nov. 2026');
		expect(shortDateTime(now, 'en')).toBe('27 Nov 2026, 14:00');
	});

	it('counts days by the calendar in Copenhagen, also at midnight and when the clocks change', () => {
		expect(isoDay(new Date('2026-11-26T23:30:00Z'))).toBe('2026-11-27');
		expect(isoDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
		expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
		expect(daysBetween(new Date('2026-10-24T22:30:00Z'), new Date('2026-10-25T23:30:00Z'))).toBe(1);
	});

	it('knows when a day begins, in summer and winter and on the days between', () => {
		expect(dayStart('2026-11-27')).toEqual(new Date('2026-11-26T23:00:00Z'));
		expect(dayStart('2026-07-01')).toEqual(new Date('2026-06-30T22:00:00Z'));
		expect(dayStart('2026-03-29')).toEqual(new Date('2026-03-28T23:00:00Z'));
		expect(dayStart('2026-03-29', 1)).toEqual(new Date('2026-03-29T22:00:00Z'));
		expect(dayStart('2026-10-25', 1)).toEqual(new Date('2026-10-25T23:00:00Z'));
		expect(dayStart('2026-13-01')).toBeUndefined();
		expect(dayStart('')).toBeUndefined();
	});

	it('tells how long ago', () => {
		expect(ago(new Date('2026-11-27T12:59:50Z'), now, 'da')).toBe('lige nu');
		expect(ago(new Date('2026-11-27T12:40:00Z'), now, 'da')).toBe('for 20 minutter siden');
		expect(ago(new Date('2026-11-27T10:00:00Z'), now, 'da')).toBe('for 3 timer siden');
		expect(ago(new Date('2026-11-26T22:59:00Z'), now, 'da')).toBe('i går');
		expect(ago('2026-11-27', now, 'da')).toBe('i dag');
		expect(ago('2026-11-15', now, 'da')).toBe('for 12 dage siden');
		expect(ago('2026-11-15', now, 'en')).toBe('12 days ago');
		expect(ago('2026-08-27', now, 'da')).toBe('for 3 måneder siden');
		expect(ago('2023-11-27', now, 'da')).toBe('for 3 år siden');
		expect(ago('2026-11-29', now, 'en')).toBe('in 2 days');
	});
});
