import { DomainError } from '$lib/errors.ts';
import { addPasskey } from '$lib/identity/passkeys.server.ts';
import { returnAddress } from '$lib/identity/return-address.ts';
import { beginTotp, confirmTotp } from '$lib/identity/second-factor.server.ts';
import { qrPath } from '$lib/ui/qr.server.ts';
import { halfwayOf, orPage, orRefuse } from '$lib/web/account-request.server.ts';
import { enter } from '$lib/web/enter.server.ts';
import { enterByCode, halfwayOn } from '$lib/web/halfway-request.server.ts';
import { newPasskeyOf, passkeyForm } from '$lib/web/passkey-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Somebody's first second factor, right after the password. */
export const load: PageServerLoad = async (event) => {
	const { userId, back } = await halfwayOn(event, 'enrol');
	const { secret, uri } = await orPage(() => beginTotp(userId, true));
	return { back, offer: { secret, qr: qrPath(uri) } };
};

export const actions: Actions = {
	app: (event) => enterByCode(event, (userId, code) => confirmTotp(userId, code, true)),
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
