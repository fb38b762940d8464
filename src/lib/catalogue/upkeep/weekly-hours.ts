import type { ScheduleRecord } from '../hsds/record.ts';

/** The days of a week as RFC 5545 names them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** Hours that a week's table can hold: the same each week, on named days, from one time to another. */
export function isPlain(schedule: ScheduleRecord): boolean {
	const { freq, byday, opensAt, closesAt, description, interval, ...rest } = schedule;
	const days = byday?.split(',') ?? [];
	return (
		freq === 'WEEKLY' &&
		(interval ?? 1) === 1 &&
		days.length > 0 &&
		days.every((day) => (weekdays as readonly string[]).includes(day)) &&
		Boolean(opensAt && closesAt) &&
		!description &&
		Object.values(rest).every((value) => value === undefined || value === null)
	);
}

/** `10:00-14:00, 16:00-18:00` for each day that has hours. */
export function weekOf(schedules: readonly ScheduleRecord[]): Partial<Record<Weekday, string>> {
	const plain = schedules.filter(isPlain);
	const entries = weekdays.map((day) => {
		const hours = plain.filter(({ byday }) => byday?.split(',').includes(day));
		return [day, hours.map(({ opensAt, closesAt }) => `${opensAt}-${closesAt}`).join(', ')] as const;
	});
	return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

const time = String.raw`([01]?\d|2[0-4])(?:[:.]?([0-5]\d))?`;
const span = new RegExp(String.raw`^${time}\s*[-–—]\s*${time}$`);
const clock = (hour = '', minute = '00') => `${hour.padStart(2, '0')}:${minute}`;

/**
 * Reads the hours of one day as people type them: `10-14`, `9.30–12, 13:00-16`.
 * @returns undefined when it can't be read; an empty list for a day without hours
 */
export function parseDay(text: string): { opensAt: string; closesAt: string }[] | undefined {
	const parts = text
		.split(/[,;]|\bog\b|\band\b/)
		.map((part) => part.replace(/^\s*kl\.?\s*/i, '').trim())
		.filter((part) => part !== '');
	const hours = parts.map((part) => {
		const found = span.exec(part);
		if (!found) return undefined;
		const [, fromHour, fromMinute, toHour, toMinute] = found;
		const opensAt = clock(fromHour, fromMinute);
		const closesAt = clock(toHour, toMinute);
		return opensAt === closesAt || opensAt >= '24:00' || closesAt > '24:00'
			? undefined
			: { opensAt, closesAt: closesAt === '24:00' ? '00:00' : closesAt };
	});
	return hours.every((each) => each !== undefined) ? hours : undefined;
}

/** Schedules of a typed week; days with the same hours share one. */
export function schedulesOf(week: Readonly<Record<Weekday, readonly { opensAt: string; closesAt: string }[]>>) {
	const days = new Map<string, Weekday[]>();
	for (const day of weekdays) {
		for (const { opensAt, closesAt } of week[day]) {
			const key = `${opensAt}-${closesAt}`;
			days.set(key, [...(days.get(key) ?? []), day]);
		}
	}
	return [...days].map(([key, on]): ScheduleRecord => {
		const [opensAt = '', closesAt = ''] = key.split('-');
		return { freq: 'WEEKLY', byday: on.join(','), opensAt, closesAt };
	});
}
