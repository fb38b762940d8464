import type { CatalogueRecords } from '../src/lib/catalogue/hsds/record.ts';

/** A catalogue of one organisation with so many offers, all at one place. */
export function manyOffers(count: number): CatalogueRecords {
	return {
		organisations: [{ id: 'o', name: 'Foreningen' }],
		locations: [{ id: 'l', address: 'Prøvegade 1', latitude: 55.69, longitude: 12.55 }],
		terms: [{ taxonomy: 'theme', code: 'leisure', name: 'Fritid' }],
		offers: Array.from({ length: count }, (_, index) => ({
			id: `${index}`,
			organisationId: 'o',
			name: `Tilbud ${index}`,
			description: 'Vi ses i værkstedet, hvor der er kaffe og altid en, der kan hjælpe.',
			terms: [{ taxonomy: 'theme', code: 'leisure' }],
			locations: [{ locationId: 'l' }],
		})),
	};
}
