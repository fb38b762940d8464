/** The demo catalogue: organisations that don't exist, written so that the application can be tried as it is meant. */
import type { CatalogueRecords } from '../hsds/record.ts';
import { locationRecords, offerRecord, organisationRecord, termRecords } from './assemble.ts';
import { community } from './community.ts';
import type { OrganisationDraft } from './draft.ts';
import { economy } from './economy.ts';
import { family } from './family.ts';
import { health } from './health.ts';
import { housing } from './housing.ts';
import { leisure } from './leisure.ts';

/** Says on screen that nothing here is real. */
export const demoNotice = {
	da: 'Demo: alle organisationer, tilbud, personer og telefonnumre er opdigtede. Gaderne findes, men ingen af foreningerne gør.',
	en: 'Demo: every organisation, offer, person and phone number is invented. The streets are real, the organisations are not.',
} as const;

const organisations: readonly OrganisationDraft[] = [
	...economy,
	...health,
	...community,
	...leisure,
	...housing,
	...family,
];

/**
 * The demo catalogue as it looks on a given day; the same day gives the same catalogue.
 * @param today ISO date from which confirmations, capacities, pauses and seasons are counted
 */
export function demoCatalogue(today: string): CatalogueRecords {
	return {
		organisations: organisations.map(organisationRecord),
		locations: locationRecords(organisations),
		terms: termRecords(),
		offers: organisations.flatMap((organisation) =>
			organisation.offers.map((offer) => offerRecord(organisation, offer, today)),
		),
	};
}
