import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { asOrganisation } from '$lib/identity/as-organisation.ts';
import { declaration } from '$lib/identity/declaration.ts';
import { declareConfidentiality } from '$lib/identity/declare.server.ts';
import { returnAddress } from '$lib/identity/return-address.ts';
import { m } from '$lib/paraglide/messages.js';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const back = returnAddress(event.url.searchParams.get('return')) ?? '/inbox';
	const declared = await loadAs(event, 'inbox.read', async (_tx, actor) => asOrganisation(actor).declared);
	if (declared) redirect(303, back);
	return { points: declaration.points[event.locals.locale], back };
};

const form = z.object({
	promise: z.literal('yes', { error: () => m.identity_declaration_missing() }),
	return: z.string().optional(),
});

export const actions: Actions = {
	default: async (event) => {
		let back = '/inbox';
		const failure = await submit(event, 'inbox.read', form, async (tx, actor, input) => {
			back = returnAddress(input.return) ?? back;
			await declareConfidentiality(tx, asOrganisation(actor));
		});
		return failure ?? redirect(303, back);
	},
};
