import type { ScheduleRecord } from './hsds/record.ts';

/** RFC 5545, Monday first as in Denmark. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** A moment on the wall clock of Copenhagen. Hours are compared on the wall, so summer time needs no arithmetic. */
export interface LocalTime {
	/** ISO date */
	readonly date: string;
	/** minutes after midnight */
	readonly minute: number;
}

/** One stretch in which the door is open. */
export interface Opening {
	/** ISO date of the day it begins */
	readonly date: string;
	/** `HH:MM` */
	readonly opensAt: string;
	/** `HH:MM`; at or before opensAt means the next day; undefined: open end */
	readonly closesAt: string | undefined;
	readonly description: string | undefined;
}

export type OpeningState =
	| { readonly state: 'open'; readonly now: Opening; readonly allDay: boolean }
	/** next is undefined when it does not open within the horizon: the season is over */
	| { readonly state: 'closed'; readonly next: Opening | undefined }
	/** nobody has said when it is open, which is not the same as closed */
	| { readonly state: 'unknown' };

export interface DayRow {
	readonly date: string;
	readonly weekday: Weekday;
	readonly today: boolean;
	readonly openings: readonly Opening[];
}

/** How far ahead a next opening is looked for, in days: a monthly meeting after a summer break. */
export const horizon = 100;
const dayMs = 86_400_000;

const copenhagen = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Copenhagen',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
});

/** The wall clock of Copenhagen at an instant. */
export function localTime(now: Date): LocalTime {
	// Swedish writes `2026-11-27 14:05`.
	const [date = '', time = ''] = copenhagen.format(now).split(' ');
	return { date, minute: minutes(time) ?? 0 };
}

/** @param time `HH:MM`, also with seconds or an offset behind it · @returns undefined when it is no time; 24:00 is 1440 */
export function minutes(time: string | undefined): number | undefined {
	const found = /^(\d{1,2}):(\d{2})/u.exec(time ?? '');
	if (!found) return undefined;
	const value = Number(found[1]) * 60 + Number(found[2]);
	return value <= 1440 ? value : undefined;
}

/** Days since 1970, for counting; dates are plain calendar days. */
const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
/** 1970-01-01 was a Thursday. */
const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const addDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);
export const weekdayOf = (date: string): Weekday => weekdays[weekdayIndex(dayNumber(date))] ?? 'MO';

interface ByDay {
	readonly weekday: Weekday;
	/** 1 is the first in the month, -1 the last; undefined: every one */
	readonly ordinal: number | undefined;
}

