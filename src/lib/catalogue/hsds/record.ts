/**
 * The shape every source of catalogue content is brought into before it is stored: the demo, HSDS packages of any
 * version, HSDS JSON. Terms follow HSDS 3 (a *service* is an offer here). Ids are the source's own; storage gives rows
 * their UUIDs from (source, id), so that importing twice changes nothing.
 */
import type { Capacity, DistrictCode, Gender, Mode, OrganisationKind, WayIn } from '../vocabulary.ts';

export interface PhoneRecord {
	number: string;
	extension?: string;
	/** HSDS phone.type: voice, text, fax … */
	type?: string;
	description?: string;
}

export interface ContactRecord {
	name?: string;
	title?: string;
	email?: string;
	phone?: string;
}

/** HSDS schedule (RFC 5545 terms). Times are local wall-clock `HH:MM`; closing before opening means past midnight. */
export interface ScheduleRecord {
	freq: 'WEEKLY' | 'MONTHLY' | 'DAILY' | 'YEARLY' | 'ONCE';
	/** RFC 5545 BYDAY: `MO,TU` or `1TU,3TU`. */
	byday?: string;
	bymonthday?: string;
	interval?: number;
	/** ISO dates */
	dtstart?: string;
	until?: string;
	count?: number;
	validFrom?: string;
	validTo?: string;
	opensAt?: string;
	closesAt?: string;
	description?: string;
}

export interface LocationRecord {
	id: string;
	name?: string;
	description?: string;
	address?: string;
	postcode?: string;
	city?: string;
	/** a code of the ten districts, else the source's own words */
	district?: DistrictCode | (string & {});
	country?: string;
	/** WGS 84 degrees */
	latitude?: number;
	longitude?: number;
	/** true: the address must never be shown (a shelter) */
	confidential?: boolean;
	/** undefined: not known */
	stepFree?: boolean;
	accessibility?: string;
	transport?: string;
	phones?: PhoneRecord[];
	schedules?: ScheduleRecord[];
}

export interface TermRecord {
	/** theme, target_group, transition, or the source's own taxonomy name */
	taxonomy: string;
	/** unique within its taxonomy */
	code: string;
	name: string;
	nameEn?: string;
	description?: string;
	parent?: string;
}

export interface OrganisationRecord {
	id: string;
	name: string;
	alternateName?: string;
	description?: string;
	/** what they believe in, in their own words */
	values?: string;
	kind?: OrganisationKind;
	email?: string;
	website?: string;
	yearFounded?: number;
	/** ISO date: the whole organisation takes no referrals through this day */
	pausedUntil?: string;
	phones?: PhoneRecord[];
	contacts?: ContactRecord[];
}

export interface OfferRecord {
	id: string;
	organisationId: string;
	name: string;
	alternateName?: string;
	/** one line: what and for whom; at most 160 characters */
	summary?: string;
	description?: string;
	url?: string;
	email?: string;
	/** HSDS service.status */
	status?: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
	eligibility?: string;
	minimumAge?: number;
	maximumAge?: number;
	gender?: Gender;
	/** how one gets in, in words */
	applicationProcess?: string;
	waysIn?: WayIn[];
	modes?: Mode[];
	fees?: string;
	/** undefined: not known */
	free?: boolean;
	waitTime?: string;
	interpretation?: string;
	/** people with lived experience take part in running it */
	peers?: boolean;
	/** whole city, districts or other words for where it reaches */
	serviceArea?: string;
	capacity?: Capacity;
	/** ISO date */
	capacityUpdated?: string;
	/** HSDS 3.1 service_capacity: free and in all, of a unit; absent unit means places */
	capacityAvailable?: number;
	capacityMaximum?: number;
	capacityUnit?: string;
	/** ISO dates: the last day on which it holds, and when the next on the waitlist may expect a place */
	capacityExpires?: string;
	waitlistUntil?: string;
	pausedUntil?: string;
	/** ISO date on which the content was last confirmed (HSDS assured_date) */
	confirmed?: string;
	confirmedBy?: 'organisation' | 'coordinator' | 'source';
	/** ISO 639-1 codes where known, else the source's words */
	languages?: string[];
	/** (taxonomy, code) pairs */
	terms?: { taxonomy: string; code: string }[];
	phones?: PhoneRecord[];
	contacts?: ContactRecord[];
	schedules?: ScheduleRecord[];
	/** HSDS service_at_location */
	locations?: { locationId: string; description?: string; schedules?: ScheduleRecord[]; phones?: PhoneRecord[] }[];
}

/** A whole catalogue from one source. */
export interface CatalogueRecords {
	organisations: OrganisationRecord[];
	locations: LocationRecord[];
	terms: TermRecord[];
	offers: OfferRecord[];
}
