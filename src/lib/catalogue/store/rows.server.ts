import type { LocationRecord, OfferRecord, OrganisationRecord, TermRecord } from '../hsds/record.ts';
import { recordId } from './record-identity.server.ts';
import type { location, offer, offerLocation, offerTerm, organisation, term } from '../tables.server.ts';
import { targetGroups, themes, transitions, type Term } from '../vocabulary.ts';

/*
 * Records as rows of the tables. Every column is named, also when it is empty: an update must clear what the source no
 * longer says.
 */

interface Origin {
	source: string;
	contentHash: string;
	updatedAt: Date;
}

export function organisationRow(
	record: OrganisationRecord,
	slug: string,
	origin: Origin,
): typeof organisation.$inferInsert {
	return {
		id: recordId(origin.source, 'organisation', record.id),
		slug,
		name: record.name,
		alternateName: record.alternateName ?? null,
		description: record.description ?? null,
		values: record.values ?? null,
		kind: record.kind ?? null,
		email: record.email ?? null,
		website: record.website ?? null,
		yearFounded: record.yearFounded ?? null,
		pausedUntil: record.pausedUntil ?? null,
		phones: record.phones ?? [],
		contacts: record.contacts ?? [],
		sourceId: record.id,
		...origin,
	};
}

/** @param record of a confidential place without its address (see withhold-addresses.ts) */
export function locationRow(record: LocationRecord, origin: Origin): typeof location.$inferInsert {
	return {
		id: recordId(origin.source, 'location', record.id),
		name: record.name ?? null,
		description: record.description ?? null,
		address: record.address ?? null,
		postcode: record.postcode ?? null,
		city: record.city ?? null,
		district: record.district ?? null,
		country: record.country ?? null,
		latitude: record.latitude ?? null,
		longitude: record.longitude ?? null,
		confidential: record.confidential ?? false,
		stepFree: record.stepFree ?? null,
		accessibility: record.accessibility ?? null,
		transport: record.transport ?? null,
		phones: record.phones ?? [],
		schedules: record.schedules ?? [],
		sourceId: record.id,
		...origin,
	};
}

export function offerRow(record: OfferRecord, slug: string, origin: Origin): typeof offer.$inferInsert {
	return {
		id: recordId(origin.source, 'offer', record.id),
		slug,
		organisationId: recordId(origin.source, 'organisation', record.organisationId),
		name: record.name,
		alternateName: record.alternateName ?? null,
		summary: record.summary ?? null,
		description: record.description ?? null,
		url: record.url ?? null,
		email: record.email ?? null,
		status: record.status ?? 'active',
		eligibility: record.eligibility ?? null,
		minimumAge: record.minimumAge ?? null,
		maximumAge: record.maximumAge ?? null,
		gender: record.gender ?? 'everyone',
		applicationProcess: record.applicationProcess ?? null,
		waysIn: record.waysIn ?? [],
		modes: record.modes ?? [],
		fees: record.fees ?? null,
		free: record.free ?? null,
		waitTime: record.waitTime ?? null,
		interpretation: record.interpretation ?? null,
		peers: record.peers ?? false,
		serviceArea: record.serviceArea ?? null,
		languages: record.languages ?? [],
		capacity: record.capacity ?? 'unknown',
		capacityUpdated: record.capacityUpdated ?? null,
		capacityAvailable: record.capacityAvailable ?? null,
		capacityMaximum: record.capacityMaximum ?? null,
		capacityUnit: record.capacityUnit ?? null,
		capacityExpires: record.capacityExpires ?? null,
		waitlistUntil: record.waitlistUntil ?? null,
		pausedUntil: record.pausedUntil ?? null,
		confirmed: record.confirmed ?? null,
		confirmedBy: record.confirmedBy ?? null,
		schedules: record.schedules ?? [],
		phones: record.phones ?? [],
		contacts: record.contacts ?? [],
		sourceId: record.id,
		...origin,
	};
}

export function offerLocationRows(source: string, record: OfferRecord): (typeof offerLocation.$inferInsert)[] {
	const offerId = recordId(source, 'offer', record.id);
	return (record.locations ?? []).map((at) => ({
		offerId,
		locationId: recordId(source, 'location', at.locationId),
		description: at.description ?? null,
		schedules: at.schedules ?? [],
		phones: at.phones ?? [],
	}));
}

const termId = (taxonomy: string, code: string) => recordId('', 'term', taxonomy, code);

export function offerTermRows(source: string, record: OfferRecord): (typeof offerTerm.$inferInsert)[] {
	const offerId = recordId(source, 'offer', record.id);
	return (record.terms ?? []).map(({ taxonomy, code }) => ({ offerId, termId: termId(taxonomy, code) }));
}

const ownTaxonomies: Readonly<Record<string, readonly Term[]>> = {
	theme: themes,
	target_group: targetGroups,
	transition: transitions,
};

/** Terms belong to all sources; the words for our own codes are ours, whatever a source calls them. */
export function termRow(record: TermRecord): typeof term.$inferInsert & { id: string } {
	const { taxonomy, code } = record;
	const own = ownTaxonomies[taxonomy]?.find((each) => each.code === code);
	const words = own
		? { name: own.da, nameEn: own.en, description: null, parent: null }
		: {
				name: record.name,
				nameEn: record.nameEn ?? null,
				description: record.description ?? null,
				parent: record.parent ?? null,
			};
	return { id: termId(taxonomy, code), taxonomy, code, ...words };
}
