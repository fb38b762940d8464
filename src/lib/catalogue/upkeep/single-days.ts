/** Days of their own, as people write them: `24-12-2026 14-18 Juleaften for alle`, one a line. */
import type { ScheduleRecord } from '../hsds/record.ts';
import { isPlain, parseDay } from './weekly-hours.ts';

/** A day that a line can hold: once, from one time to another, perhaps with a name. */
export function isSingleDay(schedule: ScheduleRecord): boolean {
	const { freq, dtstart, opensAt, closesAt, description, ...rest } = schedule;
	return (
		freq === 'ONCE' &&
		Boolean(dtstart && opensAt && closesAt) &&
		!description?.includes('\n') &&
		Object.values(rest).every((value) => value === undefined || value === null)
	);
}

/** What the form does not show and an edit leaves alone: every other week, seasons, weekly hours with a remark. */
export const otherHours = (schedules: readonly ScheduleRecord[]): ScheduleRecord[] =>
	schedules.filter((schedule) => !isPlain(schedule) && !isSingleDay(schedule));

/** Lines of days, the soonest first; what is no day of its own is left out. */
export function daysText(schedules: readonly ScheduleRecord[]): string {
	return schedules
		.filter(isSingleDay)
		.sort((a, b) => `${a.dtstart} ${a.opensAt}`.localeCompare(`${b.dtstart} ${b.opensAt}`))
		.map(({ dtstart = '', opensAt = '', closesAt = '', description }) => {
			const date = dtstart.split('-').reverse().join('-');
			return [date, `${opensAt.slice(0, 5)}-${closesAt.slice(0, 5)}`, description].filter(Boolean).join(' ');
		})
		.join('\n');
}

const months = ['jan', 'feb', 'mar', 'apr', 'ma[ji]|may', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec'];
const named = months.map((name) => new RegExp(`^(?:${name})`, 'iu'));

const date = String.raw`(?:(?<iso>\d{4}-\d\d-\d\d)|(?<day>\d{1,2})(?:[-./]\s?(?<month>\d{1,2})[-./]\s?|\.?\s+(?<name>\p{L}{3,9})\.?\s+)(?<year>\d{4}))`;
const span = String.raw`(?:kl\.?\s*)?(?<from>\d{1,2}(?:[.:]?\d\d)?)\s*[-–—]\s*(?:kl\.?\s*)?(?<to>\d{1,2}(?:[.:]?\d\d)?)`;
const line = new RegExp(
	String.raw`^(?:\p{L}{2,9}\s+(?:den\s+)?)?${date}[\s,:]+${span}(?:[\s,:–—-]+(?<what>[^\s,:–—-].*)?)?$`,
	'u',
);

/** `2026-12-24`; undefined when there is no such day. */
function isoOf({ iso, day, month, name, year }: Readonly<Record<string, string | undefined>>): string | undefined {
	const number = name === undefined ? Number(month) : named.findIndex((known) => known.test(name)) + 1;
	const text = iso ?? `${year}-${String(number).padStart(2, '0')}-${day?.padStart(2, '0')}`;
	const read = new Date(`${text}T00:00:00Z`);
	return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** The first line that can't be read, from 1; else the days. */
export type ReadDays = { readonly days: ScheduleRecord[] } | { readonly wrong: number };

/** Reads lines of days. Empty lines mean nothing; Danish and English names of months are understood. */
export function parseDays(text: string): ReadDays {
	const days: ScheduleRecord[] = [];
	for (const [index, typed] of text.split('\n').entries()) {
		if (typed.trim() === '') continue;
		const found = line.exec(typed.trim())?.groups;
		const dtstart = found && isoOf(found);
		const hours = found && parseDay(`${found['from']}-${found['to']}`)?.[0];
		if (!dtstart || !hours) return { wrong: index + 1 };
		const description = found['what']?.trim();
		days.push({ freq: 'ONCE', dtstart, ...hours, ...(description && { description }) });
	}
	return { days };
}
