import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../../database/as-actor.server.ts';
import { isShown } from '../../published.server.ts';
import { each } from '../../search/bitset.ts';
import { catalogueSnapshot } from '../../search/catalogue-snapshot.server.ts';
import { everything } from '../../search/request.ts';
import { search } from '../../search/search.ts';
import { taxonomyId } from '../write/term.server.ts';
import type { Query } from './query.ts';

/** What is in the catalogue of the public, with `o` the offer. */
export const published = isShown(sql`o.status`);

/** When anything an offer is made of was last written (`lastModified` in service.server.ts). */
export const modified = sql`greatest(o.updated_at, g.updated_at, (
	select max(at.updated_at) from offer_location there join location at on at.id = there.location_id
	where there.offer_id = o.id
))`;

/**
 * The ids of the offers that the words find, as the search page finds them.
 * @returns undefined when nothing is searched for
 */
export async function foundOffers(words: string, now: Date): Promise<string[] | undefined> {
	if (words === '') return undefined;
	const snapshot = await catalogueSnapshot();
	const ids: string[] = [];
	each(search(snapshot, { ...everything, q: words }, now).set, (document) => {
		const entry = snapshot.entries[document];
		if (entry) ids.push(entry.id);
	});
	return ids;
}

/** The names of all taxonomies, in a fixed order. */
export async function taxonomyNames(tx: Tx): Promise<string[]> {
	const { rows } = await tx.execute<{ taxonomy: string }>(sql`select distinct taxonomy from term`);
	return rows.map(({ taxonomy }) => taxonomy).sort();
}

/** @returns the name of the taxonomy with this id; `undefined` when there is none */
export async function taxonomyNamed(tx: Tx, id: string): Promise<string | undefined> {
	return (await taxonomyNames(tx)).find((name) => taxonomyId(name) === id);
}

/** The conditions that the filters of a list of offers make, with `o` the offer and `g` its organisation. */
export async function offerConditions(
	tx: Tx,
	query: Query<'services'> | Query<'service_at_locations'>,
	found: readonly string[] | undefined,
): Promise<SQL[]> {
	const conditions = [published];
	if (found) conditions.push(sql`o.id = any(${sql.param(found)}::uuid[])`);
	if (query.organization_id) conditions.push(sql`o.organisation_id = ${query.organization_id}`);
	if (query.modified_after) conditions.push(sql`${modified} >= ${query.modified_after.toISOString()}::timestamptz`);
	if (query.minimum_age !== undefined) conditions.push(sql`o.minimum_age >= ${query.minimum_age}`);
	if (query.maximum_age !== undefined) conditions.push(sql`o.maximum_age <= ${query.maximum_age}`);
	const hours = hoursWithin(query);
	if (hours) conditions.push(hours);
	if (query.taxonomy_term_id) {
		conditions.push(
			sql`exists (select from offer_term ot where ot.offer_id = o.id and ot.term_id = ${query.taxonomy_term_id})`,
		);
	}
	if (query.taxonomy_id) {
		const name = await taxonomyNamed(tx, query.taxonomy_id);
		conditions.push(
			sql`exists (
				select from offer_term ot join term t on t.id = ot.term_id where ot.offer_id = o.id and t.taxonomy = ${name ?? null}
			)`,
		);
	}
	return conditions;
}

/** Offers with hours, their own or of a place they are at, on a weekday and from one time to another. */
function hoursWithin({
	day,
	start_time: start,
	end_time: end,
}: Query<'services'> | Query<'service_at_locations'>): SQL | undefined {
	if (day === undefined && start === undefined && end === undefined) return undefined;
	const conditions: SQL[] = [];
	// `1MO` is the first Monday; every day without weekdays is every one of them.
	if (day !== undefined) {
		conditions.push(sql`(h->>'byday' ~ ${`(^|,)[+-]?[0-9]*${day}(,|$)`}
			or (h->>'freq' = 'DAILY' and h->>'byday' is null))`);
	}
	if (start !== undefined) conditions.push(sql`h->>'opensAt' >= ${start}`);
	// What closes after midnight is not over the evening before.
	if (end !== undefined) conditions.push(sql`h->>'closesAt' between h->>'opensAt' and ${end}`);
	return sql`exists (
		select from (
			select o.schedules union all
			select v.schedules || p.schedules from offer_location v join location p on p.id = v.location_id where v.offer_id = o.id
		) there (schedules), jsonb_array_elements(there.schedules) h
		where ${all(conditions)}
	)`;
}

/** Metres on the globe between a location `l` and a point (haversine; the mean radius of the Earth, IUGG). */
const metresTo = (
	latitude: SQL,
	longitude: SQL,
) => sql`2 * 6371008.8 * asin(sqrt(least(1, power(sin(radians(l.latitude - ${latitude}) / 2), 2)
	+ cos(radians(${latitude})) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - ${longitude}) / 2), 2))))`;

/**
 * Places of a postcode, or within so many metres of its middle: the middle of the catalogue's own places there. A place
 * whose address is secret is neither found nor counted in the middle; nor is one where nothing is offered, which may be
 * where a shelter was before its address became a secret.
 */
export function nearPostcode({ postcode, proximity }: Query<'service_at_locations'>): SQL | undefined {
	if (postcode === undefined) return undefined;
	if (proximity === undefined) return sql`not l.confidential and l.postcode = ${postcode}`;
	const inUse = sql`exists (
		select from offer_location v join offer w on w.id = v.offer_id where v.location_id = m.id and ${isShown(sql`w.status`)}
	)`;
	const middle = (column: SQL) =>
		sql`(select avg(${column}) from location m where m.postcode = ${postcode} and not m.confidential and ${inUse})`;
	const [latitude, longitude] = [middle(sql`m.latitude`), middle(sql`m.longitude`)];
	return sql`not l.confidential and ${metresTo(latitude, longitude)} <= ${proximity}`;
}

export const all = (conditions: readonly SQL[]): SQL => sql.join([sql`true`, ...conditions], sql` and `);
