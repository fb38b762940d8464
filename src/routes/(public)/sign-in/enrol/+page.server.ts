import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { DomainError } from '$lib/errors.ts';
import { addPasskey } from '$lib/identity/passkeys.server.ts';
import { returnAddress, withReturn } from '$lib/identity/return-address.ts';
import { beginTotp, confirmTotp, readFactors } from '$lib/identity/second-factor.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { qrPath } from '$lib/ui/qr.server.ts';
import { backFrom, halfwayOf, orPage, orRefuse } from '$lib/web/account-request.server.ts';
import { enter } from '$lib/web/enter.server.ts';
import { newPasskeyOf, passkeyForm } from '$lib/web/passkey-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Somebody's first second factor, right after the password. */
export const load: PageServerLoad = async (event) => {
	const { userId } = halfwayOf(event);
	const factors = await readFactors(userId);
	if (factors.totp || factors.passkeys > 0) redirect(303, withReturn('/sign-in/code', backFrom(event)));
	const { secret, uri } = await orPage(() => beginTotp(userId, true));
	const back = backFrom(event) ?? null;
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
	passkey: async (event) => {
		const { userId } = halfwayOf(event);
		const posted = await parseForm(event, passkeyForm);
		if (!posted.ok) return posted.failure;
		const { passkey, name, return: back } = posted.input;
		const added = await orRefuse(posted.values, async () => {
			const answer = await newPasskeyOf(event, passkey);
			if (answer.userId !== userId) throw new DomainError('identity.passkey_failed', 422);
			return addPasskey({ ...answer, name }, { kind: 'first' });
		});
		return added.ok ? enter(event, added.value, returnAddress(back)) : added.failure;
	},
};
