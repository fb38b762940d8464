import { describe, expect, it } from 'vitest';
import { calendarOf, recurrence, type CalendarItem } from './calendar.ts';

const item: CalendarItem = {
	id: 'a',
	name: 'Suppe; og samvær, åbent',
	organisation: 'Køkkenet på Ærø',
	url: 'https://kompas.example/offers/suppe',
	place: 'Prøvegade 1, 2200 København N',
	schedules: [{ freq: 'WEEKLY', byday: 'TU,TH', opensAt: '16:00+01:00', closesAt: '18:30' }],
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

	it('stamps in UTC, as the standard asks', () => {
		expect(lines([item])).toContain('DTSTAMP:20261123T000000Z');
	});

	it('goes on past midnight, and takes an open end for an hour', () => {
		expect(withHours({ freq: 'DAILY', opensAt: '22:00', closesAt: '02:00' })).toContain(
			'DTEND;TZID=Europe/Copenhagen:20261124T020000',
		);
		expect(withHours({ freq: 'DAILY', opensAt: '10:00' })).toContain('DTEND;TZID=Europe/Copenhagen:20261123T110000');
	});

	it('keeps once, seasons, months and every other week as they are', () => {
		expect(recurrence({ freq: 'ONCE', dtstart: '2026-12-24' })).toBeUndefined();
		expect(recurrence({ freq: 'WEEKLY', interval: 2, byday: 'MO', validTo: '2027-03-01' })).toBe(
			'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20270301T225959Z',
		);
		expect(recurrence({ freq: 'MONTHLY', byday: '1TU,-1FR', count: 4 })).toBe('FREQ=MONTHLY;BYDAY=1TU,-1FR;COUNT=4');
		const first = withHours({ freq: 'MONTHLY', byday: '1TU', opensAt: '10:00', closesAt: '12:00' });
		expect(first).toContain('DTSTART;TZID=Europe/Copenhagen:20261201T100000');
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
