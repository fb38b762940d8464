import { signInWithPasskey } from '$lib/identity/passkeys.server.ts';
import { returnAddress } from '$lib/identity/return-address.ts';
import { checkCode } from '$lib/identity/second-factor.server.ts';
import { halfwayOf, orRefuse } from '$lib/web/account-request.server.ts';
import { enter } from '$lib/web/enter.server.ts';
import { enterByCode, halfwayOn } from '$lib/web/halfway-request.server.ts';
import { answerOf, passkeyForm } from '$lib/web/passkey-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { back, factors } = await halfwayOn(event, 'code');
	return { back, factors };
};

export const actions: Actions = {
	code: (event) => enterByCode(event, checkCode),
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
