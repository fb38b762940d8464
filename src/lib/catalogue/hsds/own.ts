import type { z } from 'zod';
import {
	extensionKey,
	locationExtension,
	offerExtension,
	organisationExtension,
	termExtension,
	visitExtension,
} from './extension.ts';
import type { Things } from './links.ts';
import type { LocationRecord, OfferRecord, OrganisationRecord, TermRecord } from './record.ts';
import type { ReportBuilder } from './report.ts';
import type { SourceRow, Tables } from './tables.ts';
import { readAge, readDate } from './values.ts';

/** Whether this was written by a Socialkompas: then its texts are plain already, and nothing has to be guessed. */
export const isOwn = (tables: Tables): boolean =>
	[...tables.organizations, ...tables.services].some(({ cells }) => cells[extensionKey] !== undefined);

/**
 * Puts what a Socialkompas wrote beside the standard's fields in place of what was read out of sentences, so that a
 * package gives back the catalogue it was made from. Texts are those of the standard's fields, where people correct
 * them. Last of all, when everything is linked.
 */
export function restoreOwn(tables: Tables, things: Things, report: ReportBuilder): void {
	each(tables.organizations, organisationExtension, report, ({ cells }, told) => {
		const record = things.organisations.get(cells['id'] ?? '');
		if (record)
			replace<OrganisationRecord>(record, ['id', 'name', 'yearFounded'], { ...organisationTexts(cells), ...told });
	});
	each(tables.locations, locationExtension, report, ({ cells }, told) => {
		const record = things.places.byId.get(cells['id'] ?? '');
		const kept = ['id', 'address', 'postcode', 'city', 'country', 'accessibility'] as const;
		if (record) replace<LocationRecord>(record, kept, { ...placeTexts(cells), ...told });
	});
	each(tables.taxonomy_terms, termExtension, report, ({ cells }, told) => {
		const record = things.terms.get(cells['id'] ?? '');
		if (record) replace<TermRecord>(record, ['taxonomy', 'code', 'name', 'description', 'parent'], told);
	});
	each(tables.services, offerExtension, report, ({ cells }, told) => {
		const record = things.offers.get(cells['id'] ?? '');
		if (record)
			replace<OfferRecord>(record, ['id', 'organisationId', 'name', 'status', 'locations'], {
				...offerTexts(cells),
				...told,
			});
	});
	each(tables.service_at_locations, visitExtension, report, ({ cells }, told) => {
		const at = things.visits.get(cells['id'] ?? '')?.at;
		if (at) replace(at, ['locationId', 'description'], told);
	});
}

function each<S extends z.ZodType>(
	rows: readonly SourceRow[],
	schema: S,
	report: ReportBuilder,
	restore: (row: SourceRow, told: z.output<S>) => void,
): void {
	for (const row of rows) {
		const text = row.cells[extensionKey];
		if (text === undefined) continue;
		const parsed = schema.safeParse(parseJson(text));
		if (parsed.success) restore(row, parsed.data);
		else report.refuse(row, 'bad_extension', text);
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Not an object, so the schema refuses it, and the row says so.
		return undefined;
	}
}

/** Empties a record but for some properties, and fills it anew. */
function replace<T extends object>(
	record: T,
	kept: readonly (keyof T)[],
	values: { [key in keyof T]?: T[key] | undefined },
): void {
	for (const key of Object.keys(record) as (keyof T)[]) if (!kept.includes(key)) Reflect.deleteProperty(record, key);
	for (const [key, value] of Object.entries(values)) if (value !== undefined) Reflect.set(record, key, value);
}

type Cells = Readonly<Record<string, string>>;

const organisationTexts = (cells: Cells) => ({
	alternateName: cells['alternate_name'],
	description: cells['description'],
	email: cells['email'],
	website: cells['website'],
});

const placeTexts = (cells: Cells) => ({
	name: cells['name'],
	description: cells['description'],
	transport: cells['transportation'],
	latitude: readNumber(cells['latitude']),
	longitude: readNumber(cells['longitude']),
});

const readNumber = (text: string | undefined) => (text === undefined ? undefined : Number(text));

const offerTexts = (cells: Cells) => ({
	alternateName: cells['alternate_name'],
	description: cells['description'],
	url: cells['url'],
	email: cells['email'],
	interpretation: cells['interpretation_services'],
	applicationProcess: cells['application_process'],
	fees: cells['fees_description'],
	waitTime: cells['wait_time'],
	eligibility: cells['eligibility_description'],
	minimumAge: cells['minimum_age'] === undefined ? undefined : readAge(cells['minimum_age']),
	maximumAge: cells['maximum_age'] === undefined ? undefined : readAge(cells['maximum_age']),
	confirmed: cells['assured_date'] === undefined ? undefined : readDate(cells['assured_date']),
});
