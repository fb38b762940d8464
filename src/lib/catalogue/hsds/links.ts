import { isConfidential, modesOf } from './derive.ts';
import { readLanguage } from './languages.ts';
import { markConfidential, type Places } from './places.ts';
import type { ReportBuilder } from './report.ts';
import type {
	ContactRecord,
	OfferRecord,
	OrganisationRecord,
	PhoneRecord,
	ScheduleRecord,
	TermRecord,
} from './record.ts';
import { joinDays, readSchedule, withoutEcho } from './schedule.ts';
import type { SourceRow, Tables } from './tables.ts';
import { readEmail, readPhone } from './values.ts';

type OfferLocation = NonNullable<OfferRecord['locations']>[number];

/** Everything a row can belong to, by the source's ids. */
export interface Things {
	organisations: Map<string, OrganisationRecord>;
	offers: Map<string, OfferRecord>;
	places: Places;
	terms: Map<string, TermRecord>;
	/** service_at_location */
	visits: Map<string, { offer: OfferRecord; at: OfferLocation | undefined }>;
	contacts: Map<string, ContactRecord>;
}

/** service_at_location: which offer is where. */
export function linkPlaces(tables: Tables, things: Things, report: ReportBuilder): void {
	for (const row of tables.service_at_locations) {
		const { id, service_id: serviceId = '', location_id: locationId = '', description } = row.cells;
		const offer = things.offers.get(serviceId);
		if (!offer) report.refuse(row, serviceId ? 'unknown_service' : 'no_link', serviceId);
		else if (!things.places.byId.has(locationId))
			report.refuse(row, locationId ? 'unknown_location' : 'no_link', locationId);
		else {
			const isVirtual = things.places.virtual.has(locationId);
			let at = offer.locations?.find((known) => known.locationId === locationId);
			if (!at && !isVirtual) {
				at = { locationId };
				(offer.locations ??= []).push(at);
			}
			if (at && description) at.description ??= description;
			if (isVirtual && !offer.modes?.includes('online')) (offer.modes ??= []).push('online');
			if (id) things.visits.set(id, { offer, at });
		}
	}
}

/** The first link that leads somewhere wins; a row whose links all lead nowhere is refused. */
function firstOf<T>(
	row: SourceRow,
	report: ReportBuilder,
	ways: readonly (readonly [string, (id: string) => T | undefined])[],
): T | undefined {
	let named: string | undefined;
	for (const [column, find] of ways) {
		const id = row.cells[column];
		if (!id) continue;
		named ??= `${column} ${id}`;
		const found = find(id);
		if (found !== undefined) return found;
	}
	report.refuse(row, named ? 'unknown_link' : 'no_link', named);
	return undefined;
}

/** Opening hours belong to the narrowest thing they name: this offer at this place before the offer before the place. */
export function linkSchedules(tables: Tables, things: Things, report: ReportBuilder): void {
	const touched = new Map<{ schedules?: ScheduleRecord[] }, ScheduleRecord[]>();
	for (const row of tables.schedules) {
		const owner = firstOf<{ schedules?: ScheduleRecord[] }>(row, report, [
			['service_at_location_id', (id) => things.visits.get(id)?.at ?? things.visits.get(id)?.offer],
			['service_id', (id) => things.offers.get(id)],
			['location_id', (id) => things.places.byId.get(id)],
		]);
		if (!owner) continue;
		const read = readSchedule(row.cells);
		for (const { reason, value } of read.refusals) report.refuse(row, reason, value);
		for (const kind of read.repairs) {
			report.repair(
				kind,
				`${row.cells['opens_at'] ?? ''}–${row.cells['closes_at'] ?? ''} ${row.cells['description'] ?? ''}`,
			);
		}
		if (read.schedules.length === 0) continue;
		report.count('schedules', 1);
		const known = touched.get(owner);
		if (known) known.push(...read.schedules);
		else touched.set(owner, [...read.schedules]);
	}
	for (const [owner, schedules] of touched) owner.schedules = joinDays(schedules).map(withoutEcho);
}

/** A phone belongs to the widest of what it names, so that it is shown once with the offer and not at every place. */
export function linkContacts(tables: Tables, things: Things, report: ReportBuilder): void {
	interface Reachable {
		phones?: PhoneRecord[];
		contacts?: ContactRecord[];
	}
	const offerAt = (id: string) => things.visits.get(id)?.offer;
	for (const row of tables.contacts) {
		const { id, name, title, department, email } = row.cells;
		const owner = firstOf<Reachable>(row, report, [
			['service_id', (key) => things.offers.get(key)],
			['service_at_location_id', offerAt],
			['organization_id', (key) => things.organisations.get(key)],
			['location_id', (key) => (things.places.byId.has(key) ? {} : undefined)],
		]);
		if (!owner) continue;
		const contact: ContactRecord = {};
		if (name) contact.name = name;
		if (title ?? department) contact.title = [title, department].filter(Boolean).join(', ');
		const address = readEmail(email);
		if (address) contact.email = address;
		if (id) things.contacts.set(id, contact);
		(owner.contacts ??= []).push(contact);
	}
	for (const row of tables.phones) {
		const phone = readPhone(row.cells);
		if (!phone) {
			report.refuse(row, 'no_number', row.cells['number']);
			continue;
		}
		const { cleaned, ...record } = phone;
		const owner = firstOf<Reachable | { contact: ContactRecord }>(row, report, [
			['service_id', (id) => things.offers.get(id)],
			['service_at_location_id', (id) => things.visits.get(id)?.at ?? offerAt(id)],
			['location_id', (id) => things.places.byId.get(id)],
			['organization_id', (id) => things.organisations.get(id)],
			['contact_id', (id) => (things.contacts.has(id) ? { contact: things.contacts.get(id) ?? {} } : undefined)],
		]);
		if (!owner) continue;
		if (cleaned) report.repair('phone_cleaned', row.cells['number'] ?? '');
		report.count('phones', 1);
		if ('contact' in owner) owner.contact.phone ??= record.number;
		else if (!owner.phones?.some((known) => known.number === record.number && known.extension === record.extension)) {
			(owner.phones ??= []).push(record);
		}
	}
	for (const { contacts } of [...things.offers.values(), ...things.organisations.values()]) {
		contacts?.splice(0, contacts.length, ...contacts.filter((contact) => Object.keys(contact).length > 0));
	}
}

