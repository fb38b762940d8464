import { m } from '../../paraglide/messages.js';
import { ago, type Locale } from '../../ui/dates.ts';
import { freshness } from '../freshness.ts';
import { distanceWords } from '../near/position.ts';
import type { ScheduleRecord } from '../hsds/record.ts';
import { localTime, openingStateAt, type OpeningState } from '../opening-hours.ts';
import { openingWords } from '../opening-words.ts';
import { capacityToday } from '../pause.ts';
import { genders, modes, termName, waysIn, type Capacity } from '../vocabulary.ts';
import type { Entry } from './entry.ts';
import type { Explanation } from './explain.ts';

/** An offer in a list, in words: what a page shows and nothing it would have to work out. */
export interface CardView {
	readonly id: string;
	readonly slug: string;
	readonly name: string;
	readonly organisation: string;
	readonly line: string;
	readonly where: string;
	/** from the place that distances are counted from, in words; empty where it is not known */
	readonly distance: string;
	readonly secret: boolean;
	readonly when: string;
	readonly open: boolean;
	readonly wayIn: string;
	readonly capacity: Capacity;
	/** places free, where that is known and holds */
	readonly available: number | null;
	/** …of so many, where that is known */
	readonly maximum: number | null;
	/** what is counted when it is not places */
	readonly unit: string | null;
	/** ISO date by which the next on the waitlist may expect a place */
	readonly waitlistUntil: string | null;
	/** ISO date through which it pauses */
	readonly pausedUntil: string | null;
	readonly confirmed: string;
	readonly aging: boolean;
	/** who it is for when not for all: women only, ages */
	readonly bars: readonly string[];
	readonly userOrganisation: boolean;
	readonly why: readonly Explanation[];
}

const openings = new WeakMap<readonly ScheduleRecord[], { minute: string; state: OpeningState }>();

/** Offers share lists of hours, and a page is asked for many times a minute. */
function openingAt(schedules: readonly ScheduleRecord[], now: Date): OpeningState {
	const at = localTime(now);
	const minute = `${at.date} ${at.minute}`;
	const known = openings.get(schedules);
	if (known?.minute === minute) return known.state;
	const state = openingStateAt(schedules, at);
	openings.set(schedules, { minute, state });
	return state;
}

function where({ places, modes: ways }: Entry, locale: Locale): string {
	const [first] = places;
	if (!first) return ways.map((mode) => termName(modes, mode, locale)).join(' · ') || m.catalogue_where_nowhere();
	const place = first.confidential ? m.catalogue_where_secret() : (first.address ?? m.catalogue_where_nowhere());
	const more = places.length - 1;
	return more > 0 ? `${place} ${m.catalogue_more_places({ count: more, number: String(more) })}` : place;
}

function bars({ minimumAge: from, maximumAge: to, gender }: Entry, locale: Locale): string[] {
	const age =
		from !== undefined && to !== undefined
			? m.catalogue_age_between({ from, to })
			: from !== undefined
				? m.catalogue_age_from({ from })
				: to !== undefined
					? m.catalogue_age_to({ to })
					: undefined;
	return [...(gender === 'everyone' ? [] : [termName(genders, gender, locale)]), ...(age ? [age] : [])];
}

function away({ places }: Entry, metres: number, locale: Locale): string {
	const distance = distanceWords(metres, locale);
	return places.length > 1 ? m.catalogue_distance_nearest({ distance }) : m.catalogue_distance({ distance });
}

const agos = new Map<string, string>();

/** `for 12 dage siden`, remembered: there are few different days, and many cards. */
function daysAgo(day: string, now: Date, today: string, locale: Locale): string {
	const key = `${locale} ${today} ${day}`;
	let words = agos.get(key);
	if (words === undefined) {
		if (agos.size > 2_000) agos.clear();
		agos.set(key, (words = ago(day, now, locale)));
	}
	return words;
}

/** What a card shows of an offer. @param metres to its nearest place */
export function cardView(
	entry: Entry,
	why: readonly Explanation[],
	now: Date,
	locale: Locale,
	metres?: number,
): CardView {
	const { date: today } = localTime(now);
	const opening = openingAt(entry.schedules, now);
	const { confirmed, pausedUntil = null, capacity, capacityExpires = null } = entry;
	const room = capacityToday({ capacity, pausedUntil, capacityExpires }, today);
	const counted = room === 'open' || room === 'few';
	return {
		id: entry.id,
		slug: entry.slug,
		name: entry.name,
		organisation: entry.organisation.name,
		line: entry.line,
		where: where(entry, locale),
		distance: metres === undefined ? '' : away(entry, metres, locale),
		secret: entry.places[0]?.confidential ?? false,
		when: openingWords(opening, today, locale),
		open: opening.state === 'open',
		wayIn: entry.waysIn.map((way) => termName(waysIn, way, locale)).join(' · '),
		capacity: room,
		available: counted ? (entry.capacityAvailable ?? null) : null,
		maximum: counted ? (entry.capacityMaximum ?? null) : null,
		unit: counted ? (entry.capacityUnit ?? null) : null,
		waitlistUntil: (entry.waitlistUntil ?? '') >= today ? (entry.waitlistUntil ?? null) : null,
		pausedUntil,
		confirmed: confirmed
			? m.catalogue_confirmed_ago({ ago: daysAgo(confirmed, now, today, locale) })
			: m.catalogue_confirmed_never(),
		aging: ['aging', 'old'].includes(freshness(confirmed ?? null, today)),
		bars: bars(entry, locale),
		userOrganisation: entry.organisation.kind === 'user_organisation',
		why,
	};
}
