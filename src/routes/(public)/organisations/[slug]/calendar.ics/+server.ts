import { organisationCalendar } from '$lib/catalogue/offer-calendar.server.ts';
import { asActor } from '$lib/database/as-actor.server.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { throwAsPage } from '$lib/web/request.server.ts';
import type { RequestHandler } from './$types';

/** The hours as a calendar, to open once or to subscribe to. */
export const GET: RequestHandler = async ({ params }) =>
	new Response(await asActor(publicActor, (tx) => organisationCalendar(tx, params.slug)).catch(throwAsPage), {
		headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-cache' },
	});
