/**
 * Dates as people say them, always by the clock in Copenhagen, whatever the server's or the browser's zone.
 * A day without a time is ISO text (`2026-11-27`), an instant is a Date.
 */
export type Locale = 'da' | 'en';
export type Day = string;

const zone = 'Europe/Copenhagen';
const language = { da: 'da-DK', en: 'en-GB' } as const;
const dayMs = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	let found = formatters.get(key);
	if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })));
	return found;
}

/** Noon of a day is the same day in Copenhagen as in UTC. */
const instantOf = (date: Date | Day): Date => (typeof date === 'string' ? new Date(`${date}T12:00:00Z`) : date);

/** The day in Copenhagen on which an instant falls, as ISO text. */
export function isoDay(date: Date): Day {
	return formatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(date);
}

/**
 * The instant at which a day begins in Copenhagen.
 * @param day ISO text, as a date field sends it · @param later whole days on
 * @returns undefined when it is no day
 */
export function dayStart(day: Day, later = 0): Date | undefined {
	const midnight = Date.parse(`${day}T00:00:00Z`);
	if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(midnight)) return undefined;
	const wanted = new Date(midnight + later * dayMs).toISOString().slice(0, 10);
	// Copenhagen is one or two hours ahead of UTC.
	const [summer, winter] = [2, 1].map((hours) => new Date(Date.parse(`${wanted}T00:00:00Z`) - hours * 3_600_000));
	return summer && isoDay(summer) === wanted ? summer : winter;
}

/** Whole days from one day to another: positive when `to` is later. */
export function daysBetween(from: Date | Day, to: Date | Day): number {
	const midnight = (date: Date | Day) => Date.parse(`${typeof date === 'string' ? date : isoDay(date)}T00:00:00Z`);
	return Math.round((midnight(to) - midnight(from)) / dayMs);
}

/**
 * `fredag 27. november` · `Friday 27 November`.
 * @param now when given and in another year, the year is added
 */
export function longDate(date: Date | Day, locale: Locale, now?: Date): string {
	const instant = instantOf(date);
	const year = now && isoDay(instant).slice(0, 4) !== isoDay(now).slice(0, 4) ? ({ year: 'numeric' } as const) : {};
	const text = formatter(language[locale], { weekday: 'long', day: 'numeric', month: 'long', ...year }).format(instant);
	return text.replace(' den ', ' ').replace(',', '');
}

/** `fredag` · `Friday`. */
export const weekdayName = (date: Date | Day, locale: Locale): string =>
	formatter(language[locale], { weekday: 'long' }).format(instantOf(date));

/** `27. nov. 2026` · `27 Nov 2026`: for tables. */
export function shortDate(date: Date | Day, locale: Locale): string {
	return formatter(language[locale], { day: 'numeric', month: 'short', year: 'numeric' }).format(instantOf(date));
}

/** `kl. 14`, `kl. 14.30` · `14:00`. */
export function timeOfDay(date: Date, locale: Locale): string {
	const text = formatter(language[locale], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);
	if (locale === 'en') return text;
	const [hour = '', minute = ''] = text.split(/[.:]/);
	return `kl. ${Number(hour)}${minute === '00' ? '' : `.${minute}`}`;
}

/** `fredag 27. november kl. 14` · `Friday 27 November at 14:00`. */
export function longDateTime(date: Date, locale: Locale, now?: Date): string {
	return `${longDate(date, locale, now)} ${locale === 'en' ? 'at ' : ''}${timeOfDay(date, locale)}`;
}

/** `27. nov. 2026 kl. 14.05` · `27 Nov 2026, 14:05`: for logs. */
export function shortDateTime(date: Date, locale: Locale): string {
	return `${shortDate(date, locale)}${locale === 'en' ? ',' : ''} ${timeOfDay(date, locale)}`;
}

/**
 * How long ago, or how long until: `lige nu`, `for 3 timer siden`, `i går`, `for 12 dage siden`, `om 2 dage`.
 * By the clock within the day, by the calendar beyond it; months from 60 days on, years from 24 months on.
 */
export function ago(date: Date | Day, now: Date, locale: Locale): string {
	const relative = new Intl.RelativeTimeFormat(language[locale], { numeric: 'auto' });
	const days = daysBetween(now, date);
	if (days === 0) {
		if (typeof date === 'string') return relative.format(0, 'day');
		const minutes = Math.round((date.getTime() - now.getTime()) / 60_000);
		if (minutes === 0) return locale === 'da' ? 'lige nu' : 'just now';
		if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
		return relative.format(Math.round(minutes / 60), 'hour');
	}
	if (Math.abs(days) < 60) return relative.format(days, 'day');
	const months = Math.round(days / 30.44);
	return Math.abs(months) < 24 ? relative.format(months, 'month') : relative.format(Math.round(months / 12), 'year');
}
