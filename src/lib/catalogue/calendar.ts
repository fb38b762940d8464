/** Opening hours as a calendar (RFC 5545) that Outlook, Apple and Google read and subscribe to. */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { minutes } from './opening-hours.ts';
import { firstTime, recurrence } from './recurrence.ts';
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
	/** when anything about it was last written: a calendar takes the newer of two */
	readonly changed: Date;
	/** ISO date before which it is closed; undefined when it is not closed for a while */
	readonly closedBefore?: string | undefined;
}

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

/** The wall clock as the library reads a date: in the process's own zone, whichever that is. */
function onWall(date: string, minute: number): Date {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	return new Date(year, month - 1, day, 0, minute);
}

/** The standard wants something in every calendar, and an end to every line (RFC 5545, 3.1 and 3.6). */
function ended(text: string, empty: boolean): string {
	const end = 'END:VCALENDAR';
	const whole = text.trimEnd();
	return empty ? `${whole.slice(0, -end.length)}${summerTime}\r\n${end}\r\n` : `${whole}\r\n`;
}

/** A day has one event of its own; what comes again is known by its place in the list, so that new hours take its place. */
const nameOf = ({ freq, opensAt }: ScheduleRecord, day: string, index: number): string =>
	freq === 'ONCE' ? `${day}-${opensAt?.slice(0, 5) ?? ''}` : String(index);

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
	for (const { id, name, organisation, url, place, schedules, changed, closedBefore } of items) {
		for (const [index, schedule] of schedules.entries()) {
			const opens = minutes(schedule.opensAt);
			const first = opens === undefined ? undefined : firstTime(schedule, from, closedBefore);
			if (opens === undefined || first === undefined) continue;
			const { day, past } = first;
			const closes = minutes(schedule.closesAt) ?? opens + 60;
			const rule = recurrence(schedule, past);
			const event = schedule.freq === 'ONCE' ? schedule.description : undefined;
			calendar.createEvent({
				id: `${id}-${nameOf(schedule, day, index)}@socialkompas`,
				start: onWall(day, opens),
				end: onWall(day, closes <= opens ? closes + 1440 : closes),
				timezone: zone,
				stamp: changed,
				lastModified: changed,
				summary: [event, name, organisation].filter(Boolean).join(' – '),
				description: [event ? undefined : schedule.description, url].filter(Boolean).join('\n'),
				url,
				location: place ?? null,
				repeating: rule ? `RRULE:${rule}` : null,
			});
		}
	}
	return ended(calendar.toString(), calendar.length() === 0);
}
