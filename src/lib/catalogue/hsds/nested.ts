import { extensionKey } from './extension.ts';
import type { TableName, Tables } from './tables.ts';

/*
 * HSDS JSON nests what the tables link: an organisation holds its services, a service its locations. Flattening writes
 * the links back, so that everything after it knows only tables.
 */

type Kind =
	| 'organization'
	| 'service'
	| 'service_at_location'
	| 'location'
	| 'contact'
	| 'attribute'
	| 'taxonomy_term'
	| 'taxonomy'
	| 'capacity'
	| 'leaf';

interface Child {
	table: TableName;
	kind: Kind;
	/** the column of the child that names its container */
	link?: string;
	/** the column of the container that names the child (for the one thing it belongs to) */
	backLink?: string;
}

const contacts = (link: string): Child => ({ table: 'contacts', kind: 'contact', link });
const capacities: Child = { table: 'service_capacities', kind: 'capacity', link: 'service_id' };
const leaf = (table: TableName, link: string): Child => ({ table, kind: 'leaf', link });
const attributes: Child = { table: 'attributes', kind: 'attribute', link: 'link_id' };

/** Which property of which object holds rows of which table. */
const children: Readonly<Record<Kind, Readonly<Record<string, Child>>>> = {
	organization: {
		services: { table: 'services', kind: 'service', link: 'organization_id' },
		locations: { table: 'locations', kind: 'location' },
		phones: leaf('phones', 'organization_id'),
		contacts: contacts('organization_id'),
		attributes,
	},
	service: {
		organization: { table: 'organizations', kind: 'organization', backLink: 'organization_id' },
		service_at_locations: { table: 'service_at_locations', kind: 'service_at_location', link: 'service_id' },
		phones: leaf('phones', 'service_id'),
		contacts: contacts('service_id'),
		schedules: leaf('schedules', 'service_id'),
		languages: leaf('languages', 'service_id'),
		service_areas: leaf('service_areas', 'service_id'),
		cost_options: leaf('cost_options', 'service_id'),
		required_documents: leaf('required_documents', 'service_id'),
		capacities,
		service_capacities: capacities,
		attributes,
	},
	service_at_location: {
		location: { table: 'locations', kind: 'location', backLink: 'location_id' },
		service: { table: 'services', kind: 'service', backLink: 'service_id' },
		phones: leaf('phones', 'service_at_location_id'),
		contacts: contacts('service_at_location_id'),
		schedules: leaf('schedules', 'service_at_location_id'),
		service_areas: leaf('service_areas', 'service_at_location_id'),
	},
	location: {
		addresses: leaf('addresses', 'location_id'),
		phones: leaf('phones', 'location_id'),
		contacts: contacts('location_id'),
		schedules: leaf('schedules', 'location_id'),
		languages: leaf('languages', 'location_id'),
		accessibility: leaf('accessibility', 'location_id'),
	},
	contact: { phones: leaf('phones', 'contact_id') },
	attribute: { taxonomy_term: { table: 'taxonomy_terms', kind: 'taxonomy_term', backLink: 'taxonomy_term_id' } },
	taxonomy_term: { taxonomy_detail: { table: 'taxonomies', kind: 'taxonomy', backLink: 'taxonomy_id' } },
	taxonomy: {},
	capacity: { unit: { table: 'units', kind: 'leaf', backLink: 'unit_id' } },
	leaf: {},
};

/** Tables whose rows are the same thing wherever they are nested; the other tables are parts of their container. */
const shared: ReadonlySet<TableName> = new Set([
	'organizations',
	'services',
	'locations',
	'service_at_locations',
	'taxonomy_terms',
	'taxonomies',
	'units',
]);

const kindOfTable = {
	organizations: 'organization',
	services: 'service',
	service_at_locations: 'service_at_location',
	locations: 'location',
	taxonomy_terms: 'taxonomy_term',
	taxonomies: 'taxonomy',
} as const satisfies Partial<Record<TableName, Kind>>;

