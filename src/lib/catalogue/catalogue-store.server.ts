import { sql } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { bumpCatalogueVersion } from './catalogue-version.server.ts';
import { noteDuplicates, type FoundDuplicate } from './duplicates/find-duplicates.server.ts';
import type { CatalogueRecords } from './hsds/record.ts';
import { storeLocations } from './store/locations.server.ts';
import { storeOffers } from './store/offers.server.ts';
import { storeOrganisations } from './store/organisations.server.ts';
import type { Run, StoreProgress, StoreResult } from './store/run.server.ts';
import { storeTerms } from './store/terms.server.ts';
import { withholdAddresses } from './store/withhold-addresses.ts';

export type { StoreProgress };

/** What became of a catalogue that was stored. */
export interface StoredCatalogue extends StoreResult {
	/** offers that may be the same as those of other sources, the surest first; empty when nothing has changed */
	duplicates: FoundDuplicate[];
}

export interface StoreOptions {
	onProgress?: (progress: StoreProgress) => void;
	/** what was changed here stays, also when the source changes it too; remembers each record for the next time */
	keepLocal?: boolean;
}

/** Arbitrary, the same for every process: imports wait for each other, or two could give the same slug. */
const importLock = 7_364_251;

/**
 * Brings the catalogue of one source up to date, within the transaction: all of it or nothing.
 *
 * What is unchanged since the last import is left alone. Slugs stay as first given. Offers that are gone become
 * inactive. What an organisation has said about capacity and what was confirmed since stands until the source says
 * something newer. Offers that may be the same as those of other sources are put before the coordinators.
 * @param tx as the system
 * @param source its name, the same every time: together with the source's own ids it makes the rows' ids
 * @param records consistent in themselves: every organisation, location and term an offer names is among them
 */
export async function storeCatalogue(
	tx: Tx,
	source: string,
	records: CatalogueRecords,
	options: StoreOptions = {},
): Promise<StoredCatalogue> {
	await tx.execute(sql`select pg_advisory_xact_lock(${importLock})`);
	const published = withholdAddresses(records);
	const run: Run = {
		tx,
		source,
		report: options.onProgress ?? (() => undefined),
		keepLocal: options.keepLocal ?? false,
	};
	const result = {
		organisations: await storeOrganisations(run, published.records),
		locations: await storeLocations(run, published.records, published.secrets),
		terms: await storeTerms(run, published.records),
		offers: await storeOffers(run, published.records),
	};
	const changes = Object.values(result).some(({ created, updated }) => created + updated > 0);
	if (!changes && result.offers.removed === 0) return { ...result, duplicates: [] };
	await bumpCatalogueVersion(tx);
	return { ...result, duplicates: await noteDuplicates(tx, source) };
}
