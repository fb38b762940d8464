import { collections, type Collection } from './collections.ts';
import { largestPage, parametersOf } from './query.ts';

/** The version of the standard that the answers follow. */
export const hsdsVersion = '3.0';

const schemas = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/';

interface CollectionWords {
	readonly summary: string;
	/** the standard's schema of one object */
	readonly schema: string;
}

const words: Readonly<Record<Collection, CollectionWords>> = {
	services: { summary: 'Services: what organisations offer (tilbud)', schema: 'service.json' },
	organizations: { summary: 'Organisations that offer services', schema: 'organization.json' },
	service_at_locations: { summary: 'Which service is at which place', schema: 'service_at_location.json' },
	taxonomies: {
		summary: 'Taxonomies: themes, target groups, transitions and those of sources',
		schema: 'taxonomy.json',
	},
	taxonomy_terms: { summary: 'Terms of the taxonomies', schema: 'taxonomy_term.json' },
};

interface ParameterWords {
	readonly description: string;
	readonly schema: object;
}

const id = { type: 'string', format: 'uuid' };
const flag = { type: 'boolean', default: false };

const parameterWords: Readonly<Record<string, ParameterWords>> = {
	search: {
		description:
			'Words, as in the search page: inflected and compound Danish words and everyday synonyms are understood',
		schema: { type: 'string', maxLength: 200 },
	},
	page: { description: 'Which page, from 1', schema: { type: 'integer', minimum: 1, default: 1 } },
	per_page: {
		description: 'Objects on a page',
		schema: { type: 'integer', minimum: 1, maximum: largestPage, default: 50 },
	},
	format: {
		description: 'json: a page. ndjson: everything, one object a line, without pages',
		schema: { type: 'string', enum: ['json', 'ndjson'], default: 'json' },
	},
	taxonomy_term_id: { description: 'Only services with this term', schema: id },
	taxonomy_id: { description: 'Only those with a term of this taxonomy', schema: id },
	organization_id: { description: 'Only services of this organisation', schema: id },
	modified_after: {
		description: 'Only services that have changed since, themselves or their organisation or places',
		schema: { type: 'string', format: 'date-time' },
	},
	full: { description: 'Each object with everything around it', schema: flag },
	minimum_age: {
		description: 'Only services whose lowest age is this or higher',
		schema: { type: 'integer', minimum: 0, maximum: 150 },
	},
	maximum_age: {
		description: 'Only services whose highest age is this or lower',
		schema: { type: 'integer', minimum: 0, maximum: 150 },
	},
	day: { description: 'Only services with hours on this weekday: MO or Monday', schema: { type: 'string' } },
	start_time: {
		description: 'Only services with hours that begin then or later; on that day, when one is given',
		schema: { type: 'string', examples: ['09:30'] },
	},
	end_time: {
		description: 'Only services with hours that end then or sooner; the same hours as the others',
		schema: { type: 'string', examples: ['16:00'] },
	},
	full_service: { description: 'Services of an organisation with everything around them', schema: flag },
	minimal: { description: 'Only id and modified_date, all on one page: to see what is gone', schema: flag },
	postcode: { description: 'Only places with this postcode, or near it', schema: { type: 'string' } },
	proximity: {
		description: 'With postcode: within so many metres of its middle',
		schema: { type: 'integer', minimum: 1, maximum: 200_000 },
	},
	parent_id: { description: 'Only terms right below this one', schema: id },
	top_only: { description: 'Only terms with none above them', schema: flag },
};

const query = (name: string) => ({ name, in: 'query', required: false, ...parameterWords[name] });
const problemAnswer = (description: string) => ({
	description,
	content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const always = {
	304: { description: 'Nothing has changed since the answer with the ETag in If-None-Match' },
	429: problemAnswer('Too many requests; Retry-After says how many seconds to wait'),
};

function listPath(collection: Collection) {
	const { summary, schema } = words[collection];
	const object = { $ref: schemas + schema };
	return {
		get: {
			summary,
			operationId: `list_${collection}`,
			parameters: parametersOf(collection).map(query),
			responses: {
				200: {
					description: 'A page of them',
					content: {
						'application/json': {
							schema: {
								allOf: [{ $ref: '#/components/schemas/Page' }],
								properties: { contents: { type: 'array', items: object } },
							},
						},
						'application/x-ndjson': { schema: object },
					},
				},
				400: problemAnswer('A parameter is wrong or not known'),
				...always,
			},
		},
	};
}

function objectPath(collection: Collection) {
	const { summary, schema } = words[collection];
	return {
		get: {
			summary: `One of: ${summary}`,
			operationId: `get_${collection}`,
			parameters: [
				{ name: 'id', in: 'path', required: true, schema: id },
				...(collection === 'organizations' ? [query('full_service')] : []),
			],
			responses: {
				200: {
					description: 'With everything around it',
					content: { 'application/json': { schema: { $ref: schemas + schema } } },
				},
				404: problemAnswer('There is nothing with this id'),
				...always,
			},
		},
	};
}

/** What the API says of itself at its root. */
export const apiDescription = (origin: string) => ({
	version: hsdsVersion,
	profile: 'https://docs.openreferral.org/en/v3.0.0/hsds/',
	openapi_url: `${origin}/api/hsds/openapi.json`,
});

/** The API as OpenAPI 3.1 tells it; parameters come from the schemas that read them. */
export function openApi(origin: string) {
	const paths = collections.flatMap((collection) => [
		[`/${collection}`, listPath(collection)] as const,
		[`/${collection}/{id}`, objectPath(collection)] as const,
	]);
	return {
		openapi: '3.1.0',
		info: {
			title: 'Socialkompas: HSDS API',
			version: '1.0.0',
			summary: 'The catalogue of civil-society offers, open to all, read-only',
			description:
				'Follows Open Referral HSDS 3.0. What HSDS has no place for is in the property `socialkompas` of each object. ' +
				'Confidential places are listed without address, postcode and coordinates.',
		},
		servers: [{ url: `${origin}/api/hsds` }],
		paths: {
			'/': {
				get: {
					summary: 'What this API is',
					operationId: 'get_api',
					responses: {
						200: {
							description: 'Version, profile and where this document is',
							content: { 'application/json': { schema: { $ref: '#/components/schemas/Api' } } },
						},
						...always,
					},
				},
			},
			...Object.fromEntries(paths),
		},
		components: { schemas: { Api: apiSchema, Page: pageSchema, Problem: problemSchema } },
	};
}

const apiSchema = {
	type: 'object',
	required: ['version', 'profile', 'openapi_url'],
	properties: {
		version: { type: 'string' },
		profile: { type: 'string', format: 'uri' },
		openapi_url: { type: 'string', format: 'uri' },
	},
};

const pageSchema = {
	type: 'object',
	required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
	properties: {
		total_items: { type: 'integer' },
		total_pages: { type: 'integer' },
		page_number: { type: 'integer' },
		size: { type: 'integer' },
		first_page: { type: 'boolean' },
		last_page: { type: 'boolean' },
		empty: { type: 'boolean' },
		contents: { type: 'array' },
	},
};

const problemSchema = {
	type: 'object',
	required: ['type', 'title', 'status', 'code'],
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		code: { type: 'string' },
		detail: { type: 'string' },
		parameter: { type: 'string' },
	},
};
