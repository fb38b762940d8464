/** The days that a week's table does not tell: what happens once, monthly or every other week, or begins later. */
import { addDays, horizon, hoursAreKnown, openingsOn, type Opening } from './opening-hours.ts';
import type { ScheduleRecord } from './hsds/record.ts';

/** Whether a week's table says it all while it lasts. */
export const isEveryWeek = ({ freq, interval = 1, dtstart }: ScheduleRecord): boolean =>
	(freq === 'WEEKLY' || freq === 'DAILY') && (interval === 1 || !dtstart);

/** Whether it is one day of its own: what an organisation calls an event. */
export const isOneDay = ({ freq }: ScheduleRecord): boolean => freq === 'ONCE';

/**
 * The next days on which there is something beside the weekly hours; where there is nothing weekly this week, the next
 * days at all.
 * @param today ISO date in Copenhagen; it counts · @param most how many openings at most, soonest first
 */
export function comingDays(schedules: readonly ScheduleRecord[], today: string, most: number): Opening[] {
	if (!hoursAreKnown(schedules)) return [];
	const weekly = schedules.filter(isEveryWeek);
	const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(today, days));
	const beside = week.some((day) => openingsOn(weekly, day).length > 0)
		? schedules.filter((schedule) => !isEveryWeek(schedule))
		: schedules;
	const found: Opening[] = [];
	for (let days = 0; days <= horizon && beside.length > 0 && found.length < most; days++) {
		found.push(...openingsOn(beside, addDays(today, days)));
	}
	return found.slice(0, most);
}
