import {
	concludeOffers,
	linkAreas,
	linkContacts,
	linkLanguages,
	linkPlaces,
	linkSchedules,
	linkTerms,
	type Things,
} from './links.ts';
import { cleanTables } from './clean.ts';
import { importFailure } from './failure.ts';
import { defaultLimits, type Limits } from './limits.server.ts';
import { loadCsv, loadJson } from './load.server.ts';
import { readOffers } from './offers.ts';
import { readOrganisations } from './organisations.ts';
import { openPackage } from './package.server.ts';
import { readPlaces } from './places.ts';
import { restoreOwn } from './own.ts';
import type { CatalogueRecords } from './record.ts';
import { type ReadReport, ReportBuilder } from './report.ts';
import type { Tables } from './tables.ts';
import { readTerms } from './taxonomy.ts';

export interface ReadProgress {
	/** bytes read of those declared; the declaration may be wrong, so `done` can end elsewhere */
	done: number;
	total: number;
	file: string;
}

export interface ReadOptions {
	onProgress?: (progress: ReadProgress) => void;
	/** only for tests and for operators who know their package */
	limits?: Partial<Limits>;
	/** refused rows of one reason to keep word for word; 50 unless said */
	keepRefusals?: number;
}

/**
 * Reads a catalogue package of any HSDS version: a zip or folder of CSV, or HSDS JSON. Nothing is stored.
 * @param path a file or folder
 * @returns the records, and what was counted, repaired and refused on the way
 * @throws DomainError `import.*` (see `failures` in problems.ts) when the package as a whole cannot be read
 */
export async function readCatalogue(
	path: string,
	{ onProgress, limits: changed, keepRefusals }: ReadOptions = {},
): Promise<{ records: CatalogueRecords; report: ReadReport }> {
	const limits = { ...defaultLimits, ...changed };
	const report = new ReportBuilder(keepRefusals);
	const source = await openPackage(path, limits);
	const total = source.files.reduce((sum, file) => sum + file.bytes, 0);
	let done = 0;
	const onBytes = (bytes: number, file: string) => {
		done += bytes;
		onProgress?.({ done, total, file });
	};
	let tables: Tables;
	try {
		tables =
			source.kind === 'csv' ? await loadCsv(source, report, onBytes) : await loadJson(source, limits, report, onBytes);
	} finally {
		source.close();
	}
	const records = assemble(tables, report);
	if (Object.values(records).every((list: unknown[]) => list.length === 0)) throw importFailure('import.empty');
	return { records, report: report.finish() };
}

/** Makes records of tables, whatever these were read from. The tables are cleaned in place. */
export function assemble(tables: Tables, report: ReportBuilder): CatalogueRecords {
	cleanTables(tables, report);
	const { terms, byId } = readTerms(tables, report);
	const places = readPlaces(tables, report);
	const organisations = readOrganisations(tables, report);
	const offers = readOffers(tables, organisations, report);
	const things: Things = { organisations, offers, places, terms: byId, visits: new Map(), contacts: new Map() };
	linkPlaces(tables, things, report);
	linkAreas(tables, things, report);
	linkSchedules(tables, things, report);
	linkContacts(tables, things, report);
	linkLanguages(tables, things, report);
	linkTerms(tables, things, report);
	concludeOffers(tables, things, report);
	restoreOwn(tables, things, report);

	const locations = [...places.byId.values()].filter(({ id }) => !places.virtual.has(id));
	const records: CatalogueRecords = {
		organisations: [...organisations.values()],
		locations,
		terms,
		offers: [...offers.values()],
	};
	report.count('organisations', records.organisations.length);
	report.count('locations', locations.length);
	report.count('locationsOnMap', locations.filter(({ latitude }) => latitude !== undefined).length);
	report.count('terms', terms.length);
	report.count('offers', records.offers.length);
	report.count(
		'offerLocations',
		records.offers.reduce((sum, offer) => sum + (offer.locations?.length ?? 0), 0),
	);
	return records;
}
