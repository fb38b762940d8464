import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { returnAddress } from '$lib/identity/return-address.ts';
import { beginTotp, confirmTotp, readFactors } from '$lib/identity/second-factor.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { qrPath } from '$lib/ui/qr.server.ts';
import { halfwayOf, orPage, orRefuse } from '$lib/web/account-request.server.ts';
import { enter } from '$lib/web/enter.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Somebody's first second factor, right after the password. */
export const load: PageServerLoad = async (event) => {
	const { userId } = halfwayOf(event);
	const factors = await readFactors(userId);
	if (factors.totp || factors.passkeys > 0) redirect(303, `/sign-in/code${event.url.search}`);
	const { secret, uri } = await orPage(() => beginTotp(userId, true));
	const back = returnAddress(event.url.searchParams.get('return')) ?? null;
	return { back, offer: { secret, qr: qrPath(uri) } };
};

const form = z.object({
	code: z
		.string()
		.trim()
		.min(1, { error: () => m.identity_code_missing() }),
	return: z.string().optional(),
});

export const actions: Actions = {
	app: async (event) => {
		const { userId } = halfwayOf(event);
		const parsed = await parseForm(event, form);
		if (!parsed.ok) return parsed.failure;
		const confirmed = await orRefuse(parsed.values, () => confirmTotp(userId, parsed.input.code, true));
		return confirmed.ok ? enter(event, confirmed.value, returnAddress(parsed.input.return)) : confirmed.failure;
	},
};
