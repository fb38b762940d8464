import type { RefusalCode, RepairKind } from './problems.ts';
import type { ScheduleRecord } from './record.ts';
import { readCount, readDate } from './values.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
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
		/^(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2})|(\d{2})(?=\s*[ap]))?(?::\d{2}(?:\.\d+)?)?(\s*)(am?|pm?|a\.m\.|p\.m\.)?(?:Z|[+-]\d{2}:?\d{2})?([\s(,;].*)?$/iu;
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

const range = '\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]m)?\\s*[-–—]\\s*\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]m)?';
const line = new RegExp(`^(${range})(?:\\s*[;/&]\\s*(${range}))?,?\\s+(\\p{L}[\\p{L}\\s,.-]*)$`, 'iu');

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

export interface ReadSchedule {
	/** empty when the row is refused */
	schedules: ScheduleRecord[];
	repairs: RepairKind[];
	refusals: { reason: RefusalCode; value: string }[];
}

const refused = (reason: RefusalCode, value: string): ReadSchedule => ({
	schedules: [],
	repairs: [],
	refusals: [{ reason, value }],
});

/**
 * Turns one row of any version into schedules. A row of one weekday that quotes opening hours for several days (as
 * versions before 3 do) carries the hours of one of them, often not its own, so there the words are what counts. What
 * cannot be read as times is kept as words when there are any.
 */
export function readSchedule(cells: Readonly<Record<string, string>>): ReadSchedule {
	const days = readDays(cells['byday'] ?? cells['weekday'] ?? '');
	if (days === undefined) return refused('bad_weekday', cells['byday'] ?? cells['weekday'] ?? '');
	const words = [cells['description'], cells['notes']].filter(Boolean).join('\n');
	const [opens, closes] = [cells['opens_at'] ?? '', cells['closes_at'] ?? ''];
	const hours = readHours(opens, closes);
	const severalHours = cells['weekday'] !== undefined && /[;\n]/u.test(words);
	if (severalHours || (!hours && words)) {
		const told = schedulesFromWords(words);
		if (told) return { schedules: told, repairs: ['time_from_words'], refusals: [] };
	}

	const schedule: ScheduleRecord = { freq: 'WEEKLY' };
	const repairs: RepairKind[] = [];
	const refusals: { reason: RefusalCode; value: string }[] = [];
	if (days !== '') schedule.byday = days;
	for (const [column, key] of dateColumns) {
		const text = cells[column];
		if (text === undefined) continue;
		const date = readDate(text);
		if (date) schedule[key] = date;
		else refusals.push({ reason: 'bad_date', value: text });
	}
	const freq = readFrequency(cells['freq'], schedule);
	if (!freq) return refused('bad_frequency', cells['freq'] ?? '');
	schedule.freq = freq;
	if (freq === 'WEEKLY' && !schedule.byday && schedule.dtstart) {
		schedule.byday = weekdays[(new Date(`${schedule.dtstart}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
	}
	const interval = readCount(cells['interval']);
	if (interval !== undefined && interval > 1) schedule.interval = interval;
	const count = readCount(cells['count']);
	if (count !== undefined) schedule.count = count;
	if (cells['bymonthday']) schedule.bymonthday = cells['bymonthday'].replaceAll(/\s/gu, '');
	if (words) schedule.description = words;

	if (severalHours) {
		delete schedule.byday;
		repairs.push('time_as_words');
	} else if (hours) {
		schedule.opensAt = hours.opensAt;
		schedule.closesAt = hours.closesAt;
		if (hours.slip) repairs.push('time_cleaned');
	} else if (opens || closes) {
		const single = closes === '' ? readTime(opens) : undefined;
		if (single) schedule.opensAt = single.time;
		else if (words) repairs.push('time_as_words');
		else return refused('bad_time', `${opens}–${closes}`);
	} else if (words) {
		repairs.push('time_as_words');
	} else if (!schedule.byday && !schedule.dtstart) {
		return refused('bad_time', '');
	}
	return { schedules: [schedule], repairs, refusals };
}

/** Leaves out words that only repeat the hours, which are shown in the reader's own language. */
export function withoutEcho(schedule: ScheduleRecord): ScheduleRecord {
	const { description, ...rest } = schedule;
	const told = description ? schedulesFromWords(description) : undefined;
	const [only] = told?.length === 1 ? told : [];
	const same = only && only.byday === rest.byday && only.opensAt === rest.opensAt && only.closesAt === rest.closesAt;
	return same ? rest : schedule;
}

const dateColumns = [
	['dtstart', 'dtstart'],
	['until', 'until'],
	['valid_from', 'validFrom'],
	['valid_to', 'validTo'],
] as const;

/** @returns RFC 5545 BYDAY in upper case; '' for none; undefined when a part is no weekday */
function readDays(text: string): string | undefined {
	if (text === '') return '';
	const parts = text.split(/[,;\s]+/u).filter((part) => part !== '');
	const days = parts.map((part) => {
		const [, place = '', day = ''] = /^([+-]?[1-5])?(\D+|\d)$/u.exec(part) ?? [];
		const weekday = readWeekday(day);
		return weekday ? place.replace('+', '') + weekday : undefined;
	});
	return days.includes(undefined) ? undefined : days.join(',');
}

function readFrequency(text: string | undefined, schedule: ScheduleRecord): ScheduleRecord['freq'] | undefined {
	if (!text) return schedule.byday || !schedule.dtstart ? 'WEEKLY' : 'ONCE';
	const upper = text.toUpperCase();
	return (['WEEKLY', 'MONTHLY', 'DAILY', 'YEARLY', 'ONCE'] as const).find((freq) => freq === upper);
}

/** Joins weekly schedules that differ in nothing but the day: versions before 3 write a row a weekday. */
export function joinDays(schedules: readonly ScheduleRecord[]): ScheduleRecord[] {
	const joined = new Map<string, ScheduleRecord>();
	for (const schedule of schedules) {
		const { byday, ...rest } = schedule;
		const key = JSON.stringify(schedule.freq === 'WEEKLY' && byday ? rest : schedule);
		const known = joined.get(key);
		if (!known) joined.set(key, { ...schedule });
		else if (byday && known.byday) known.byday = inOrder(`${known.byday},${byday}`);
	}
	return [...joined.values()];
}

function inOrder(byday: string): string {
	const place = (day: string) => weekdays.findIndex((weekday) => day.endsWith(weekday));
	return [...new Set(byday.split(','))].sort((a, b) => place(a) - place(b)).join(',');
}
