/**
 * The short hand in which the demo catalogue is written. Days are counted from the day the catalogue is made, so that
 * the demo never grows old; `assemble.ts` turns drafts into records.
 */
import type { OfferRecord, OrganisationRecord } from '../hsds/record.ts';
import type {
	Capacity,
	Gender,
	Mode,
	OrganisationKind,
	TargetGroupCode,
	ThemeCode,
	TransitionCode,
	WayIn,
} from '../vocabulary.ts';
import type { PlaceId } from './places.ts';

export interface ScheduleDraft {
	freq: 'WEEKLY' | 'MONTHLY' | 'DAILY';
	byday?: string;
	opensAt: string;
	closesAt: string;
	description?: string;
	/** first and last day as `MM-DD`; a last day before the first is in the next year */
	season?: readonly [string, string];
}

export interface CapacityDraft {
	capacity: Capacity;
	/** days since the organisation last said so */
	daysAgo?: number;
	waitTime?: string;
	/** days until the pause ends */
	pausedFor?: number;
}

export interface PlaceDraft {
	placeId: PlaceId;
	/** only when the hours differ between places */
	schedules: ScheduleDraft[];
}

export interface OfferDraft {
	/** the last part of the id: `gaeldscafe` in `blaa-baenk/gaeldscafe` */
	slug: string;
	name: string;
	/** one line: what and for whom; at most 160 characters */
	summary: string;
	description: string;
	eligibility?: string;
	/** how one gets in, in words */
	apply?: string;
	themes: readonly [ThemeCode, ...ThemeCode[]];
	groups: readonly TargetGroupCode[];
	transitions?: readonly TransitionCode[];
	ages?: { from?: number; to?: number };
	/** everyone unless said */
	gender?: Gender;
	/** Danish only unless said */
	languages?: readonly string[];
	interpretation?: string;
	waysIn: readonly [WayIn, ...WayIn[]];
	/** in person unless said */
	modes?: readonly [Mode, ...Mode[]];
	places?: readonly PlaceDraft[];
	/** left out: hours not known */
	hours?: readonly ScheduleDraft[];
	/** what it costs; left out: free */
	fees?: string;
	/** when it is free although there are words about money */
	free?: boolean;
	capacity: CapacityDraft;
	/** days since the content was confirmed; left out: never */
	confirmed?: number;
	confirmedBy?: OfferRecord['confirmedBy'];
	/** people with lived experience take part in running it */
	peers?: boolean;
	area?: string;
	phone?: string;
	contact?: { name: string; title: string };
}

export interface OrganisationDraft {
	id: string;
	name: string;
	alternateName?: string;
	kind: OrganisationKind;
	founded?: number;
	description: string;
	values: string;
	/** `blaabaenk` gives blaabaenk.example */
	domain: string;
	/** the part before the @; `kontakt` unless said */
	mailbox?: string;
	/** false: no website of its own */
	website?: false;
	phone?: string;
	contacts: readonly NonNullable<OrganisationRecord['contacts']>[number][];
	offers: readonly OfferDraft[];
}

/** @param byday RFC 5545: `MO,WE` · @param opensAt local `HH:MM`; closing before opening means past midnight */
export function weekly(byday: string, opensAt: string, closesAt: string, description?: string): ScheduleDraft {
	return { freq: 'WEEKLY', byday, opensAt, closesAt, ...(description ? { description } : {}) };
}

/** @param byday RFC 5545 with its number in the month: `1TU,3TU`; `-1FR` is the last Friday */
export function monthly(byday: string, opensAt: string, closesAt: string, description?: string): ScheduleDraft {
	return { freq: 'MONTHLY', byday, opensAt, closesAt, ...(description ? { description } : {}) };
}

export function daily(opensAt: string, closesAt: string, description?: string): ScheduleDraft {
	return { freq: 'DAILY', opensAt, closesAt, ...(description ? { description } : {}) };
}

/** Only in part of the year: `from` and `to` as `MM-DD`. */
export function season(from: string, to: string, schedule: ScheduleDraft): ScheduleDraft {
	return { ...schedule, season: [from, to] };
}

export function place(placeId: PlaceId, ...schedules: ScheduleDraft[]): PlaceDraft {
	return { placeId, schedules };
}

export const open = (daysAgo: number): CapacityDraft => ({ capacity: 'open', daysAgo });
export const few = (daysAgo: number): CapacityDraft => ({ capacity: 'few', daysAgo });
export const full = (daysAgo: number): CapacityDraft => ({ capacity: 'full', daysAgo });
export const waitlist = (daysAgo: number, waitTime: string): CapacityDraft => ({
	capacity: 'waitlist',
	daysAgo,
	waitTime,
});
export const paused = (daysAgo: number, pausedFor: number): CapacityDraft => ({
	capacity: 'paused',
	daysAgo,
	pausedFor,
});
export const unknown: CapacityDraft = { capacity: 'unknown' };
