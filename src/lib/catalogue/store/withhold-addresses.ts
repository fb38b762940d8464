import type { CatalogueRecords, LocationRecord } from '../hsds/record.ts';

/** What must not be known of a shelter's whereabouts. */
export type SecretAddress = Pick<LocationRecord, 'address' | 'postcode' | 'city' | 'latitude' | 'longitude'>;

const placeholder = 'hemmelig adresse';
/** Words that stand where an address is withheld already. */
const withheld = /confidential|hemmelig|fortrolig|anonym|undisclosed|secret/iu;
/** Not for reading but for following: a placeholder would only break them, and the source publishes them itself. */
const untouched = new Set(['id', 'organisationId', 'locationId', 'email', 'url', 'website', 'taxonomy', 'code']);

/**
 * Takes the addresses of confidential places out of everything that will be published: the place itself, and the texts
 * of the offers there and of their organisations, where writers like to repeat them. The district stays.
 * @returns records fit to publish, and the addresses by the location's id
 */
export function withholdAddresses(records: CatalogueRecords): {
	records: CatalogueRecords;
	secrets: Map<string, SecretAddress>;
} {
	const secrets = new Map<string, SecretAddress>();
	const patterns = new Map<string, RegExp[]>();
	for (const location of records.locations) {
		if (!location.confidential) continue;
		const { address, postcode, city, latitude, longitude } = location;
		secrets.set(location.id, { address, postcode, city, latitude, longitude });
		patterns.set(location.id, streetPatterns(address));
	}
	if (secrets.size === 0) return { records, secrets };

	const ofOrganisation = new Map<string, RegExp[]>();
	const offers = records.offers.map((offer) => {
		const found = (offer.locations ?? []).flatMap(({ locationId }) => patterns.get(locationId) ?? []);
		if (found.length === 0) return offer;
		ofOrganisation.set(offer.organisationId, [...(ofOrganisation.get(offer.organisationId) ?? []), ...found]);
		return scrub(offer, found);
	});
	const organisations = records.organisations.map((organisation) => {
		const found = ofOrganisation.get(organisation.id);
		return found ? scrub(organisation, found) : organisation;
	});
	const locations = records.locations.map((location) => {
		const found = patterns.get(location.id);
		return found ? scrub(withoutPlace(location), found) : location;
	});
	return { records: { ...records, organisations, offers, locations }, secrets };
}

/** Takes the streets of secret addresses out of texts that a person has typed. */
export function withholdStreets<T>(texts: T, addresses: readonly (string | null)[]): T {
	const patterns = addresses.flatMap((address) => streetPatterns(address ?? undefined));
	return patterns.length === 0 ? texts : scrub(texts, patterns);
}

/** How to get there would tell where it is. */
function withoutPlace(location: LocationRecord): LocationRecord {
	return {
		...location,
		address: undefined,
		postcode: undefined,
		city: undefined,
		latitude: undefined,
		longitude: undefined,
		transport: undefined,
	};
}

/** What finds each street of an address in a text, with or without the number, in Danish or English order. */
function streetPatterns(address: string | undefined): RegExp[] {
	return (address ?? '').split(',').flatMap((part) => {
		const street = part
			.replace(/^[\s\d.]+\p{L}?\s/u, '')
			.replace(/\s+\d.*$/u, '')
			.trim();
		if (!/\p{L}{4}/u.test(street) || withheld.test(street)) return [];
		const words = street.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
		return [
			new RegExp(
				`(?<![\\p{L}\\d])(?:\\d+\\s?\\p{L}?\\s+)?${words.join('\\s+')}\\p{L}*(?:\\s*\\d+\\s?\\p{Lu}?(?!\\p{L}))?`,
				'giu',
			),
		];
	});
}

function scrub<T>(value: T, patterns: readonly RegExp[]): T {
	const clean = (part: unknown, key: string): unknown => {
		if (typeof part === 'string') {
			return untouched.has(key) ? part : patterns.reduce((text, pattern) => text.replace(pattern, placeholder), part);
		}
		if (Array.isArray(part)) return part.map((item) => clean(item, key));
		if (typeof part !== 'object' || part === null) return part;
		return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, clean(inner, name)]));
	};
	return clean(value, '') as T;
}
