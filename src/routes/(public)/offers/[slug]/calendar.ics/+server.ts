import { offerCalendar } from '$lib/catalogue/offer-calendar.server.ts';
import { asActor } from '$lib/database/as-actor.server.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { throwAsGone } from '$lib/web/gone-page.server.ts';
import type { RequestHandler } from './$types';

/** The hours as a calendar, to open once or to subscribe to. */
export const GET: RequestHandler = async ({ params }) =>
	new Response(
		await asActor(publicActor, (tx) => offerCalendar(tx, params.slug)).catch((cause: unknown) =>
			throwAsGone(cause, params.slug, '/calendar.ics'),
		),
		{ headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-cache' } },
	);
