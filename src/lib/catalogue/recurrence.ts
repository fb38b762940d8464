/** How a schedule comes again, as RFC 5545 writes it: only what the standard knows, for it comes from other people's files. */
import { dayStart } from '../ui/dates.ts';
import { addDays, horizon, openingsOn } from './opening-hours.ts';
import type { ScheduleRecord } from './hsds/record.ts';

function list(name: string, values: string | undefined, known: RegExp): string {
	const found = values?.match(known)?.join(',');
	return found ? `${name}=${found}` : '';
}

/** With a zone at the beginning, the end is told in UTC (RFC 5545, 3.3.10): the last second of that day in Copenhagen. */
function until(day: string): string {
	const next = dayStart(day, 1)?.getTime() ?? 0;
	return `UNTIL=${new Date(next - 1000).toISOString().replaceAll(/[-:]|\.\d+/gu, '')}`;
}

/** The days of the rule. The first Tuesday is one of a month alone, and a date too; a week has only its days. */
function days({ freq, byday, bymonthday }: ScheduleRecord): string {
	if (freq === 'YEARLY') return '';
	if (freq !== 'MONTHLY') return list('BYDAY', byday, /MO|TU|WE|TH|FR|SA|SU/gu);
	const dates = list('BYMONTHDAY', bymonthday, /(?<![\d-])-?(?:[12]\d|3[01]|0?[1-9])(?!\d)/gu);
	return dates || list('BYDAY', byday, /(?<![\w+-])(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)/gu);
}

/**
 * The rule by which a schedule comes again; undefined for what happens once. Every other week, or so many times, is
 * counted from the first time: where no first time is told the rule has neither, as on the pages.
 * @param past how many of its times lie before the first that is written
 */
export function recurrence(schedule: ScheduleRecord, past = 0): string | undefined {
	const { freq, interval, dtstart, validTo, count } = schedule;
	if (freq === 'ONCE') return undefined;
	const last = [schedule.until?.slice(0, 10), validTo].filter((day) => day !== undefined).sort()[0];
	const parts = [
		`FREQ=${freq}`,
		dtstart && interval && interval > 1 ? `INTERVAL=${interval}` : '',
		days(schedule),
		// The standard lets a rule have one of the two.
		last ? until(last) : dtstart && count !== undefined ? `COUNT=${count - past}` : '',
	];
	return parts.filter(Boolean).join(';');
}

/** The first time a schedule opens, and how many came before that are left out. */
export interface FirstTime {
	/** ISO date */
	readonly day: string;
	readonly past: number;
}

/**
 * The first day on which a schedule opens: from where it begins, or from a day, where that is later.
 * @param from ISO date that one without a beginning is written from
 * @param notBefore ISO date before which nothing is open
 * @returns undefined when it opens no more
 */
export function firstTime(schedule: ScheduleRecord, from: string, notBefore = ''): FirstTime | undefined {
	const begin = schedule.dtstart ?? schedule.validFrom ?? from;
	const hours = [schedule];
	let past = 0;
	if (schedule.count !== undefined) {
		for (let day = begin; day < notBefore; day = addDays(day, 1)) past += openingsOn(hours, day).length;
	}
	const first = begin < notBefore ? notBefore : begin;
	for (let ahead = 0; ahead <= horizon; ahead++) {
		const day = addDays(first, ahead);
		if (openingsOn(hours, day).length > 0) return { day, past };
	}
	return undefined;
}
