import { expect, it } from 'vitest';
import { daysText, parseDays } from './single-days.ts';

const eve = { freq: 'ONCE', dtstart: '2026-12-24', opensAt: '14:00', closesAt: '18:00' } as const;

it.each([
	'24-12-2026 14-18 Juleaften',
	'24.12.2026 kl. 14-18: Juleaften',
	'24/12/2026, 14.00–18.00, Juleaften',
	'24. december 2026 kl. 14-18 Juleaften',
	'torsdag den 24. dec. 2026 14:00-18:00 – Juleaften',
	'24 December 2026 14-18 Juleaften',
	'2026-12-24 14-18 Juleaften',
	'  24-12-2026   kl. 14 - kl. 18   Juleaften  ',
])('a day of its own is read as people write it: %s', (typed) => {
	expect(parseDays(typed)).toEqual({ days: [{ ...eve, description: 'Juleaften' }] });
});

it('a day needs no name, and a night lasts into the next day', () => {
	expect(parseDays('24-12-2026 14-18\n\n31. maj 2027 22-02 Nattekirke & kaffe')).toEqual({
		days: [
			eve,
			{ freq: 'ONCE', dtstart: '2027-05-31', opensAt: '22:00', closesAt: '02:00', description: 'Nattekirke & kaffe' },
		],
	});
});

it.each([
	'juleaften',
	'24-12 14-18 Jul',
	'31-02-2026 14-18',
	'24. hest 2026 14-18',
	'24-12-2026 Jul',
	'24-12-2026 25-26',
])('says in which line something cannot be read: %s', (typed) => {
	expect(parseDays(`24-12-2026 14-18\n${typed}`)).toEqual({ wrong: 2 });
});

it('what is read is written the same, the soonest first, and other hours are left out', () => {
	const text = '24-12-2026 14:00-18:00 Juleaften\n01-02-2027 10:00-12:00';
	const read = parseDays(text.split('\n').reverse().join('\n'));
	const weekly = { freq: 'WEEKLY', byday: 'MO', opensAt: '10:00', closesAt: '12:00' } as const;
	expect(daysText([weekly, ...('days' in read ? read.days : [])])).toBe(text);
});
