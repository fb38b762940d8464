/** Opening hours as a calendar (RFC 5545) that Outlook, Apple and Google read and subscribe to. */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, minutes, openingsOn } from './opening-hours.ts';
import type { ScheduleRecord } from './hsds/record.ts';

/** Something with hours, at one place or none. */
export interface CalendarItem {
	/** the same as long as it is the same thing: calendars know an event by it */
	readonly id: string;
	readonly name: string;
	readonly organisation: string;
	/** of its page */
	readonly url: string;
	/** as written on a letter; undefined for a secret or unknown place */
	readonly place: string | undefined;
	readonly schedules: readonly ScheduleRecord[];
}

/** How far ahead a first time is looked for, in days; the same as the pages look. */
const horizon = 100;

const zone = 'Europe/Copenhagen';

/** The European Union's summer time (directive 2000/84/EC), as Outlook wants it spelled out. */
const summerTime = [
	'BEGIN:VTIMEZONE',
	`TZID:${zone}`,
	'BEGIN:DAYLIGHT',
	'TZOFFSETFROM:+0100',
	'TZOFFSETTO:+0200',
	'TZNAME:CEST',
	'DTSTART:19700329T020000',
	'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
	'END:DAYLIGHT',
	'BEGIN:STANDARD',
	'TZOFFSETFROM:+0200',
	'TZOFFSETTO:+0100',
	'TZNAME:CET',
	'DTSTART:19701025T030000',
	'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
	'END:STANDARD',
	'END:VTIMEZONE',
].join('\r\n');

/** Only what the standard knows: these come from other people's files. */
function list(name: string, values: string | undefined, known: RegExp): string {
	const found = values?.match(known)?.join(',');
	return found ? `${name}=${found}` : '';
}

/**
 * The rule by which a schedule comes again; undefined for what happens once.
 * @param first the day of the first time: the rule counts from it
 */
export function recurrence(schedule: ScheduleRecord): string | undefined {
	const { freq, interval, byday, bymonthday, until, validTo, count } = schedule;
	if (freq === 'ONCE') return undefined;
	const last = [until?.slice(0, 10), validTo].filter((day) => day !== undefined).sort()[0];
	const parts = [
		`FREQ=${freq}`,
		interval && interval > 1 ? `INTERVAL=${interval}` : '',
		list('BYDAY', byday, /[+-]?\d?(?:MO|TU|WE|TH|FR|SA|SU)/gu),
		list('BYMONTHDAY', bymonthday, /-?\d{1,2}/gu),
		// With a zone at the beginning, the end is told in UTC: the last moment of that day, whatever the season.
		last ? `UNTIL=${last.replaceAll('-', '')}T225959Z` : count !== undefined ? `COUNT=${count}` : '',
	];
	return parts.filter(Boolean).join(';');
}

/** The first day on which a schedule opens, from the day it begins or from a given one. */
function firstDay(schedule: ScheduleRecord, from: string): string | undefined {
	const begin = schedule.dtstart ?? schedule.validFrom ?? from;
	for (let days = 0; days <= horizon; days++) {
		const date = addDays(begin, days);
		if (openingsOn([schedule], date).length > 0) return date;
	}
	return undefined;
}

/** The wall clock as the library reads a date: in the process's own zone, whichever that is. */
function onWall(date: string, minute: number): Date {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	return new Date(year, month - 1, day, 0, minute);
}

/**
 * A calendar of everything's hours. Hours that nobody has told are left out; an open end is an hour long.
 * @param title shown as the name of the calendar
 * @param from ISO date from which schedules without a beginning are written: a Monday, so that it seldom moves
 */
export function calendarOf(title: string, items: readonly CalendarItem[], from: string): string {
	const calendar = ical({
		name: title,
		prodId: { company: 'Socialkompas', product: 'Socialkompas', language: 'DA' },
		method: ICalCalendarMethod.PUBLISH,
		// Named by the events alone: a calendar with a zone writes its stamps without theirs.
		timezone: { name: null, generator: () => summerTime },
		ttl: 86_400,
	});
	for (const { id, name, organisation, url, place, schedules } of items) {
		for (const [index, schedule] of schedules.entries()) {
			const opens = minutes(schedule.opensAt);
			const day = opens === undefined ? undefined : firstDay(schedule, from);
			if (opens === undefined || day === undefined) continue;
			const closes = minutes(schedule.closesAt) ?? opens + 60;
			const rule = recurrence(schedule);
			calendar.createEvent({
				id: `${id}-${index}@socialkompas`,
				start: onWall(day, opens),
				end: onWall(day, closes <= opens ? closes + 1440 : closes),
				timezone: zone,
				stamp: new Date(`${from}T00:00:00Z`),
				summary: `${name} – ${organisation}`,
				description: [schedule.description, url].filter(Boolean).join('\n'),
				url,
				location: place ?? null,
				repeating: rule ? `RRULE:${rule}` : null,
			});
		}
	}
	return calendar.toString();
}
