import { sql } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import type { ScheduleRecord } from '../hsds/record.ts';
import { isShown } from '../published.server.ts';
import type { OfferSource, PlaceSource } from './offer-source.ts';

/** An offer as it stands in the database: when any row it is made of is written, its stamp is another. */
export interface Stamped {
	readonly id: string;
	readonly stamp: string;
}

/** What is in the catalogue: shown in lists and found by searches. */
const published = isShown(sql`o.status`);

/**
 * Every published offer with its stamp. A row's xmin is the transaction that wrote it, so a stamp needs neither a
 * trigger nor a clock that never stands still.
 */
export async function readStamps(tx: Tx): Promise<Stamped[]> {
	const result = await tx.execute<{ id: string; stamp: string }>(sql`
		with places as (
			select ol.offer_id, string_agg(concat_ws('-', ol.xmin, l.xmin), ',' order by l.id) as stamps
			from offer_location ol join location l on l.id = ol.location_id
			group by ol.offer_id
		), terms as (
			select ot.offer_id, string_agg(concat_ws('-', ot.term_id, t.xmin), ',' order by t.id) as stamps
			from offer_term ot join term t on t.id = ot.term_id
			group by ot.offer_id
		)
		select o.id, hashtextextended(concat_ws('/', o.xmin, g.xmin, p.stamps, t.stamps), 0)::text as stamp
		from offer o
		join organisation g on g.id = o.organisation_id
		left join places p on p.offer_id = o.id
		left join terms t on t.offer_id = o.id
		where ${published}`);
	return result.rows;
}

/** What the database tells of an offer; what is not known is left out. */
interface OfferRow extends Record<string, unknown> {
	offer: Omit<OfferSource, 'organisation' | 'terms' | 'places' | 'schedules'> & {
		status: string;
		schedules: ScheduleRecord[];
		organisation: OfferSource['organisation'] & { pausedUntil?: string };
		terms?: OfferSource['terms'];
		places?: (PlaceSource & { visits: ScheduleRecord[]; hours: ScheduleRecord[] })[];
	};
}

/**
 * Reads what the search needs of these offers, in one query. A confidential place has no address here: it is not in
 * the tables that the public's role can read.
 */
export async function readOffers(tx: Tx, ids: readonly string[]): Promise<OfferSource[]> {
	const list = sql.param(ids);
	const result = await tx.execute<OfferRow>(sql`
		select json_strip_nulls(json_build_object(
			'id', o.id, 'slug', o.slug, 'name', o.name, 'alternateName', o.alternate_name, 'summary', o.summary,
			'description', o.description, 'eligibility', o.eligibility, 'applicationProcess', o.application_process,
			'interpretation', o.interpretation, 'serviceArea', o.service_area, 'minimumAge', o.minimum_age,
			'maximumAge', o.maximum_age, 'gender', o.gender, 'waysIn', o.ways_in, 'modes', o.modes, 'free', o.free,
			'peers', o.peers, 'languages', o.languages, 'capacity', o.capacity, 'pausedUntil', o.paused_until,
			'capacityExpires', o.capacity_expires, 'capacityAvailable', o.capacity_available,
			'capacityMaximum', o.capacity_maximum, 'capacityUnit', o.capacity_unit, 'waitlistUntil', o.waitlist_until,
			'confirmed', o.confirmed, 'doubts', o.doubts, 'status', o.status, 'schedules', o.schedules,
			'organisation',
				json_build_object('slug', g.slug, 'name', g.name, 'kind', g.kind, 'pausedUntil', g.paused_until),
			'terms', (
				select json_agg(json_build_object('taxonomy', t.taxonomy, 'code', t.code, 'name', t.name) order by t.id)
				from offer_term ot join term t on t.id = ot.term_id where ot.offer_id = o.id
			),
			'places', (
				select json_agg(json_build_object(
					'name', l.name, 'address', l.address, 'postcode', l.postcode, 'city', l.city, 'district', l.district,
					'latitude', l.latitude, 'longitude', l.longitude, 'confidential', l.confidential, 'stepFree', l.step_free,
					'visits', ol.schedules, 'hours', l.schedules
				) order by l.id)
				from offer_location ol join location l on l.id = ol.location_id where ol.offer_id = o.id
			)
		)) as offer
		from offer o join organisation g on g.id = o.organisation_id
		where ${published} and o.id = any(${list}::uuid[])`);
	return result.rows.map(toSource);
}

function toSource({ offer }: OfferRow): OfferSource {
	const { status, schedules, pausedUntil, organisation, terms = [], places = [], ...rest } = offer;
	const { pausedUntil: allPausedUntil, ...by } = organisation;
	const last = [pausedUntil, allPausedUntil]
		.filter((day) => day !== undefined)
		.sort()
		.at(-1);
	return {
		...rest,
		capacity: status === 'temporarily closed' ? 'paused' : rest.capacity,
		...(last !== undefined && { pausedUntil: last }),
		organisation: by,
		terms,
		places: places.map(({ visits: _, hours: __, ...place }) => place),
		schedules: hoursOf(schedules, places),
	};
}

/** The offer's own hours; else those of its visits to places; else those of the places themselves. */
function hoursOf(
	own: ScheduleRecord[],
	places: readonly { visits: ScheduleRecord[]; hours: ScheduleRecord[] }[],
): ScheduleRecord[] {
	const visits = places.flatMap((place) => place.visits);
	if (own.length > 0 || visits.length > 0) return [...own, ...visits];
	return places.flatMap(({ hours }) => hours);
}
