import { readOffer } from '$lib/catalogue/offer-page.server.ts';
import { asActor, services } from '$lib/database/as-actor.server.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { qrPath } from '$lib/ui/qr.server.ts';
import { throwAsGone } from '$lib/web/gone-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const offer = await asActor(publicActor, (tx) => readOffer(tx, params.slug)).catch((cause: unknown) =>
		throwAsGone(cause, params.slug, '/print'),
	);
	const { config, clock } = services();
	const address = `${config.origin}/offers/${offer.slug}`;
	return { offer, now: clock(), address, qr: qrPath(address) };
};
