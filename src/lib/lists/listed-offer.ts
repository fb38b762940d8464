import type { OfferPage } from '../catalogue/offer-page.server.ts';
import { localTime, openingState } from '../catalogue/opening-hours.ts';
import { capacityToday } from '../catalogue/pause.ts';
import { openingWords } from '../catalogue/opening-words.ts';
import { m } from '../paraglide/messages.js';
import type { Locale } from '../ui/dates.ts';

/** An offer on a list, in words. */
export interface ListedOffer {
	id: string;
	slug: string;
	name: string;
	organisation: string;
	line: string;
	where: string;
	when: string;
	capacity: OfferPage['capacity'];
	pausedUntil: string | null;
	/** ISO date by which the next on the waitlist may expect a place */
	waitlistUntil: string | null;
	phone: string;
}

/** What a list shows of an offer. */
export function listedOffer(offer: OfferPage, now: Date, locale: Locale): ListedOffer {
	const [first] = offer.places;
	const { date: today } = localTime(now);
	const schedules = offer.schedules.length > 0 ? offer.schedules : (first?.schedules ?? []);
	const town = first && [first.postcode, first.city].filter(Boolean).join(' ');
	return {
		id: offer.id,
		slug: offer.slug,
		name: offer.name,
		organisation: offer.organisation.name,
		line: offer.summary ?? '',
		where: first?.confidential ? m.catalogue_where_secret() : [first?.address, town].filter(Boolean).join(', '),
		when: openingWords(openingState(schedules, now), today, locale),
		capacity: capacityToday(offer, today),
		pausedUntil: offer.pausedUntil,
		waitlistUntil: (offer.waitlistUntil ?? '') >= today ? offer.waitlistUntil : null,
		phone: (offer.phones[0] ?? offer.organisation.phones[0])?.number ?? '',
	};
}
