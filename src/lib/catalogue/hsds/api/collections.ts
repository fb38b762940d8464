/** The collections of HSDS 3.0, as they stand in the address. */
export const collections = [
	'services',
	'organizations',
	'service_at_locations',
	'taxonomies',
	'taxonomy_terms',
] as const;
export type Collection = (typeof collections)[number];

export const isCollection = (name: string): name is Collection => collections.some((each) => each === name);
