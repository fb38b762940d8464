import type { ScheduleRecord } from './record.ts';

/** RFC 5545, in the order of the week. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const names: Readonly<Record<string, (typeof weekdays)[number]>> = {
	...{ mon: 'MO', tue: 'TU', wed: 'WE', thu: 'TH', fri: 'FR', sat: 'SA', sun: 'SU' },
	...{ man: 'MO', tir: 'TU', ons: 'WE', tor: 'TH', fre: 'FR', lør: 'SA', søn: 'SU' },
};

/**
 * @param text a weekday's name, or its number. HSDS before version 3 counts 1 for Monday to 7 for Sunday, as ISO 8601
 *   does; 0 is read as Sunday too, as in cron.
 */
export function readWeekday(text: string): (typeof weekdays)[number] | undefined {
	const number = /^[0-7]$/u.test(text) ? Number(text) : undefined;
	if (number !== undefined) return weekdays[(number + 6) % 7];
	const code = weekdays.find((weekday) => weekday === text.toUpperCase());
	return code ?? names[text.toLowerCase().slice(0, 3)];
}

interface Time {
	/** `HH:MM` */
	time: string;
	half: 'am' | 'pm' | undefined;
	/** something had to be read around */
	slip: boolean;
}

/**
 * @param text a time of day as `9:00am`, `9am`, `830am`, `16:00+01:00`, `16:00:00`, `kl. 16.30`. An offset is left out:
 *   HSDS times are the clock on the wall. Words after the time are left out and told as a slip.
 */
export function readTime(text: string): Time | undefined {
	const pattern =
		/^(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2})|(\d{2})(?=\s*[ap]))?(?::\d{2}(?:\.\d+)?)?(\s{0,4})(am?|pm?|a\.m\.|p\.m\.)?(?:Z|[+-]\d{2}:?\d{2})?([\s(,;].*)?$/iu;
	const [, hours, minutes, glued, space, half, rest] = pattern.exec(text.trim()) ?? [];
	if (hours === undefined) return undefined;
	let hour = Number(hours);
	const minute = Number(minutes ?? glued ?? 0);
	const afternoon = half ? /^p/iu.test(half) : undefined;
	if (minute > 59 || hour > 24 || (hour === 24 && minute > 0) || (half && (hour > 12 || hour === 0))) return undefined;
	if (afternoon !== undefined) hour = (hour % 12) + (afternoon ? 12 : 0);
	return {
		time: `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
		half: afternoon === undefined ? undefined : afternoon ? 'pm' : 'am',
		slip: Boolean(rest?.trim() || glued || (half && half.length === 1) || (half && space)),
	};
}

interface Hours {
	opensAt: string;
	closesAt: string;
	slip: boolean;
}

/**
 * Reads opening and closing together, because one tells about the other: "9:00am–5:00" closes in the afternoon, and
 * "5:00–9:00pm" may open then too, so it is not guessed.
 */
export function readHours(opens: string, closes: string): Hours | undefined {
	const [from, to] = [readTime(opens), readTime(closes)];
	if (!from || !to) return undefined;
	const slip = from.slip || to.slip;
	if (from.half && !to.half && to.time <= from.time && to.time < '12:00') {
		const [hour = '0', minute = '00'] = to.time.split(':');
		return { opensAt: from.time, closesAt: `${Number(hour) + 12}:${minute}`, slip: true };
	}
	if (!from.half && to.half === 'pm' && from.time < '07:00') return undefined;
	return { opensAt: from.time, closesAt: to.time, slip };
}

const range = '\\d{1,2}(?:[:.]\\d{2})?\\s{0,4}(?:[ap]m)?\\s{0,4}[-–—]\\s{0,4}\\d{1,2}(?:[:.]\\d{2})?\\s{0,4}(?:[ap]m)?';
const line = new RegExp(`^(${range})(?:\\s{0,4}[;/&]\\s{0,4}(${range}))?,?\\s{1,4}(\\p{L}[\\p{L}\\s,.-]*)$`, 'iu');

/**
 * Reads opening hours from words that say nothing else: "9:00am-4:00pm, Mon-Thur; 9:00am-12:00pm, Fri".
 * @returns undefined when any part is something else, because half of the opening hours would be wrong ones
 */
export function schedulesFromWords(words: string): ScheduleRecord[] | undefined {
	const schedules: ScheduleRecord[] = [];
	// A semicolon after hours joins two ranges of the same days; after a day it begins the next.
	for (const part of words.split(/\n|(?<!\d\s*|[ap]m\s*);/iu)) {
		if (part.trim() === '') continue;
		const [, first, second, days = ''] = line.exec(part.trim().replace(/;$/u, '')) ?? [];
		const byday = first ? daysFromWords(days) : undefined;
		if (!byday) return undefined;
		for (const hours of [first, second]) {
			if (!hours) continue;
			const [opens = '', closes = ''] = hours.split(/[-–—]/u);
			const read = readHours(opens.trim(), closes.trim());
			if (!read) return undefined;
			schedules.push({ freq: 'WEEKLY', byday, opensAt: read.opensAt, closesAt: read.closesAt });
		}
	}
	return schedules.length > 0 ? schedules : undefined;
}

/** `Mon-Thur, Sat` → `MO,TU,WE,TH,SA` */
function daysFromWords(text: string): string | undefined {
	const days: string[] = [];
	for (const part of text.split(/\s*(?:,|\band\b|\bog\b)\s*/u)) {
		const ends = part
			.split(/\s*[-–]\s*/u)
			.map((name) => (/^\p{L}{2,9}\.?$/u.test(name) ? readWeekday(name) : undefined));
		const [from, to = from] = ends.map((day) => (day ? weekdays.indexOf(day) : -1));
		if (from === undefined || to === undefined || from < 0 || to < from || ends.length > 2) return undefined;
		days.push(...weekdays.slice(from, to + 1));
	}
	return inOrder(days.join(','));
}

/** BYDAY without repeats, in the order of the week. */
export function inOrder(byday: string): string {
	const place = (day: string) => weekdays.findIndex((weekday) => day.endsWith(weekday));
	return [...new Set(byday.split(','))].sort((a, b) => place(a) - place(b)).join(',');
}
