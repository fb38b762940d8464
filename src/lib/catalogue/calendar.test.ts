import { describe, expect, it } from 'vitest';
import { calendarOf, type CalendarItem } from './calendar.ts';
import { recurrence } from './recurrence.ts';

const item: CalendarItem = {
	id: 'a',
	name: 'Suppe; og samvær, åbent',
	organisation: 'Køkkenet på Ærø',
	url: 'https://kompas.example/offers/suppe',
	place: 'Prøvegade 1, 2200 København N',
	schedules: [{ freq: 'WEEKLY', byday: 'TU,TH', opensAt: '16:00+01:00', closesAt: '18:30' }],
	changed: new Date('2026-11-20T08:15:00Z'),
};
const monday = '2026-11-23';
/** Long lines are folded (RFC 5545, 3.1). */
const lines = (items: readonly CalendarItem[]) =>
	calendarOf('Køkkenet', items, monday).replaceAll('\r\n ', '').split('\r\n');
const withHours = (...schedules: CalendarItem['schedules'][number][]) => lines([{ ...item, schedules }]);

describe('a calendar of opening hours', () => {
	it('begins at the first time and tells the wall clock of Copenhagen, whatever the server’s', () => {
		const found = lines([item]);
		expect(found).toContain('DTSTART;TZID=Europe/Copenhagen:20261124T160000');
		expect(found).toContain('DTEND;TZID=Europe/Copenhagen:20261124T183000');
		expect(found).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU,TH');
		expect(found.filter((line) => line === 'TZID:Europe/Copenhagen')).toHaveLength(1);
	});

	it('stamps each with when it was last written, in UTC, so that the newer of two is known', () => {
		expect(lines([item])).toContain('DTSTAMP:20261120T081500Z');
		expect(lines([item])).toContain('LAST-MODIFIED:20261120T081500Z');
	});

	it('ends every line with CRLF, the last one too, and folds none longer than 75 octets', () => {
		for (const items of [[item], [], [{ ...item, name: 'Ærø 🍲 '.repeat(30), place: 'Å'.repeat(200) }]]) {
			const text = calendarOf('Køkkenet '.repeat(20), items, monday);
			expect(text).toMatch(/END:VCALENDAR\r\n$/u);
			expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
			for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		}
	});

	it('is one that the standard knows also with nothing in it, whatever its title', () => {
		const found = calendarOf('END:VCALENDAR', [], monday).split('\r\n');
		expect(found.filter((line) => /^(?:BEGIN|END):V/u.test(line))).toEqual([
			'BEGIN:VCALENDAR',
			'BEGIN:VTIMEZONE',
			'END:VTIMEZONE',
			'END:VCALENDAR',
		]);
	});

	it('says how Copenhagen goes to summer time and back, once, before the events', () => {
		const found = lines([item, { ...item, id: 'b' }]);
		const zone = found.slice(found.indexOf('BEGIN:VTIMEZONE'), found.indexOf('END:VTIMEZONE'));
		expect(zone).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
		expect(zone).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU');
		expect(found.indexOf('END:VTIMEZONE')).toBeLessThan(found.indexOf('BEGIN:VEVENT'));
		expect(found.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
	});

	it('knows an event again: by its day what happens once, by its place in the week what comes again', () => {
		const uids = (...schedules: CalendarItem['schedules'][number][]) =>
			withHours(...schedules).filter((line) => line.startsWith('UID:'));
		const weekly = { freq: 'WEEKLY', byday: 'MO', opensAt: '10:00', closesAt: '12:00' } as const;
		const party = { freq: 'ONCE', dtstart: '2026-12-24', opensAt: '14:00' } as const;
		const earlier = { freq: 'ONCE', dtstart: '2026-12-01', opensAt: '14:00' } as const;
		const before = uids(weekly, party);
		expect(before).toEqual(['UID:a-0@socialkompas', 'UID:a-2026-12-24-14:00@socialkompas']);
		expect(uids({ ...weekly, opensAt: '11:00' }, earlier, party)).toEqual(expect.arrayContaining(before));
	});

	it('calls a day by what happens on it', () => {
		const party = { freq: 'ONCE', dtstart: '2026-12-24', opensAt: '14:00', description: 'Juleaften' } as const;
		const found = withHours(party);
		expect(found).toContain('SUMMARY:Juleaften – Suppe\\; og samvær\\, åbent – Køkkenet på Ærø');
		expect(found).toContain('DTSTART;TZID=Europe/Copenhagen:20261224T140000');
		expect(found.filter((line) => line.startsWith('RRULE'))).toHaveLength(2);
	});

	it('begins again when what is closed for a while opens, and has as many times left as there are', () => {
		const closed = (schedule: CalendarItem['schedules'][number]) =>
			lines([{ ...item, schedules: [schedule], closedBefore: '2026-12-02' }]);
		expect(closed({ freq: 'WEEKLY', byday: 'TU', opensAt: '10:00' })).toContain(
			'DTSTART;TZID=Europe/Copenhagen:20261208T100000',
		);
		const course = { freq: 'WEEKLY', byday: 'TU', dtstart: '2026-11-17', count: 5, opensAt: '10:00' } as const;
		expect(closed(course)).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2');
		expect(closed({ freq: 'ONCE', dtstart: '2026-11-30', opensAt: '10:00' })).not.toContain('BEGIN:VEVENT');
	});

	it('goes on past midnight, and takes an open end for an hour', () => {
		expect(withHours({ freq: 'DAILY', opensAt: '22:00', closesAt: '02:00' })).toContain(
			'DTEND;TZID=Europe/Copenhagen:20261124T020000',
		);
		expect(withHours({ freq: 'DAILY', opensAt: '10:00' })).toContain('DTEND;TZID=Europe/Copenhagen:20261123T110000');
	});

	it('keeps once, seasons, months and every other week as they are', () => {
		expect(recurrence({ freq: 'ONCE', dtstart: '2026-12-24' })).toBeUndefined();
		const dtstart = '2026-11-23';
		expect(recurrence({ freq: 'WEEKLY', interval: 2, byday: 'MO', dtstart, validTo: '2027-03-01' })).toBe(
			'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20270301T225959Z',
		);
		expect(recurrence({ freq: 'MONTHLY', byday: '1TU,-1FR', dtstart, count: 4 })).toBe(
			'FREQ=MONTHLY;BYDAY=1TU,-1FR;COUNT=4',
		);
		const first = withHours({ freq: 'MONTHLY', byday: '1TU', opensAt: '10:00', closesAt: '12:00' });
		expect(first).toContain('DTSTART;TZID=Europe/Copenhagen:20261201T100000');
	});

	it('ends with the day in Copenhagen, in summer too', () => {
		expect(recurrence({ freq: 'DAILY', until: '2027-07-01' })).toBe('FREQ=DAILY;UNTIL=20270701T215959Z');
	});

	it('counts every other week, and so many times, only from a first time that is told', () => {
		expect(recurrence({ freq: 'WEEKLY', interval: 2, byday: 'MO', count: 3 })).toBe('FREQ=WEEKLY;BYDAY=MO');
	});

	it.each([
		['WEEKLY', '1MO,-1FR', '5', 'FREQ=WEEKLY;BYDAY=MO,FR'],
		['DAILY', '2TU', undefined, 'FREQ=DAILY;BYDAY=TU'],
		['MONTHLY', '9MO,2TU', undefined, 'FREQ=MONTHLY;BYDAY=2TU'],
		['MONTHLY', '1MO', '1,15,-1,0,32,115', 'FREQ=MONTHLY;BYMONTHDAY=1,15,-1'],
		['YEARLY', 'MO', '5', 'FREQ=YEARLY'],
	] as const)('says in a rule only what the standard lets a %s one say: %s %s', (freq, byday, bymonthday, rule) => {
		expect(recurrence({ freq, byday, ...(bymonthday && { bymonthday }) })).toBe(rule);
	});

	it('lets nothing of a text or a rule become a line of its own', () => {
		const hostile = 'Fest\r\nATTACH:http://evil.example/x\nBEGIN:VALARM';
		const found = lines([
			{
				...item,
				name: hostile,
				organisation: hostile,
				place: hostile,
				schedules: [{ freq: 'WEEKLY', byday: 'MO\r\nATTACH:x', opensAt: '10:00', description: hostile }],
			},
		]);
		expect(found.filter((line) => /^(ATTACH|BEGIN:VALARM)/u.test(line))).toEqual([]);
		expect(found).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO');
		expect(found.find((line) => line.startsWith('SUMMARY:'))).toContain('\\n');
	});

	it('escapes what the format itself uses', () => {
		expect(lines([item]).find((line) => line.startsWith('SUMMARY:'))).toBe(
			'SUMMARY:Suppe\\; og samvær\\, åbent – Køkkenet på Ærø',
		);
	});

	it('leaves out hours that nobody has told', () => {
		expect(withHours({ freq: 'WEEKLY', byday: 'MO' }).filter((line) => line === 'BEGIN:VEVENT')).toEqual([]);
	});
});
