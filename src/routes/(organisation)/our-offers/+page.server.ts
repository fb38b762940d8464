import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import {
	confirmOffers,
	listOwnOffers,
	listProposedOffers,
	pauseOrganisation,
	readOwnOrganisation,
} from '$lib/catalogue/own-offers.server.ts';
import type { Tx } from '$lib/database/as-actor.server.ts';
import type { OrganisationActor } from '$lib/identity/actor.ts';
import { asOrganisation } from '$lib/identity/as-organisation.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	loadAs(event, 'offer.keep_true', async (tx, signedIn) => {
		const actor = asOrganisation(signedIn);
		return {
			organisation: await readOwnOrganisation(tx, actor),
			offers: await listOwnOffers(tx, actor),
			proposed: await listProposedOffers(tx, actor),
			now: tx.now,
			done: event.url.searchParams.get('done'),
		};
	});

/** One button, one storage function, and back to the list with a word of thanks. */
async function press<S extends z.ZodType>(
	event: RequestEvent,
	form: S,
	done: string,
	work: (tx: Tx, actor: OrganisationActor, input: z.output<S>) => Promise<void>,
) {
	const failure = await submit(event, 'offer.keep_true', form, (tx, actor, input) =>
		work(tx, asOrganisation(actor), input),
	);
	return failure ?? redirect(303, `/our-offers?done=${done}`);
}

export const actions: Actions = {
	confirm: (event) =>
		press(event, z.object({ offer: z.uuid() }), 'confirmed', (tx, actor, { offer }) => confirmOffers(tx, actor, offer)),
	confirm_all: (event) => press(event, z.object({}), 'confirmed', (tx, actor) => confirmOffers(tx, actor)),
	resume: (event) => press(event, z.object({}), 'resumed', (tx, actor) => pauseOrganisation(tx, actor, null)),
};
