import { asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../../database/as-actor.server.ts';
import { notFound } from '../../../errors.ts';
import { visitId, visitIdSql } from '../../store/record-identity.server.ts';
import { holdsWords } from '../../holds-words.server.ts';
import { organisation, term } from '../../tables.server.ts';
import type { HsdsObject } from '../write/object.ts';
import { locationItem, locationObject } from '../write/location.server.ts';
import { organizationItem, organizationObject } from '../write/organization.server.ts';
import { readWholeOffers } from '../write/read-rows.server.ts';
import { serviceItem, serviceObject, visitItem } from '../write/service.server.ts';
import type { TermRow, WholeOffer } from '../write/rows.ts';
import { taxonomyObject, termObject } from '../write/term.server.ts';
import type { Collection } from './collections.ts';
import type { Query } from './query.ts';
import { all, nearPostcode, offerConditions, published, taxonomyNamed, taxonomyNames } from './visible.server.ts';

/** Which rows of a list: from the first, so many. */
export interface Slice {
	offset: number;
	limit: number;
}

interface Listed {
	total: number;
	objects: HsdsObject[];
}

/** How one collection is listed, and one of its objects found. */
interface Source<C extends Collection> {
	/** @param found ids of the offers that the searched words find */
	list(tx: Tx, query: Query<C>, slice: Slice, found: readonly string[] | undefined): Promise<Listed>;
	/** @throws DomainError `hsds.not_found` 404 */
	one(tx: Tx, id: string, fullService: boolean): Promise<HsdsObject>;
}

/** Rows of a query that counts, page by page: `select … from …` without order and limit. */
async function rows<Row extends Record<string, unknown>>(
	tx: Tx,
	columns: SQL,
	from: SQL,
	order: SQL,
	{ offset, limit }: Slice,
): Promise<{ total: number; rows: Row[] }> {
	const [counted] = (await tx.execute<{ total: number }>(sql`select count(*)::int as total ${from}`)).rows;
	const page = await tx.execute<Row>(sql`select ${columns} ${from} order by ${order} limit ${limit} offset ${offset}`);
	return { total: counted?.total ?? 0, rows: page.rows as Row[] };
}

const first = <T>(list: readonly T[]): T => {
	const [found] = list;
	if (found === undefined) throw notFound('hsds');
	return found;
};

const services: Source<'services'> = {
	async list(tx, query, slice, found) {
		const conditions = all(await offerConditions(tx, query, found));
		const from = sql`from offer o join organisation g on g.id = o.organisation_id where ${conditions}`;
		const listed = await rows<{ id: string }>(tx, sql`o.id`, from, sql`o.id`, slice);
		const offers = await readWholeOffers(
			tx,
			listed.rows.map(({ id }) => id),
		);
		return { total: listed.total, objects: offers.map((offer) => serviceIn(offer, query)) };
	},
	async one(tx, id) {
		const { rows: ids } = await tx.execute<{ id: string }>(
			sql`select o.id from offer o where ${published} and o.id = ${id}`,
		);
		return serviceObject(first(await readWholeOffers(tx, [first(ids).id])));
	},
};

function serviceIn(offer: WholeOffer, { minimal, full }: Query<'services'>): HsdsObject {
	if (full) return serviceObject(offer);
	const item = listedService(offer);
	return minimal ? { id: item['id'], modified_date: item['last_modified'] } : item;
}

/** What a list says of a service: what it has one of, its organisation too. */
const listedService = (whole: WholeOffer): HsdsObject => ({
	...serviceItem(whole),
	organization: organizationItem(whole.organisation),
});

/** The visits of these offers to these places, in the order asked for. */
async function visits(
	tx: Tx,
	pairs: readonly { offer_id: string; location_id: string }[],
	full: boolean,
): Promise<HsdsObject[]> {
	const offers = await readWholeOffers(tx, [...new Set(pairs.map((pair) => pair.offer_id))]);
	const byId = new Map<string, HsdsObject>();
	for (const whole of offers) {
		for (const { visit, location } of whole.places) {
			const item = visitItem(visit);
			const around = full
				? { location: locationObject(location), service: serviceObject(whole) }
				: { location: locationItem(location), service: listedService(whole) };
			byId.set(visitId(visit.offerId, visit.locationId), { ...item, ...around });
		}
	}
	return pairs.map((pair) => byId.get(visitId(pair.offer_id, pair.location_id))).filter((each) => each !== undefined);
}

const visitsFrom = sql`from offer_location ol
	join offer o on o.id = ol.offer_id join organisation g on g.id = o.organisation_id join location l on l.id = ol.location_id`;

const serviceAtLocations: Source<'service_at_locations'> = {
	async list(tx, query, slice, found) {
		const near = nearPostcode(query);
		const conditions = all([...(await offerConditions(tx, query, found)), ...(near ? [near] : [])]);
		const listed = await rows<{ offer_id: string; location_id: string }>(
			tx,
			sql`ol.offer_id, ol.location_id`,
			sql`${visitsFrom} where ${conditions}`,
			sql`ol.offer_id, ol.location_id`,
			slice,
		);
		return { total: listed.total, objects: await visits(tx, listed.rows, query.full) };
	},
	async one(tx, id) {
		const { rows: pairs } = await tx.execute<{ offer_id: string; location_id: string }>(
			sql`select ol.offer_id, ol.location_id ${visitsFrom}
				where ${published} and ${visitIdSql(sql`ol.offer_id`, sql`ol.location_id`)} = ${id}`,
		);
		const visit = first(await visits(tx, pairs, true));
		// The standard's OpenAPI, and the British profile's, check this answer as a service: it needs a name and a status.
		const { name, status } = visit['service'] as HsdsObject;
		return { ...visit, name, status };
	},
};

const publishedOf = async (tx: Tx, organisationIds: readonly string[]): Promise<WholeOffer[]> => {
	const { rows: ids } = await tx.execute<{ id: string }>(
		sql`select o.id from offer o where ${published} and o.organisation_id = any(${sql.param(organisationIds)}::uuid[]) order by o.id`,
	);
	return readWholeOffers(
		tx,
		ids.map(({ id }) => id),
	);
};

/** Of a service inside its organisation, its name is enough to find the rest. */
const serviceName = ({ offer: { id, name, status } }: WholeOffer): HsdsObject => ({ id, name, status });

async function wholeOrganizations(
	tx: Tx,
	ids: readonly string[],
	{ full, fullService }: { full: boolean; fullService: boolean },
): Promise<HsdsObject[]> {
	if (ids.length === 0) return [];
	const found = await tx
		.select()
		.from(organisation)
		.where(inArray(organisation.id, [...ids]))
		.orderBy(asc(organisation.id));
	if (!full && !fullService) return found.map(organizationItem);
	const offers = Map.groupBy(await publishedOf(tx, ids), ({ offer }) => offer.organisationId);
	return found.map((row) => ({
		...organizationObject(row),
		services: (offers.get(row.id) ?? []).map(fullService ? serviceObject : serviceName),
	}));
}

const organizations: Source<'organizations'> = {
	async list(tx, query, slice) {
		const from = sql`from organisation g where ${query.search === '' ? sql`true` : holdsWords(sql`concat_ws(' ', g.name, g.alternate_name, g.description)`, query.search)}`;
		const listed = await rows<{ id: string }>(tx, sql`g.id`, from, sql`g.id`, slice);
		const ids = listed.rows.map(({ id }) => id);
		const how = { full: query.full, fullService: query.full_service };
		return { total: listed.total, objects: await wholeOrganizations(tx, ids, how) };
	},
	one: async (tx, id, fullService) => first(await wholeOrganizations(tx, [id], { full: true, fullService })),
};

const taxonomies: Source<'taxonomies'> = {
	async list(tx, { search }, { offset, limit }) {
		const names = (await taxonomyNames(tx)).filter((name) => name.includes(search.toLowerCase()));
		return { total: names.length, objects: names.slice(offset, offset + limit).map(taxonomyObject) };
	},
	async one(tx, id) {
		const name = await taxonomyNamed(tx, id);
		if (name === undefined) throw notFound('hsds');
		return taxonomyObject(name);
	},
};

const taxonomyTerms: Source<'taxonomy_terms'> = {
	async list(tx, query, slice) {
		const conditions: SQL[] = [];
		if (query.search !== '')
			conditions.push(holdsWords(sql`concat_ws(' ', t.name, t.name_en, t.description)`, query.search));
		if (query.top_only) conditions.push(sql`t.parent is null`);
		if (query.taxonomy_id !== undefined)
			conditions.push(sql`t.taxonomy = ${(await taxonomyNamed(tx, query.taxonomy_id)) ?? null}`);
		if (query.parent_id !== undefined) {
			conditions.push(
				sql`exists (select from term p where p.id = ${query.parent_id} and p.taxonomy = t.taxonomy and p.code = t.parent)`,
			);
		}
		const listed = await rows<{ id: string }>(
			tx,
			sql`t.id`,
			sql`from term t where ${all(conditions)}`,
			sql`t.id`,
			slice,
		);
		const ids = listed.rows.map(({ id }) => id);
		const found: TermRow[] =
			ids.length > 0 ? await tx.select().from(term).where(inArray(term.id, ids)).orderBy(asc(term.id)) : [];
		return { total: listed.total, objects: found.map(termObject) };
	},
	one: async (tx, id) => termObject(first(await tx.select().from(term).where(eq(term.id, id)))),
};

export const sources: { readonly [C in Collection]: Source<C> } = {
	services,
	organizations,
	service_at_locations: serviceAtLocations,
	taxonomies,
	taxonomy_terms: taxonomyTerms,
};