/** A language of a place is a language of every offer there. */
export function linkLanguages(tables: Tables, things: Things, report: ReportBuilder): void {
	const offersAt = new Map<string, OfferRecord[]>();
	for (const offer of things.offers.values()) {
		for (const { locationId } of offer.locations ?? [])
			offersAt.set(locationId, [...(offersAt.get(locationId) ?? []), offer]);
	}
	const words = new Map<OfferRecord, Set<string>>();
	for (const row of tables.languages) {
		const { name, code } = row.cells;
		if (!name && !code) continue;
		const owners = firstOf<OfferRecord[]>(row, report, [
			['service_id', (id) => asList(things.offers.get(id))],
			['location_id', (id) => (things.places.byId.has(id) ? (offersAt.get(id) ?? []) : undefined)],
			['phone_id', () => []],
		]);
		if (!owners) continue;
		const read = readLanguage(name, code);
		if (read.languages.length > 1) report.repair('language_split', name ?? '');
		if (read.words) report.repair('language_as_words', read.words);
		for (const offer of owners) {
			offer.languages = [...new Set([...(offer.languages ?? []), ...read.languages])];
			if (read.words) words.set(offer, (words.get(offer) ?? new Set()).add(read.words));
		}
		report.count('languages', read.languages.length);
	}
	for (const [offer, said] of words) offer.interpretation = [offer.interpretation, ...said].filter(Boolean).join('\n');
}

const asList = <T>(thing: T | undefined): T[] | undefined => (thing === undefined ? undefined : [thing]);

/** Taxonomy links of services; those of other things have no place in the catalogue. */
export function linkTerms(tables: Tables, things: Things, report: ReportBuilder): void {
	const seen = new Map<OfferRecord, Set<TermRecord>>();
	for (const row of tables.attributes) {
		const { link_id: linkId = '', taxonomy_term_id: termId = '', link_entity: entity } = row.cells;
		const offer = things.offers.get(linkId);
		const term = things.terms.get(termId);
		if (!offer && (things.organisations.has(linkId) || things.places.byId.has(linkId)))
			report.ignore(`${row.file} (${entity ?? 'other'})`);
		else if (!offer) report.refuse(row, linkId ? 'unknown_link' : 'no_link', linkId);
		else if (!term) report.refuse(row, 'unknown_term', termId);
		else {
			const terms = seen.get(offer) ?? new Set();
			seen.set(offer, terms);
			if (terms.has(term)) continue;
			terms.add(term);
			(offer.terms ??= []).push({ taxonomy: term.taxonomy, code: term.code });
			if (/\bpeer\b/iu.test(`${term.code} ${term.name}`)) offer.peers = true;
			report.count('offerTerms', 1);
		}
	}
}

/** Where an offer reaches, and with it how it reaches the citizen. */
export function linkAreas(tables: Tables, things: Things, report: ReportBuilder): void {
	const areas = new Map<OfferRecord, Set<string>>();
	for (const row of tables.service_areas) {
		const { name, description } = row.cells;
		const offer = firstOf(row, report, [
			['service_id', (id) => things.offers.get(id)],
			['service_at_location_id', (id) => things.visits.get(id)?.offer],
		]);
		const words = name ?? description;
		if (offer && words) areas.set(offer, (areas.get(offer) ?? new Set()).add(words));
	}
	for (const [offer, words] of areas) offer.serviceArea = [...words].join(', ');
}

/** How each offer reaches the citizen, and whose address must stay hidden; last, when all words are there. */
export function concludeOffers(tables: Tables, things: Things, report: ReportBuilder): void {
	const attending = new Map<string, string>();
	for (const { cells } of tables.schedules) {
		if (cells['service_id'] && cells['attending_type']) attending.set(cells['service_id'], cells['attending_type']);
	}
	for (const offer of things.offers.values()) {
		const locations = offer.locations ?? [];
		const modes = modesOf({
			hasPlace: locations.length > 0,
			virtual: offer.modes?.includes('online') ?? false,
			labels: [offer.name, offer.alternateName, offer.serviceArea, attending.get(offer.id)].filter(Boolean).join('\n'),
			description: offer.description ?? '',
		});
		if (modes.length > 0) offer.modes = modes;
		if (isConfidential(offer.name, offer.serviceArea, offer.description)) {
			for (const { locationId } of locations) {
				const place = things.places.byId.get(locationId);
				if (place) markConfidential(place, report);
			}
		}
	}
}
