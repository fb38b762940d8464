import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { beginTotp, confirmTotp } from '$lib/identity/second-factor.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { qrPath } from '$lib/ui/qr.server.ts';
import { accountOf, orPage, orRefuse } from '$lib/web/account-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = accountOf(event);
	const { secret, uri } = await orPage(() => beginTotp(actor.userId, false));
	return { offer: { secret, qr: qrPath(uri) } };
};

const form = z.object({
	code: z
		.string()
		.trim()
		.min(1, { error: () => m.identity_code_missing() }),
});

export const actions: Actions = {
	app: async (event) => {
		const { actor } = accountOf(event);
		const parsed = await parseForm(event, form);
		if (!parsed.ok) return parsed.failure;
		const confirmed = await orRefuse({}, () => confirmTotp(actor.userId, parsed.input.code, false));
		return confirmed.ok ? redirect(303, '/account?done=factor') : confirmed.failure;
	},
};
