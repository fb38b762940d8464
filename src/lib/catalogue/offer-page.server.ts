import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import { comingDays, isOneDay } from './coming-days.ts';
import type { Opening } from './opening-hours.ts';
import { isoDay } from '../ui/dates.ts';
import type { ContactRecord, PhoneRecord, ScheduleRecord } from './hsds/record.ts';
import { pauseLasts } from './pause.ts';
import { published } from './published.server.ts';
import { location, offer, offerLocation, offerTerm, organisation, term } from './tables.server.ts';

export interface OfferPlace {
	id: string;
	name: string | null;
	description: string | null;
	/** all null for a confidential place: the public role can't read them */
	address: string | null;
	postcode: string | null;
	city: string | null;
	district: string | null;
	latitude: number | null;
	longitude: number | null;
	confidential: boolean;
	/** null: not known */
	stepFree: boolean | null;
	accessibility: string | null;
	transport: string | null;
	/** the hours here where they differ from the offer's own */
	schedules: ScheduleRecord[];
	phones: PhoneRecord[];
}

type OfferRow = typeof offer.$inferSelect;
type OrganisationRow = typeof organisation.$inferSelect;

export interface OfferPage extends Omit<OfferRow, 'source' | 'sourceId' | 'contentHash'> {
	organisation: Pick<
		OrganisationRow,
		'id' | 'slug' | 'name' | 'kind' | 'email' | 'website' | 'pausedUntil' | 'description'
	> & { phones: PhoneRecord[] };
	places: OfferPlace[];
	terms: { taxonomy: string; code: string; name: string; nameEn: string | null }[];
}

/**
 * Everything a caseworker needs to decide about one offer.
 * @throws DomainError `offer.not_found` 404 also for one that is no longer offered
 */
export async function readOffer(tx: Tx, slug: string): Promise<OfferPage> {
	const [row] = await tx
		.select({ offer, organisation })
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(and(eq(offer.slug, slug), published));
	if (!row) throw notFound('offer');
	const places = await tx
		.select({ location, at: offerLocation })
		.from(offerLocation)
		.innerJoin(location, eq(location.id, offerLocation.locationId))
		.where(eq(offerLocation.offerId, row.offer.id))
		.orderBy(asc(location.postcode), asc(location.id));
	const terms = await tx
		.select({ taxonomy: term.taxonomy, code: term.code, name: term.name, nameEn: term.nameEn })
		.from(offerTerm)
		.innerJoin(term, eq(term.id, offerTerm.termId))
		.where(eq(offerTerm.offerId, row.offer.id))
		.orderBy(asc(term.taxonomy), asc(term.name));
	const { id, slug: at, name, kind, email, website, pausedUntil, description, phones } = row.organisation;
	const { source: _source, sourceId: _sourceId, contentHash: _hash, ...shown } = row.offer;
	return {
		...shown,
		...closedForAWhile(row.offer, isoDay(tx.now)),
		organisation: { id, slug: at, name, kind, email, website, pausedUntil, description, phones },
		places: places.map(({ location: place, at: here }) => ({
			id: place.id,
			name: place.name,
			description: here.description ?? place.description,
			address: place.address,
			postcode: place.postcode,
			city: place.city,
			district: place.district,
			latitude: place.latitude,
			longitude: place.longitude,
			confidential: place.confidential,
			stepFree: place.stepFree,
			accessibility: place.accessibility,
			transport: place.transport,
			schedules: here.schedules.length > 0 ? here.schedules : place.schedules,
			phones: [...here.phones, ...place.phones],
		})),
		terms,
	};
}

/** Who is closed for a while has a pause, with an end where one is told: as the search has it. */
function closedForAWhile(
	{ status, pausedUntil }: Pick<OfferRow, 'status' | 'pausedUntil'>,
	today: string,
): Partial<Pick<OfferRow, 'capacity' | 'pausedUntil'>> {
	if (status !== 'temporarily closed') return {};
	return { capacity: 'paused', pausedUntil: pauseLasts(pausedUntil, today) ? pausedUntil : null };
}

export interface OrganisationPage {
	slug: string;
	name: string;
	alternateName: string | null;
	description: string | null;
	values: string | null;
	kind: OrganisationRow['kind'];
	email: string | null;
	website: string | null;
	yearFounded: number | null;
	pausedUntil: string | null;
	phones: PhoneRecord[];
	contacts: ContactRecord[];
	/** days of their own that are to come, the soonest first */
	events: (Opening & { slug: string; name: string })[];
	offers: Pick<
		OfferRow,
		'slug' | 'name' | 'summary' | 'description' | 'capacity' | 'capacityExpires' | 'pausedUntil'
	>[];
}

/** Days that an organisation's page tells at most. */
const mostEvents = 10;

/** @throws DomainError `organisation.not_found` 404 */
export async function readOrganisation(tx: Tx, slug: string): Promise<OrganisationPage> {
	const [row] = await tx.select().from(organisation).where(eq(organisation.slug, slug));
	if (!row) throw notFound('organisation');
	const offers = await tx
		.select({
			slug: offer.slug,
			name: offer.name,
			summary: offer.summary,
			description: offer.description,
			capacity: offer.capacity,
			capacityExpires: offer.capacityExpires,
			pausedUntil: offer.pausedUntil,
			status: offer.status,
			schedules: offer.schedules,
		})
		.from(offer)
		.where(and(eq(offer.organisationId, row.id), published));
	const byName = new Intl.Collator('da');
	const today = isoDay(tx.now);
	return {
		slug: row.slug,
		name: row.name,
		alternateName: row.alternateName,
		description: row.description,
		values: row.values,
		kind: row.kind,
		email: row.email,
		website: row.website,
		yearFounded: row.yearFounded,
		pausedUntil: row.pausedUntil,
		phones: row.phones,
		contacts: row.contacts,
		events: offers
			.filter(({ status }) => status !== 'temporarily closed')
			.flatMap(({ slug, name, schedules }) =>
				comingDays(schedules.filter(isOneDay), today, mostEvents).map((opening) => ({ ...opening, slug, name })),
			)
			.sort((a, b) => `${a.date} ${a.opensAt}`.localeCompare(`${b.date} ${b.opensAt}`))
			.slice(0, mostEvents),
		offers: offers
			.map(({ status, schedules: _schedules, ...each }) => ({
				...each,
				...closedForAWhile({ ...each, status }, today),
			}))
			.sort((a, b) => byName.compare(a.name, b.name)),
	};
}
