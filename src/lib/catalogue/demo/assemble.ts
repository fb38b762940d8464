import type {
	LocationRecord,
	OfferRecord,
	OrganisationRecord,
	PhoneRecord,
	ScheduleRecord,
	TermRecord,
} from '../hsds/record.ts';
import { targetGroups, themes, transitions, type Term } from '../vocabulary.ts';
import type { CapacityDraft, OfferDraft, OrganisationDraft, ScheduleDraft } from './draft.ts';
import { places } from './places.ts';

/** @param day ISO date · @param days may be negative · @returns ISO date */
export function shiftDay(day: string, days: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/**
 * The run of a yearly season that today belongs to or that comes next in today's year.
 * @param today ISO date · @param season first and last day as `MM-DD`
 */
export function seasonDates(
	today: string,
	[from, to]: readonly [string, string],
): { validFrom: string; validTo: string } {
	const year = Number(today.slice(0, 4));
	if (from <= to) return { validFrom: `${year}-${from}`, validTo: `${year}-${to}` };
	const first = today.slice(5) <= to ? year - 1 : year;
	return { validFrom: `${first}-${from}`, validTo: `${first + 1}-${to}` };
}

function schedule({ season, ...rest }: ScheduleDraft, today: string): ScheduleRecord {
	return season ? { ...rest, ...seasonDates(today, season) } : rest;
}

function phones(number: string | undefined): { phones?: PhoneRecord[] } {
	return number ? { phones: [{ number, type: 'voice' }] } : {};
}

function capacity(draft: CapacityDraft, today: string): Partial<OfferRecord> {
	return {
		capacity: draft.capacity,
		...(draft.daysAgo !== undefined && { capacityUpdated: shiftDay(today, -draft.daysAgo) }),
		...(draft.waitTime !== undefined && { waitTime: draft.waitTime }),
		...(draft.pausedFor !== undefined && { pausedUntil: shiftDay(today, draft.pausedFor) }),
	};
}

/** An organisation without its offers, as a record. */
export function organisationRecord(draft: OrganisationDraft): OrganisationRecord {
	const email = `${draft.mailbox ?? 'kontakt'}@${draft.domain}.example`;
	return {
		id: draft.id,
		name: draft.name,
		...(draft.alternateName && { alternateName: draft.alternateName }),
		kind: draft.kind,
		description: draft.description,
		values: draft.values,
		email,
		...(draft.website !== false && { website: `https://${draft.domain}.example` }),
		...(draft.founded !== undefined && { yearFounded: draft.founded }),
		...phones(draft.phone),
		contacts: draft.contacts.map((contact) => ({ email, ...contact })),
	};
}

/** An offer as a record. @param today ISO date that days are counted from */
export function offerRecord(organisation: OrganisationDraft, draft: OfferDraft, today: string): OfferRecord {
	const terms = [
		...draft.themes.map((code) => ({ taxonomy: 'theme', code })),
		...draft.groups.map((code) => ({ taxonomy: 'target_group', code })),
		...(draft.transitions ?? []).map((code) => ({ taxonomy: 'transition', code })),
	];
	return {
		id: `${organisation.id}/${draft.slug}`,
		organisationId: organisation.id,
		name: draft.name,
		summary: draft.summary,
		description: draft.description,
		status: 'active',
		...(draft.eligibility && { eligibility: draft.eligibility }),
		...(draft.apply && { applicationProcess: draft.apply }),
		...(draft.ages?.from !== undefined && { minimumAge: draft.ages.from }),
		...(draft.ages?.to !== undefined && { maximumAge: draft.ages.to }),
		gender: draft.gender ?? 'everyone',
		waysIn: [...draft.waysIn],
		modes: [...(draft.modes ?? ['in_person' as const])],
		...(draft.fees && { fees: draft.fees }),
		free: draft.free ?? draft.fees === undefined,
		...(draft.interpretation && { interpretation: draft.interpretation }),
		peers: draft.peers ?? false,
		...(draft.area && { serviceArea: draft.area }),
		...capacity(draft.capacity, today),
		...(draft.confirmed !== undefined && {
			confirmed: shiftDay(today, -draft.confirmed),
			confirmedBy: draft.confirmedBy ?? 'organisation',
		}),
		languages: [...(draft.languages ?? ['da'])],
		terms,
		...phones(draft.phone),
		...(draft.contact && { contacts: [draft.contact] }),
		...(draft.hours && { schedules: draft.hours.map((hours) => schedule(hours, today)) }),
		...(draft.places && {
			locations: draft.places.map(({ placeId, schedules }) => ({
				locationId: placeId,
				...(schedules.length > 0 && { schedules: schedules.map((hours) => schedule(hours, today)) }),
			})),
		}),
	};
}

/** The places that are used, in the order of the list. */
export function locationRecords(organisations: readonly OrganisationDraft[]): LocationRecord[] {
	const used = new Set<string>(
		organisations.flatMap(({ offers }) =>
			offers.flatMap((offer) => (offer.places ?? []).map(({ placeId }) => placeId)),
		),
	);
	return Object.entries<Omit<LocationRecord, 'id'>>(places)
		.filter(([id]) => used.has(id))
		.map(([id, record]) => ({ id, ...record }));
}

/** The three vocabularies that the demo's offers use, as taxonomy terms. */
export function termRecords(): TermRecord[] {
	const list = (taxonomy: string, terms: readonly Term[]): TermRecord[] =>
		terms.map(({ code, da, en }) => ({ taxonomy, code, name: da, nameEn: en }));
	return [...list('theme', themes), ...list('target_group', targetGroups), ...list('transition', transitions)];
}
