import { describe, expect, it } from 'vitest';
import { readHours, readTime, readWeekday, schedulesFromWords } from './hours.ts';
import { joinDays, readSchedule, withoutEcho } from './schedule.ts';

describe('times of day', () => {
	it.each([
		['9:00am', '09:00'],
		['12:00pm', '12:00'],
		['12:15 a.m.', '00:15'],
		['830am', '08:30'],
		['9am', '09:00'],
		['16:00+01:00', '16:00'],
		['10:00:00', '10:00'],
		['24:00', '00:00'],
		['kl. 16.30', '16:30'],
		['5:00pm Mon', '17:00'],
	])('%s is %s', (text, time) => expect(readTime(text)?.time).toBe(time));

	it.each(['8:00m', '9:0am', '6:300pm', '25:00', '13:00pm', 'Dismissal', ''])('%s is no time', (text) =>
		expect(readTime(text)).toBeUndefined(),
	);

	it('closes in the afternoon when only the opening says which half of the day', () => {
		expect(readHours('9:00am', '5:00')).toMatchObject({ opensAt: '09:00', closesAt: '17:00' });
		expect(readHours('5:00', '9:00pm')).toBeUndefined();
		expect(readHours('21:00', '08:00')).toMatchObject({ opensAt: '21:00', closesAt: '08:00' });
	});
});

describe('weekdays', () => {
	it('are counted from Monday in versions before 3, and named in three ways', () => {
		expect(['1', '7', '0', 'Monday', 'Thur', 'lørdag', 'SU'].map(readWeekday)).toEqual([
			...['MO', 'SU', 'SU', 'MO', 'TH', 'SA', 'SU'],
		]);
		expect(readWeekday('8')).toBeUndefined();
		expect(readWeekday('Noday')).toBeUndefined();
	});
});

describe('a row of opening hours', () => {
	it('of version 3 becomes a schedule', () => {
		const cells = {
			freq: 'MONTHLY',
			byday: '1TU,3TU',
			opens_at: '18:30+01:00',
			closes_at: '21:00+01:00',
			valid_from: '2025-01-06',
		};
		expect(readSchedule(cells).schedules).toEqual([
			{ freq: 'MONTHLY', byday: '1TU,3TU', opensAt: '18:30', closesAt: '21:00', validFrom: '2025-01-06' },
		]);
	});

	it('takes the weekday of its first day when it names none', () => {
		expect(readSchedule({ freq: 'WEEKLY', dtstart: '2025-01-07', opens_at: '10:00' }).schedules[0]?.byday).toBe('TU');
	});

	it('is read from its words when it quotes hours of several days', () => {
		const cells = {
			weekday: 'Wednesday',
			opens_at: '9:30am',
			closes_at: '4:00pm',
			description: '9:30am-4:00pm, Tue;\n10:00am-2:00pm, Sat',
		};
		expect(readSchedule(cells).schedules).toEqual([
			{ freq: 'WEEKLY', byday: 'TU', opensAt: '09:30', closesAt: '16:00' },
			{ freq: 'WEEKLY', byday: 'SA', opensAt: '10:00', closesAt: '14:00' },
		]);
	});

	it('is kept as words where not all of them can be read', () => {
		const words = '8:00am-5:00pm, Mon-Fri\nClosed for lunch';
		const read = readSchedule({ weekday: 'Monday', opens_at: '8:00am', closes_at: '5:00pm', description: words });
		expect(read.schedules).toEqual([{ freq: 'WEEKLY', description: words }]);
		expect(read.repairs).toEqual(['time_as_words']);
	});

	it('is refused when nothing of it can be read', () => {
		expect(readSchedule({ weekday: 'Monday', opens_at: 'x', closes_at: 'y' }).refusals[0]?.reason).toBe('bad_time');
		expect(readSchedule({ weekday: 'Someday' }).refusals[0]?.reason).toBe('bad_weekday');
		expect(readSchedule({ freq: 'HOURLY', byday: 'MO' }).refusals[0]?.reason).toBe('bad_frequency');
	});
});

describe('words about opening hours', () => {
	it('are read with two ranges a day', () => {
		expect(
			schedulesFromWords('9:00-12:00; 13:00-17:00, Mon-Thur; 9:00-12:00 Fri')?.map(
				(s) => `${s.byday} ${s.opensAt}-${s.closesAt}`,
			),
		).toEqual(['MO,TU,WE,TH 09:00-12:00', 'MO,TU,WE,TH 13:00-17:00', 'FR 09:00-12:00']);
	});

	it('are not shown again when they only repeat the hours', () => {
		const hours = { freq: 'WEEKLY', byday: 'MO,TU', opensAt: '09:00', closesAt: '17:00' } as const;
		expect(withoutEcho({ ...hours, description: '9am-5pm, Mon, Tue' })).toEqual(hours);
		expect(withoutEcho({ ...hours, description: 'Ring først' }).description).toBe('Ring først');
	});
});

it('days with the same hours become one schedule, in the order of the week', () => {
	const hours = { freq: 'WEEKLY', opensAt: '09:00', closesAt: '17:00' } as const;
	expect(
		joinDays([
			{ ...hours, byday: 'FR' },
			{ ...hours, byday: 'MO' },
			{ ...hours, byday: 'TU', opensAt: '10:00' },
		]),
	).toEqual([
		{ ...hours, byday: 'MO,FR' },
		{ ...hours, byday: 'TU', opensAt: '10:00' },
	]);
});
