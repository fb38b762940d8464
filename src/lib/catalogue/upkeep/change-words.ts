import * as messages from '../../paraglide/messages.js';
import { languageName } from '../../ui/language-name.ts';
import { shortDate, type Locale } from '../../ui/dates.ts';
import {
	capacities,
	genders,
	modes,
	targetGroups,
	termName,
	themes,
	transitions,
	waysIn,
	type Term,
} from '../vocabulary.ts';
import type { PhoneRecord, ScheduleRecord } from '../hsds/record.ts';
import type { ContentField, ContentPatch } from './content.ts';
import { daysText } from './single-days.ts';
import { weekOf } from './weekly-hours.ts';

/*
 * A change in words, for a page to show. Worked out on the server, so that the browser need not be sent every word of
 * the vocabulary.
 */

/** One field of a change: what it is called, and what it was and became. */
export interface DifferenceRow {
	field: string;
	before: string;
	after: string;
}

const texts = messages as unknown as Record<string, (() => string) | undefined>;
const said = (key: string) => texts[key]?.() ?? key;

const vocabularies: Partial<Record<ContentField, readonly Term[]>> = {
	gender: genders,
	waysIn,
	modes,
	themes,
	targetGroups,
	transitions,
	capacity: capacities,
};
const days: readonly ContentField[] = [
	'capacityUpdated',
	'capacityExpires',
	'waitlistUntil',
	'pausedUntil',
	'confirmed',
];

function hours(schedules: readonly ScheduleRecord[], locale: Locale): string {
	// The first of January 2024 was a Monday.
	const names = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };
	const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
	const week = Object.entries(weekOf(schedules)).map(([day, hours]) => {
		const date = new Date(Date.UTC(2024, 0, names[day as keyof typeof names]));
		return `${weekday.format(date)} ${hours}`;
	});
	const single = daysText(schedules)
		.split('\n')
		.filter((day) => day !== '');
	return [...week, ...single].join(', ');
}

function words(field: ContentField, value: unknown, locale: Locale, places: ReadonlyMap<string, string>): string {
	if (value === null || value === undefined || value === '') return said('upkeep_nothing');
	if (typeof value === 'boolean') return said(value ? 'upkeep_yes' : 'upkeep_no');
	const terms = vocabularies[field];
	if (Array.isArray(value)) {
		if (value.length === 0) return said('upkeep_nothing');
		if (field === 'schedules') return hours(value as ScheduleRecord[], locale) || said('upkeep_nothing');
		if (field === 'phones') return (value as PhoneRecord[]).map(({ number }) => number).join(', ');
		const name = (each: string) => {
			if (terms) return termName(terms, each, locale);
			if (field === 'languages') return languageName(each, locale);
			return places.get(each) ?? each;
		};
		return (value as string[]).map(name).join(', ');
	}
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
	if (terms) return termName(terms, text, locale);
	if (days.includes(field)) return shortDate(text, locale);
	if (field === 'status') return said(`upkeep_status_${text.replaceAll(' ', '_')}`);
	if (field === 'confirmedBy') return said(`upkeep_party_${text === 'source' ? 'import' : text}`);
	return text;
}

/** @param places what each place is called for whoever looks */
export function differenceRows(
	{ before, after }: { before: ContentPatch; after: ContentPatch },
	locale: Locale,
	places: ReadonlyMap<string, string>,
): DifferenceRow[] {
	return Object.keys(after).map((name) => {
		const field = name as ContentField;
		return {
			field: said(`upkeep_field_${field}`),
			before: words(field, before[field], locale, places),
			after: words(field, after[field], locale, places),
		};
	});
}

/** Which role did it, and what. */
export const versionWords = (by: string, act: string): string =>
	`${said(`upkeep_party_${by}`)} ${said(`upkeep_act_${act}`)}`;
