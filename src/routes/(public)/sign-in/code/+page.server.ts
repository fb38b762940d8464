import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { returnAddress } from '$lib/identity/return-address.ts';
import { checkCode, readFactors } from '$lib/identity/second-factor.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { halfwayOf, orRefuse } from '$lib/web/account-request.server.ts';
import { enter } from '$lib/web/enter.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { userId } = halfwayOf(event);
	const factors = await readFactors(userId);
	if (!factors.totp && factors.passkeys === 0) redirect(303, `/sign-in/enrol${event.url.search}`);
	return { back: returnAddress(event.url.searchParams.get('return')) ?? null, factors };
};

const form = z.object({
	code: z
		.string()
		.trim()
		.min(1, { error: () => m.identity_code_missing() }),
	return: z.string().optional(),
});

export const actions: Actions = {
	code: async (event) => {
		const { userId } = halfwayOf(event);
		const parsed = await parseForm(event, form);
		if (!parsed.ok) return parsed.failure;
		const { code, return: back } = parsed.input;
		const checked = await orRefuse(parsed.values, () => checkCode(userId, code));
		return checked.ok ? enter(event, checked.value, returnAddress(back)) : checked.failure;
	},
};
