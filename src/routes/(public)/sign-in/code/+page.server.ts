import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signInWithPasskey } from '$lib/identity/passkeys.server.ts';
import { returnAddress, withReturn } from '$lib/identity/return-address.ts';
import { checkCode, readFactors } from '$lib/identity/second-factor.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { backFrom, halfwayOf, orRefuse } from '$lib/web/account-request.server.ts';
import { enter } from '$lib/web/enter.server.ts';
import { answerOf, passkeyForm } from '$lib/web/passkey-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { userId } = halfwayOf(event);
	const factors = await readFactors(userId);
	if (!factors.totp && factors.passkeys === 0) redirect(303, withReturn('/sign-in/enrol', backFrom(event)));
	return { back: backFrom(event) ?? null, factors };
};

const codeForm = z.object({
	code: z
		.string()
		.trim()
		.min(1, { error: () => m.identity_code_missing() }),
	return: z.string().optional(),
});

export const actions: Actions = {
	code: async (event) => {
		const { userId } = halfwayOf(event);
		const parsed = await parseForm(event, codeForm);
		if (!parsed.ok) return parsed.failure;
		const { code, return: back } = parsed.input;
		const checked = await orRefuse(parsed.values, () => checkCode(userId, code));
		return checked.ok ? enter(event, checked.value, returnAddress(back)) : checked.failure;
	},
	passkey: async (event) => {
		const { userId: expected } = halfwayOf(event);
		const form = await parseForm(event, passkeyForm);
		if (!form.ok) return form.failure;
		const from = event.getClientAddress();
		const admitted = await orRefuse(form.values, async () =>
			signInWithPasskey({ ...(await answerOf(event, form.input.passkey)), from, expected }),
		);
		return admitted.ok ? enter(event, admitted.value, returnAddress(form.input.return)) : admitted.failure;
	},
};
