import { services, type Tx } from '../database/as-actor.server.ts';
import { calendarOf, type CalendarItem } from './calendar.ts';
import { readOffer, readOrganisation, type OfferPage } from './offer-page.server.ts';
import { addDays, localTime, weekdayOf, weekdays } from './opening-hours.ts';

/** The Monday of this week in Copenhagen, ISO. */
function monday(): string {
	const { date } = localTime(services().clock());
	return addDays(date, -weekdays.indexOf(weekdayOf(date)));
}

/** The offer's own hours, or those of each of its places; none while it is closed. A secret place stays secret. */
function itemsOf(offer: OfferPage): CalendarItem[] {
	const { id, slug, name, organisation, schedules, places, updatedAt, status, pausedUntil } = offer;
	if (status === 'temporarily closed' && pausedUntil === null) return [];
	const shared = {
		name,
		organisation: organisation.name,
		url: `${services().config.origin}/offers/${slug}`,
		changed: updatedAt,
		closedBefore: status === 'temporarily closed' && pausedUntil !== null ? addDays(pausedUntil, 1) : undefined,
	};
	const written = (place: OfferPage['places'][number] | undefined) =>
		!place || place.confidential
			? undefined
			: [place.name, place.address, [place.postcode, place.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
	if (schedules.length > 0) return [{ id, ...shared, place: written(places[0]), schedules }];
	return places.map((place) => ({
		id: `${id}-${place.id}`,
		...shared,
		place: written(place),
		schedules: place.schedules,
	}));
}

/** @throws DomainError `offer.not_found` 404 */
export async function offerCalendar(tx: Tx, slug: string): Promise<string> {
	const offer = await readOffer(tx, slug);
	return calendarOf(`${offer.name} – ${offer.organisation.name}`, itemsOf(offer), monday());
}

/**
 * When everything an organisation offers takes place, in one calendar.
 * @throws DomainError `organisation.not_found` 404
 */
export async function organisationCalendar(tx: Tx, slug: string): Promise<string> {
	const { name, offers } = await readOrganisation(tx, slug);
	const items: CalendarItem[] = [];
	for (const each of offers) items.push(...itemsOf(await readOffer(tx, each.slug)));
	return calendarOf(name, items, monday());
}
