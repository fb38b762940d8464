import { z } from 'zod';
import { notFound } from '../../../errors.ts';
import type { Collection } from './collections.ts';
import { weekdays } from '../hours.ts';
import { badParameter } from './problem.ts';

/** Objects of a page at most. */
export const largestPage = 500;

const uuid = z
	.string()
	.trim()
	.toLowerCase()
	.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is no id');
const flag = z
	.enum(['true', 'false', '1', '0'], 'is true or false')
	.transform((text) => text === 'true' || text === '1');
const number = (from: number, to: number) =>
	z
		.string()
		.regex(/^\d{1,9}$/, 'is a whole number')
		.transform(Number)
		.refine((value) => value >= from && value <= to, `is from ${from} to ${to}`);

/** A time of day; seconds are left out. */
const time = z
	.string()
	.regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/, 'is a time such as 09:30')
	.transform((text) => text.slice(0, 5));
/** `mo` and `Monday` are MO; other words are themselves. */
const englishDay = (text: string): string => {
	const word = text.trim().toUpperCase();
	return word.length === 2 || /^(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY$/.test(word) ? word : '';
};

const paging = {
	search: z.string().trim().max(200, 'is at most 200 characters').default(''),
	page: number(1, 1_000_000).default(1),
	per_page: number(1, largestPage).default(50),
	format: z.enum(['json', 'ndjson'], 'is json or ndjson').default('json'),
};
const ofOffers = {
	taxonomy_term_id: uuid.optional(),
	taxonomy_id: uuid.optional(),
	organization_id: uuid.optional(),
	modified_after: z
		.string()
		.transform((text) => new Date(text))
		.refine((moment) => !Number.isNaN(moment.getTime()), 'is a date or a moment such as 2026-11-27T09:00:00Z')
		.optional(),
	full: flag.default(false),
	// Of the British profile: whoever reads its directories asks for these.
	minimum_age: number(0, 150).optional(),
	maximum_age: number(0, 150).optional(),
	day: z
		.string()
		.transform((text) => weekdays.find((day) => englishDay(text).startsWith(day)))
		.refine((day) => day !== undefined, `is one of ${weekdays.join(', ')}`)
		.optional(),
	start_time: time.optional(),
	end_time: time.optional(),
};

const schemas = {
	services: z.object({ ...paging, ...ofOffers, minimal: flag.default(false) }),
	service_at_locations: z.object({
		...paging,
		...ofOffers,
		postcode: z
			.string()
			.trim()
			.regex(/^[\p{L}\d -]{2,12}$/u, 'is no postcode')
			.optional(),
		proximity: number(1, 200_000).optional(),
	}),
	organizations: z.object({ ...paging, full: flag.default(false), full_service: flag.default(false) }),
	taxonomies: z.object(paging),
	taxonomy_terms: z.object({
		...paging,
		taxonomy_id: uuid.optional(),
		parent_id: uuid.optional(),
		top_only: flag.default(false),
	}),
} as const satisfies Record<Collection, z.ZodType>;

export type Query<C extends Collection> = z.output<(typeof schemas)[C]>;

/** The parameters that a collection understands. */
export const parametersOf = (collection: Collection): string[] => Object.keys(schemas[collection].shape);

/**
 * Reads the parameters of a list. One that is not known is told of rather than passed over: a filter that does nothing
 * looks like an answer.
 * @throws DomainError `hsds.bad_parameter` 400
 */
export function readQuery<C extends Collection>(collection: C, parameters: URLSearchParams): Query<C> {
	const known = parametersOf(collection);
	for (const name of parameters.keys()) {
		if (!known.includes(name))
			throw badParameter(name, `${name} is no parameter of ${collection}: ${known.join(', ')}`);
		if (parameters.getAll(name).length > 1) throw badParameter(name, `${name} is given more than once`);
	}
	const given = Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
	const parsed = schemas[collection].safeParse(given);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const name = issue?.path.join('.') ?? '';
		throw badParameter(name, `${name} ${issue?.message ?? 'is wrong'}`);
	}
	const query = parsed.data as Query<C>;
	if ('proximity' in query && query.proximity !== undefined && query.postcode === undefined)
		throw badParameter('proximity', 'proximity needs a postcode to be near to');
	return query;
}

/** @throws DomainError `hsds.not_found` 404 for what is no id: there can be nothing with it */
export function readId(text: string): string {
	const parsed = uuid.safeParse(text);
	if (!parsed.success) throw notFound('hsds');
	return parsed.data;
}

const objectQuery = z.object({ full_service: flag.default(false) });

/** Reads the parameters of a single object; those for others are passed over. */
export function readObjectQuery(parameters: URLSearchParams): z.output<typeof objectQuery> {
	const parsed = objectQuery.safeParse(Object.fromEntries(parameters));
	if (!parsed.success) throw badParameter('full_service', 'full_service is true or false');
	return parsed.data;
}
