import { m } from '../paraglide/messages.js';
import { weekdayName, longDate, type Locale } from '../ui/dates.ts';
import { addDays, type OpeningState } from './opening-hours.ts';

/** `kl. 14`, `kl. 14.30` · `14:00`, from `HH:MM`. */
export function clockWords(time: string, locale: Locale): string {
	if (locale === 'en') return m.catalogue_clock({ time });
	const [hour = '', minute = ''] = time.split(':');
	return m.catalogue_clock({ time: minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}` });
}

/**
 * When an offer is open, in a few words: `Åbent nu til kl. 16`, `Åbner i morgen kl. 10`.
 * @param today ISO date in Copenhagen
 */
export function openingWords(opening: OpeningState, today: string, locale: Locale): string {
	if (opening.state === 'unknown') return m.catalogue_hours_unknown();
	if (opening.state === 'open') {
		if (opening.allDay) return m.catalogue_open_all_day();
		const { closesAt } = opening.now;
		return closesAt ? m.catalogue_open_until({ time: clockWords(closesAt, locale) }) : m.catalogue_open_now_on();
	}
	const { next } = opening;
	if (!next) return m.catalogue_closed_for_now();
	const time = clockWords(next.opensAt, locale);
	if (next.date === today) return m.catalogue_opens_today({ time });
	if (next.date === addDays(today, 1)) return m.catalogue_opens_tomorrow({ time });
	// Within the week the weekday says enough.
	const day = next.date < addDays(today, 7) ? weekdayName(next.date, locale) : longDate(next.date, locale);
	return m.catalogue_opens_day({ day, time });
}
