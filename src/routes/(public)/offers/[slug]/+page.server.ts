import { readOffer } from '$lib/catalogue/offer-page.server.ts';
import { jsonInHtml, offerThing } from '$lib/catalogue/structured-data.ts';
import { openingState } from '$lib/catalogue/opening-hours.ts';
import { asActor, services } from '$lib/database/as-actor.server.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { doorFault } from '$lib/referrals/offer-open.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { throwAsGone } from '$lib/web/gone-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const offer = await asActor(publicActor, (tx) => readOffer(tx, params.slug)).catch((cause: unknown) =>
		throwAsGone(cause, params.slug),
	);
	const now = services().clock();
	const hours = offer.schedules.length > 0 ? offer.schedules : (offer.places[0]?.schedules ?? []);
	const door = { ...offer, organisationPausedUntil: offer.organisation.pausedUntil };
	const structured = jsonInHtml(offerThing(offer, url.origin));
	return { offer, now, structured, opening: openingState(hours, now), fault: doorFault(door, isoDay(now)) };
};
