import { extensionKey } from '../extension.ts';
import type { TableName } from '../tables.ts';

/** A table of the package: the file the standard names, and its columns in the standard's order. */
export interface CsvTable {
	readonly file: string;
	readonly columns: readonly string[];
}

const words = (text: string) => text.split(' ');

/** HSDS 3.0's tables, and 3.1's for capacity, as far as the catalogue fills them; ours are the last column of those that have them. */
export const csvTables: Readonly<Partial<Record<TableName, CsvTable>>> = {
	organizations: {
		file: 'organizations.csv',
		columns: words(`id name alternate_name description email website year_incorporated legal_status ${extensionKey}`),
	},
	services: {
		file: 'services.csv',
		columns: words(
			'id organization_id name alternate_name description url email status interpretation_services application_process ' +
				`fees_description wait_time eligibility_description minimum_age maximum_age assured_date last_modified ${extensionKey}`,
		),
	},
	locations: {
		file: 'locations.csv',
		columns: words(`id location_type name description transportation latitude longitude ${extensionKey}`),
	},
	service_at_locations: {
		file: 'service_at_locations.csv',
		columns: words(`id service_id location_id description ${extensionKey}`),
	},
	addresses: {
		file: 'addresses.csv',
		columns: words('id location_id address_1 city region state_province postal_code country address_type'),
	},
	phones: {
		file: 'phones.csv',
		columns: words(
			'id location_id service_id organization_id contact_id service_at_location_id number extension type description',
		),
	},
	contacts: {
		file: 'contacts.csv',
		columns: words('id organization_id service_id name title email'),
	},
	schedules: {
		file: 'schedules.csv',
		columns: words(
			'id service_id location_id service_at_location_id valid_from valid_to dtstart until count freq interval byday ' +
				'bymonthday description opens_at closes_at',
		),
	},
	languages: { file: 'languages.csv', columns: words('id service_id name code') },
	accessibility: { file: 'accessibility.csv', columns: words('id location_id description') },
	service_areas: { file: 'service_areas.csv', columns: words('id service_id name') },
	cost_options: { file: 'cost_options.csv', columns: words('id service_id option amount') },
	// Of HSDS 3.1: whoever reads 3.0 passes them over.
	service_capacities: {
		file: 'service_capacities.csv',
		columns: words('id service_id unit_id available maximum updated'),
	},
	units: { file: 'units.csv', columns: words('id name') },
	taxonomies: { file: 'taxonomies.csv', columns: words('id name description version') },
	taxonomy_terms: {
		file: 'taxonomy_terms.csv',
		columns: words(`id code name description parent_id taxonomy taxonomy_id ${extensionKey}`),
	},
	attributes: {
		file: 'attributes.csv',
		columns: words('id link_id taxonomy_term_id link_type link_entity'),
	},
};

/** The description of the package, as Frictionless Data has it: https://specs.frictionlessdata.io/tabular-data-package/ */
export function dataPackage(created: string): object {
	return {
		name: 'socialkompas',
		title: 'Socialkompas',
		profile: 'tabular-data-package',
		created,
		resources: Object.entries(csvTables).map(([name, { file, columns }]) => ({
			name,
			path: file,
			profile: 'tabular-data-resource',
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			schema: { fields: columns.map((column) => ({ name: column, type: 'string' })), primaryKey: 'id' },
		})),
	};
}