function byDays(schedule: ScheduleRecord): ByDay[] {
	return (schedule.byday ?? '').split(',').flatMap((part) => {
		const found = /^\s*([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)\s*$/u.exec(part);
		if (!found) return [];
		return [{ weekday: found[2] as Weekday, ordinal: found[1] === undefined ? undefined : Number(found[1]) }];
	});
}

function daysInMonth(date: string): number {
	return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
}

function isNthOfMonth(date: string, ordinal: number): boolean {
	const dayOfMonth = Number(date.slice(8));
	const nth = Math.ceil(dayOfMonth / 7);
	const nthFromEnd = -Math.ceil((daysInMonth(date) - dayOfMonth + 1) / 7);
	return ordinal === nth || ordinal === nthFromEnd;
}

/** Whether the pattern alone, without its first and last day, has this date. */
function fitsPattern(schedule: ScheduleRecord, date: string): boolean {
	const { freq, interval = 1, dtstart } = schedule;
	const weekday = weekdayOf(date);
	const days = byDays(schedule);
	const onWeekday = days.length === 0 || days.some((day) => day.weekday === weekday);
	const apart = dtstart ? dayNumber(date) - dayNumber(dtstart) : 0;
	switch (freq) {
		case 'ONCE':
			return date === (dtstart ?? schedule.validFrom);
		case 'DAILY':
			return onWeekday && (!dtstart || apart % interval === 0);
		case 'WEEKLY': {
			if (days.length === 0)
				return dtstart ? weekdayOf(dtstart) === weekday && weeksApart(dtstart, date) % interval === 0 : true;
			return onWeekday && (!dtstart || weeksApart(dtstart, date) % interval === 0);
		}
		case 'MONTHLY': {
			if (dtstart && monthsApart(dtstart, date) % interval !== 0) return false;
			if (schedule.bymonthday) return monthDays(schedule.bymonthday, date).includes(Number(date.slice(8)));
			if (days.length === 0) return !dtstart || dtstart.slice(8) === date.slice(8);
			return days.some(
				(day) => day.weekday === weekday && (day.ordinal === undefined || isNthOfMonth(date, day.ordinal)),
			);
		}
		case 'YEARLY':
			return dtstart !== undefined && dtstart.slice(5) === date.slice(5);
	}
}

/** Weeks begin on Monday. */
function weeksApart(from: string, to: string): number {
	const monday = (date: string) => dayNumber(date) - weekdayIndex(dayNumber(date));
	return (monday(to) - monday(from)) / 7;
}

function monthsApart(from: string, to: string): number {
	const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
	return months(to) - months(from);
}

function monthDays(bymonthday: string, date: string): number[] {
	return bymonthday
		.split(',')
		.map(Number)
		.map((day) => (day < 0 ? daysInMonth(date) + 1 + day : day));
}

/** Whether the schedule's own beginning, end and number of times allow this date. */
function isInForce(schedule: ScheduleRecord, date: string): boolean {
	const { validFrom, validTo, dtstart, until, count } = schedule;
	if (validFrom && date < validFrom) return false;
	if (validTo && date > validTo) return false;
	if (dtstart && date < dtstart) return false;
	if (until && date > until.slice(0, 10)) return false;
	if (count === undefined || !dtstart) return true;
	let times = 0;
	for (let day = dayNumber(dtstart); day < dayNumber(date); day++) {
		if (fitsPattern(schedule, dateOf(day)) && ++times >= count) return false;
	}
	return true;
}

const occursOn = (schedule: ScheduleRecord, date: string): boolean =>
	isInForce(schedule, date) && fitsPattern(schedule, date);

const tellsHours = (schedule: ScheduleRecord): boolean => minutes(schedule.opensAt) !== undefined;

/** What is open on a day, earliest first. Two schedules with the same hours are one opening. */
export function openingsOn(schedules: readonly ScheduleRecord[], date: string): Opening[] {
	const found = new Map<string, Opening>();
	for (const schedule of schedules) {
		if (!tellsHours(schedule) || !occursOn(schedule, date)) continue;
		const { opensAt = '', closesAt, description } = schedule;
		const opening = {
			date,
			opensAt: clock(opensAt),
			closesAt: minutes(closesAt) === undefined ? undefined : clock(closesAt ?? ''),
			description,
		};
		found.set(`${opening.opensAt}-${opening.closesAt}`, opening);
	}
	return [...found.values()].sort((a, b) => a.opensAt.localeCompare(b.opensAt));
}

/** `09:00+01:00` and `9:00` are both 09:00. */
const clock = (time: string): string => (/^\d{1,2}:\d{2}/u.exec(time)?.[0] ?? '').padStart(5, '0');

/** Minutes after the midnight that begins the opening's day; an end that is not told is an hour after the beginning. */
const endsAfter = (from: number, to = from + 60): number => (to <= from ? to + 1440 : to);
const ends = (opening: Opening): number => endsAfter(minutes(opening.opensAt) ?? 0, minutes(opening.closesAt));

/** The opening that is on at this moment, also one that began yesterday; undefined when none is. */
function openingAt(schedules: readonly ScheduleRecord[], at: LocalTime): Opening | undefined {
	const yesterday = openingsOn(schedules, addDays(at.date, -1)).find((opening) => ends(opening) - 1440 > at.minute);
	if (yesterday) return yesterday;
	return openingsOn(schedules, at.date).find(
		(opening) => (minutes(opening.opensAt) ?? 0) <= at.minute && at.minute < ends(opening),
	);
}

/**
 * When it is open on a day, also by an opening that began the day before: from a minute after midnight until another, at
 * which it is closed. Nothing when nobody has said.
 */
export function stretchesOn(schedules: readonly ScheduleRecord[], date: string): [from: number, to: number][] {
	return schedules.flatMap((schedule) => {
		const from = minutes(schedule.opensAt);
		if (from === undefined) return [];
		const to = endsAfter(from, minutes(schedule.closesAt));
		const found: [number, number][] = occursOn(schedule, date) ? [[from, to]] : [];
		if (to > 1440 && occursOn(schedule, addDays(date, -1))) found.push([0, to - 1440]);
		return found;
	});
}

/**
 * Whether an offer is open, and if not, when it will be.
 * @param at the moment on Copenhagen's wall clock
 */
export function openingStateAt(schedules: readonly ScheduleRecord[], at: LocalTime): OpeningState {
	if (!schedules.some(tellsHours)) return { state: 'unknown' };
	const now = openingAt(schedules, at);
	if (now) return { state: 'open', now, allDay: ends(now) - (minutes(now.opensAt) ?? 0) >= 1440 };
	const later = openingsOn(schedules, at.date).find((opening) => (minutes(opening.opensAt) ?? 0) > at.minute);
	return { state: 'closed', next: later ?? nextAfter(schedules, at.date) };
}

function nextAfter(schedules: readonly ScheduleRecord[], date: string): Opening | undefined {
	for (let days = 1; days <= horizon; days++) {
		const [first] = openingsOn(schedules, addDays(date, days));
		if (first) return first;
	}
	return undefined;
}

/** As `openingStateAt`, for an instant. */
export const openingState = (schedules: readonly ScheduleRecord[], now: Date): OpeningState =>
	openingStateAt(schedules, localTime(now));

/** The week that today is in, Monday to Sunday, with what is open on each day. */
export function weekTable(schedules: readonly ScheduleRecord[], now: Date): DayRow[] {
	const today = localTime(now).date;
	const monday = addDays(today, -weekdayIndex(dayNumber(today)));
	return weekdays.map((weekday, index) => {
		const date = addDays(monday, index);
		return { date, weekday, today: date === today, openings: openingsOn(schedules, date) };
	});
}

/** An opening that is still on after these hours is in the evening, in the night. */
const eveningFrom = 17 * 60;
const nightFrom = 23 * 60;
/** So is one that begins before this hour. */
const nightUntil = 5 * 60;

export type OpenKind = Weekday | 'weekend' | 'evening' | 'night';

function addKinds(kinds: Set<OpenKind>, weekday: Weekday, from: number, to: number): void {
	kinds.add(weekday);
	if (weekday === 'SA' || weekday === 'SU') kinds.add('weekend');
	if (to > eveningFrom) kinds.add('evening');
	if (to > nightFrom || from < nightUntil) kinds.add('night');
}

/** The same every week, for ever: what most schedules are. */
const isPlainWeekly = ({ freq, interval = 1, dtstart, until, validFrom, validTo, count }: ScheduleRecord): boolean =>
	freq === 'WEEKLY' && interval === 1 && !dtstart && !until && !validFrom && !validTo && count === undefined;

/**
 * When in the week something opens, over the four weeks from a date, so that a monthly evening counts.
 * @returns empty when nobody has said
 */
export function openKinds(schedules: readonly ScheduleRecord[], from: string): ReadonlySet<OpenKind> {
	const kinds = new Set<OpenKind>();
	for (const schedule of schedules) {
		const opens = minutes(schedule.opensAt);
		if (opens === undefined) continue;
		const closes = endsAfter(opens, minutes(schedule.closesAt));
		// Without looking at dates: they would make the first search of a day wait for seconds in a large catalogue.
		if (isPlainWeekly(schedule)) {
			const days = byDays(schedule);
			for (const weekday of days.length > 0 ? days.map((day) => day.weekday) : weekdays) {
				addKinds(kinds, weekday, opens, closes);
			}
			continue;
		}
		for (let days = 0; days < 28; days++) {
			const date = addDays(from, days);
			if (occursOn(schedule, date)) addKinds(kinds, weekdayOf(date), opens, closes);
		}
	}
	return kinds;
}

/** Whether anything is known about when it is open. */
export const hoursAreKnown = (schedules: readonly ScheduleRecord[]): boolean => schedules.some(tellsHours);
