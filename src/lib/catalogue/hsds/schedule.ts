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

/** One range and days after it, "8:30am–5:00pm, Mon-Fri"; several ranges cannot be told apart safely. */
function hoursFromWords(words: string): Hours | undefined {
	if (/[;&/\n]/u.test(words)) return undefined;
	const [, opens, closes] = /^(\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]m)?)\s*[-–—]\s*(\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]m)?)\s*,/iu.exec(words) ?? [];
	return opens && closes ? readHours(opens, closes) : undefined;
}

export type ReadSchedule =
	| { schedule: ScheduleRecord; repairs: RepairKind[]; refusals: { reason: RefusalCode; value: string }[] }
	| { schedule?: undefined; refusal: RefusalCode; value: string };

/** Turns one row of any version into a schedule. What cannot be read as times is kept as words when there are any. */
export function readSchedule(cells: Readonly<Record<string, string>>): ReadSchedule {
	const schedule: ScheduleRecord = { freq: 'WEEKLY' };
	const repairs: RepairKind[] = [];
	const refusals: { reason: RefusalCode; value: string }[] = [];

	const days = readDays(cells['byday'] ?? cells['weekday'] ?? '');
	if (days === undefined) return { refusal: 'bad_weekday', value: cells['byday'] ?? cells['weekday'] ?? '' };
	if (days !== '') schedule.byday = days;

	for (const [column, key] of dateColumns) {
		const text = cells[column];
		if (text === undefined) continue;
		const date = readDate(text);
		if (date) schedule[key] = date;
		else refusals.push({ reason: 'bad_date', value: text });
	}
	const freq = readFrequency(cells['freq'], schedule);
	if (!freq) return { refusal: 'bad_frequency', value: cells['freq'] ?? '' };
	schedule.freq = freq;
	if (freq === 'WEEKLY' && !schedule.byday && schedule.dtstart) {
		schedule.byday = weekdays[(new Date(`${schedule.dtstart}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
	}
	const interval = readCount(cells['interval']);
	if (interval !== undefined && interval > 1) schedule.interval = interval;
	const count = readCount(cells['count']);
	if (count !== undefined) schedule.count = count;
	if (cells['bymonthday']) schedule.bymonthday = cells['bymonthday'].replaceAll(/\s/gu, '');

	const words = [cells['description'], cells['notes']].filter(Boolean).join('\n');
	if (words) schedule.description = words;
	const [opens, closes] = [cells['opens_at'] ?? '', cells['closes_at'] ?? ''];
	const hours = readHours(opens, closes);
	const fromWords = hours ? undefined : hoursFromWords(words);
	if (hours ?? fromWords) {
		schedule.opensAt = (hours ?? fromWords)?.opensAt ?? '';
		schedule.closesAt = (hours ?? fromWords)?.closesAt ?? '';
		if (fromWords) repairs.push('time_from_words');
		else if (hours?.slip) repairs.push('time_cleaned');
	} else if (opens || closes) {
		const single = closes === '' ? readTime(opens) : undefined;
		if (single) schedule.opensAt = single.time;
		else if (words) repairs.push('time_as_words');
		else return { refusal: 'bad_time', value: `${opens}–${closes}` };
	} else if (!words && !schedule.byday && !schedule.dtstart) {
		return { refusal: 'bad_time', value: '' };
	}
	return { schedule, repairs, refusals };
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