/** What tells the kind of an object that stands by itself, the surest sign first. */
const tells: readonly { table: TableName; kind: Kind; test: (has: (...keys: string[]) => boolean) => boolean }[] = [
	{ table: 'service_at_locations', kind: 'service_at_location', test: (has) => has('location', 'service') },
	{
		table: 'services',
		kind: 'service',
		test: (has) =>
			has(
				'service_at_locations',
				'organization_id',
				'organization',
				'eligibility_description',
				'application_process',
				'assured_date',
			),
	},
	{
		table: 'organizations',
		kind: 'organization',
		test: (has) =>
			has('services', 'website', 'legal_status', 'year_incorporated', 'organization_identifiers', 'tax_status'),
	},
	{
		table: 'locations',
		kind: 'location',
		test: (has) => has('location_type', 'addresses', 'latitude', 'transportation'),
	},
	{
		table: 'taxonomy_terms',
		kind: 'taxonomy_term',
		test: (has) => has('taxonomy_detail', 'taxonomy', 'taxonomy_id', 'term_uri'),
	},
	{ table: 'taxonomies', kind: 'taxonomy', test: (has) => has('version', 'uri') },
	{ table: 'services', kind: 'service', test: (has) => has('status') },
];

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes objects of HSDS JSON into the tables. */
export class Flattener {
	readonly #tables: Tables;
	readonly #known = new Map<string, Record<string, string>>();
	readonly #parts = new Map<string, string>();
	#file = '';
	#row = 0;

	constructor(tables: Tables) {
		this.#tables = tables;
	}

	/**
	 * @param item an organisation, service, service_at_location, location, taxonomy or term, with all it holds
	 * @returns false when it is none of them
	 */
	add(item: unknown, file: string, row: number): boolean {
		if (!isObject(item) || typeof item['id'] === 'undefined' || item['id'] === null) return false;
		const tell = tells.find(({ kind, test }) =>
			test((...keys) =>
				kind === 'service_at_location' ? keys.every((key) => isObject(item[key])) : keys.some((key) => key in item),
			),
		);
		if (!tell) return false;
		this.#file = file;
		this.#row = row;
		this.#write(item, tell.table, tell.kind, {});
		return true;
	}

	/** Writes an object whose kind is known, such as one that has hardly any properties to tell it by. */
	addAs(item: Record<string, unknown>, table: keyof typeof kindOfTable, file: string, row: number): void {
		this.#file = file;
		this.#row = row;
		this.#write(item, table, kindOfTable[table], {});
	}

	#write(item: Json, table: TableName, kind: Kind, links: Readonly<Record<string, string>>): void {
		const cells: Record<string, string> = {};
		const nested: [Json, Child][] = [];
		for (const [key, value] of Object.entries(item)) {
			const child = children[kind][key];
			if (child) {
				for (const part of Array.isArray(value) ? value : [value]) if (isObject(part)) nested.push([part, child]);
			} else if (key === extensionKey && isObject(value)) {
				cells[key] = JSON.stringify(value);
			} else if (typeof value === 'string') {
				if (value !== '') cells[key] = value;
			} else if (typeof value === 'number' || typeof value === 'boolean') cells[key] = String(value);
		}
		// Where it stands says what it belongs to, more surely than a copied id does.
		if (Object.keys(links).length > 0 && !shared.has(table)) {
			for (const key of ['service_id', 'location_id', 'service_at_location_id', 'organization_id', 'contact_id'])
				delete cells[key];
		}
		Object.assign(cells, links);
		for (const [part, child] of nested) {
			if (child.backLink && part['id'] !== undefined) cells[child.backLink] ??= String(part['id']);
		}
		this.#keep(table, cells);
		const id = cells['id'];
		for (const [part, child] of nested) {
			this.#write(part, child.table, child.kind, child.link && id !== undefined ? { [child.link]: id } : {});
		}
	}

	/** The same organisation stands in each of its services, here in full and there in short. */
	#keep(table: TableName, cells: Record<string, string>): void {
		const id = cells['id'];
		if (shared.has(table) && id !== undefined) {
			const key = `${table} ${id}`;
			const known = this.#known.get(key);
			if (known) {
				for (const [column, value] of Object.entries(cells)) known[column] ??= value;
				return;
			}
			this.#known.set(key, cells);
		}
		if (this.#isRepeated(table, cells)) return;
		this.#tables[table].push({ file: this.#file, row: this.#row, cells });
	}

	/** A place that stands in ten services brings its address ten times. */
	#isRepeated(table: TableName, cells: Record<string, string>): boolean {
		const id = cells['id'];
		if (shared.has(table) || id === undefined) return false;
		const key = `${table} ${id}`;
		const text = JSON.stringify(cells);
		if (this.#parts.get(key) === text) return true;
		this.#parts.set(key, text);
		return false;
	}
}
