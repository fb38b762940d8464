import Holidays from 'date-holidays';

/*
 * Working days in Denmark: Monday to Friday without public holidays. Days are Copenhagen's, whatever clock the server
 * has. The library knows the holidays, moving ones and abolished ones (store bededag, since 2024) included.
 */
const danish = new Holidays('DK', { types: ['public'] });

const holidaysOf = new Map<number, ReadonlySet<string>>();

function holidays(year: number): ReadonlySet<string> {
	const known = holidaysOf.get(year);
	if (known) return known;
	const days = new Set(danish.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
	holidaysOf.set(year, days);
	return days;
}

/** @param day ISO date @returns the ISO date that many calendar days on */
export function addDays(day: string, days: number): string {
	const at = new Date(`${day}T12:00:00Z`);
	at.setUTCDate(at.getUTCDate() + days);
	return at.toISOString().slice(0, 10);
}

/** @param day ISO date */
export function isWorkingDay(day: string): boolean {
	const at = new Date(`${day}T12:00:00Z`);
	const weekday = at.getUTCDay();
	return weekday !== 0 && weekday !== 6 && !holidays(at.getUTCFullYear()).has(day);
}

/** The day that many working days after this one: one working day after a Friday is Monday. */
export function addWorkingDays(day: string, count: number): string {
	let result = day;
	for (let left = count; left > 0;) {
		result = addDays(result, 1);
		if (isWorkingDay(result)) left -= 1;
	}
	return result;
}

/** The day itself, or the first working day after it: nobody is to follow up on a Sunday. */
export const workingDayFrom = (day: string): string => (isWorkingDay(day) ? day : addWorkingDays(day, 1));
