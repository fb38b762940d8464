import { z } from 'zod';
import { findCitizens } from '$lib/citizens/citizens.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many names one looks through; more are found by searching. */
const shown = 30;

export const load: PageServerLoad = (event) =>
	loadAs(event, 'citizen.read', async (tx, actor) => ({
		citizens: await findCitizens(tx, assertStaff(actor), '', shown),
	}));

export const actions: Actions = {
	// Posted, not an address: no name stands in a history or a proxy's log.
	default: (event) =>
		submit(event, 'citizen.read', z.object({ q: z.string().trim().max(100) }), async (tx, actor, { q }) => ({
			q,
			found: await findCitizens(tx, assertStaff(actor), q, shown),
		})),
};
