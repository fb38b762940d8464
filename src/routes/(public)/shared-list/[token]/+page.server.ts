import { asActor, services } from '$lib/database/as-actor.server.ts';
import { readerOf } from '$lib/lists/list-request.server.ts';
import { readList } from '$lib/lists/lists.server.ts';
import { listedOffer } from '$lib/lists/listed-offer.ts';
import { throwAsPage } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const holder = readerOf(event);
	const { name, offers, gone } = await asActor(holder, (tx) => readList(tx, holder)).catch(throwAsPage);
	const now = services().clock();
	return { name, gone, offers: offers.map((offer) => listedOffer(offer, now, event.locals.locale)), now };
};
