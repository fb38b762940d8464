import { EntryMaker } from '../src/lib/catalogue/search/entry.ts';
import { Lexicon } from '../src/lib/catalogue/search/lexicon.ts';
import type { OfferSource } from '../src/lib/catalogue/search/offer-source.ts';
import { buildSnapshot, type Snapshot } from '../src/lib/catalogue/search/snapshot.ts';
import { Thesaurus } from '../src/lib/catalogue/search/thesaurus.ts';
import { concepts } from '../src/lib/catalogue/search/thesaurus/index.ts';
import type { CatalogueRecords } from '../src/lib/catalogue/hsds/record.ts';

/* Catalogues for tests of the search, without a database. */

const thesaurus = new Thesaurus(concepts);

/** An offer that takes people; a test names only what it is about. Its name is its slug and id. */
export function offerSource(name: string, values: Partial<OfferSource> = {}): OfferSource {
	return {
		id: name,
		slug: name,
		name,
		organisation: { slug: 'foreningen', name: 'Foreningen', kind: 'local_association' },
		gender: 'everyone',
		waysIn: ['open_access'],
		modes: ['in_person'],
		peers: false,
		languages: ['da'],
		capacity: 'open',
		confirmed: '2026-10-01',
		terms: [],
		places: [],
		schedules: [],
		...values,
	};
}

export async function snapshotOf(offers: readonly OfferSource[]): Promise<Snapshot> {
	const lexicon = new Lexicon();
	const maker = new EntryMaker(lexicon);
	const entries = offers.map((offer) => maker.make(offer));
	return buildSnapshot(1, entries, lexicon, thesaurus);
}

/** The offers of a package that has been read but not stored. Ids are the package's own. */
export function sourcesOf(records: CatalogueRecords): OfferSource[] {
	const organisations = new Map(records.organisations.map((each) => [each.id, each]));
	const locations = new Map(records.locations.map((each) => [each.id, each]));
	const terms = new Map(records.terms.map((each) => [`${each.taxonomy} ${each.code}`, each.name]));
	return records.offers.map(({ locations: visits = [], organisationId, status: _, terms: own = [], ...offer }) => {
		const { name = '', kind } = organisations.get(organisationId) ?? {};
		const places = visits.map(({ locationId }) => locations.get(locationId) ?? { id: locationId });
		const hours = visits.flatMap(({ schedules = [] }) => schedules);
		return {
			...offerSource(offer.name),
			...offer,
			slug: offer.id,
			organisation: { slug: organisationId, name, ...(kind && { kind }) },
			terms: own.map((term) => ({ ...term, name: terms.get(`${term.taxonomy} ${term.code}`) ?? term.code })),
			places: places.map((place) => ({ ...place, confidential: place.confidential ?? false })),
			schedules: [...(offer.schedules ?? []), ...hours],
		};
	});
}
