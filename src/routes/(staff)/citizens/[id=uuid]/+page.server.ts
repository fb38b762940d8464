import { readCitizen } from '$lib/citizens/citizens.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { citizenOverview } from '$lib/referrals/citizen-overview.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	loadAs(event, 'citizen.read', async (tx, signedIn) => {
		const actor = assertStaff(signedIn);
		const citizen = await readCitizen(tx, actor, event.params.id);
		return { citizen, now: tx.now, ...(await citizenOverview(tx, actor, citizen.id)) };
	});
