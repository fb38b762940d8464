/**
 * The tables every version of HSDS is brought into before anything is made of them: HSDS 3's, with its column names,
 * as far as there is a place for them in the catalogue.
 */
export const tableNames = [
	'organizations',
	'services',
	'locations',
	'service_at_locations',
	'addresses',
	'phones',
	'contacts',
	'schedules',
	'languages',
	'accessibility',
	'service_areas',
	'cost_options',
	'required_documents',
	'eligibility',
	'taxonomies',
	'taxonomy_terms',
	'attributes',
	'service_capacities',
	'units',
] as const;
export type TableName = (typeof tableNames)[number];

/** One row as it came. Empty cells are left out. */
export interface SourceRow {
	file: string;
	/** as a spreadsheet counts: the header is row 1; in JSON the place of the object in its list */
	row: number;
	cells: Record<string, string>;
}

export type Tables = Record<TableName, SourceRow[]>;

export const emptyTables = (): Tables =>
	Object.fromEntries(tableNames.map((name) => [name, [] as SourceRow[]])) as unknown as Tables;
