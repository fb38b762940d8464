import { expect, it } from 'vitest';
import { comingDays } from './coming-days.ts';
import type { ScheduleRecord } from './hsds/record.ts';

const today = '2026-11-27';
const hours = { opensAt: '14:00', closesAt: '18:00' };
const weekly: ScheduleRecord = { freq: 'WEEKLY', byday: 'TU', ...hours };
const days = (schedules: ScheduleRecord[], most = 3) => comingDays(schedules, today, most).map(({ date }) => date);

it('what happens once or monthly is told by its days, and the weekly hours are not', () => {
	const party: ScheduleRecord = { freq: 'ONCE', dtstart: '2026-12-24', description: 'Juleaften', ...hours };
	expect(comingDays([weekly, party], today, 3)).toEqual([
		{ date: '2026-12-24', opensAt: '14:00', closesAt: '18:00', description: 'Juleaften' },
	]);
	expect(days([weekly, { freq: 'MONTHLY', byday: '1TU', ...hours }])).toEqual([
		'2026-12-01',
		'2027-01-05',
		'2027-02-02',
	]);
	expect(days([weekly, { freq: 'WEEKLY', byday: 'TH', interval: 2, dtstart: '2026-11-19', ...hours }], 2)).toEqual([
		'2026-12-03',
		'2026-12-17',
	]);
});

it('today counts, yesterday is over', () => {
	expect(days([{ freq: 'ONCE', dtstart: '2026-11-27', ...hours }])).toEqual(['2026-11-27']);
	expect(days([{ freq: 'ONCE', dtstart: '2026-11-26', ...hours }])).toEqual([]);
});

it('a season that has not begun is told by its first days, and one far ahead not at all', () => {
	const season = (validFrom: string, validTo: string): ScheduleRecord => ({ ...weekly, validFrom, validTo });
	expect(days([season('2026-12-10', '2027-03-01')], 2)).toEqual(['2026-12-15', '2026-12-22']);
	expect(days([season('2027-05-01', '2027-09-30')])).toEqual([]);
});

it('an ordinary week, or hours that nobody has told, has no days of its own', () => {
	expect(days([weekly])).toEqual([]);
	expect(days([{ freq: 'ONCE', dtstart: '2026-12-24' }])).toEqual([]);
	expect(days([])).toEqual([]);
});
