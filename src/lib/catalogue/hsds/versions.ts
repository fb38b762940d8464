import type { TableName } from './tables.ts';

/** How one file of a version becomes rows of one table. */
interface FileMapping {
	table: TableName;
	/** columns that are called something else in HSDS 3 */
	columns?: Readonly<Record<string, string>>;
	/** cells that the file name itself says */
	constants?: Readonly<Record<string, string>>;
}

interface Version {
	name: string;
	/** files that only this version (or a later one) has */
	signs: readonly string[];
	files: Readonly<Record<string, FileMapping>>;
}

const link = { taxonomy_id: 'taxonomy_term_id', service_id: 'link_id' } as const;

/** Tables that have kept their name and columns since the first version. */
const always = {
	location: { table: 'locations' },
	phone: { table: 'phones' },
	contact: { table: 'contacts' },
	service_area: { table: 'service_areas', columns: { service_area: 'name' } },
	required_document: { table: 'required_documents' },
} as const satisfies Record<string, FileMapping>;

/** HSDS 1.0–2.0: addresses in two tables, opening hours a row a weekday, eligibility apart. */
const before3: Version = {
	name: '1.1',
	signs: [
		'physical_address',
		'postal_address',
		'regular_schedule',
		'services_taxonomy',
		'service_taxonomy',
		'service_attribute',
		'eligibility',
		'accessibility_for_disabilities',
	],
	files: {
		...always,
		organization: { table: 'organizations', columns: { url: 'website' } },
		service: { table: 'services', columns: { fees: 'fees_description', eligibility: 'eligibility_description' } },
		service_at_location: { table: 'service_at_locations' },
		services_at_location: { table: 'service_at_locations' },
		physical_address: { table: 'addresses', constants: { address_type: 'physical' } },
		postal_address: { table: 'addresses', constants: { address_type: 'postal' } },
		regular_schedule: { table: 'schedules', columns: { original_text: 'description' } },
		schedule: { table: 'schedules' },
		language: { table: 'languages', columns: { language: 'name' } },
		accessibility_for_disabilities: { table: 'accessibility', columns: { accessibility: 'description' } },
		eligibility: { table: 'eligibility' },
		cost_option: { table: 'cost_options' },
		taxonomy: { table: 'taxonomy_terms', columns: { vocabulary: 'taxonomy' } },
		taxonomy_term: { table: 'taxonomy_terms', columns: { vocabulary: 'taxonomy' } },
		service_taxonomy: { table: 'attributes', columns: link, constants: { link_entity: 'service' } },
		services_taxonomy: { table: 'attributes', columns: link, constants: { link_entity: 'service' } },
		service_attribute: { table: 'attributes', columns: link, constants: { link_entity: 'service' } },
	},
};

const version30: Version = {
	name: '3.0',
	signs: ['address', 'attribute', 'taxonomy_term', 'accessibility'],
	files: {
		...always,
		organization: { table: 'organizations' },
		service: { table: 'services' },
		service_at_location: { table: 'service_at_locations' },
		address: { table: 'addresses' },
		schedule: { table: 'schedules' },
		language: { table: 'languages' },
		accessibility: { table: 'accessibility' },
		cost_option: { table: 'cost_options' },
		taxonomy: { table: 'taxonomies' },
		taxonomy_term: { table: 'taxonomy_terms' },
		attribute: { table: 'attributes' },
	},
};

const version31: Version = {
	name: '3.1',
	signs: ['service_capacity', 'unit', 'url'],
	files: { ...version30.files, service_capacity: { table: 'service_capacities' }, unit: { table: 'units' } },
};

/**
 * The name of a file as the standard writes it: without folder and ending, singular. The official examples, older
 * exports and the standard itself differ in plurals.
 */
export function tableFile(path: string): string {
	const name = (path.split('/').at(-1) ?? '').toLowerCase().replace(/\.csv$/u, '');
	if (name === 'accessibility_for_disabilities') return name;
	return name
		.replace(/(capacit|taxonom)ies$/u, '$1y')
		.replace(/addresses$/u, 'address')
		.replace(/(?<=[^su])s$/u, '');
}

/**
 * The version whose files these are, by the files that only one version has.
 * @param files names as `tableFile` gives them
 * @returns undefined when there is neither a service nor an organisation table: no HSDS package
 */
export function detectVersion(files: readonly string[]): Version | undefined {
	const has = new Set(files);
	if (!has.has('service') && !has.has('organization')) return undefined;
	if (before3.signs.some((sign) => has.has(sign))) return before3;
	return version31.signs.some((sign) => has.has(sign)) ? version31 : version30;
}
