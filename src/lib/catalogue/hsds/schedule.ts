import { inOrder, readHours, readTime, readWeekday, schedulesFromWords, weekdays } from './hours.ts';
import type { RefusalCode, RepairKind } from './problems.ts';
import type { ScheduleRecord } from './record.ts';
import { readCount, readDate } from './values.ts';

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
