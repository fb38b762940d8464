import { choosePassword, openLink } from '$lib/identity/credential-links.server.ts';
import { newPasswordForm } from '$lib/identity/new-password-form.ts';
import { addPasskey } from '$lib/identity/passkeys.server.ts';
import { keepSecret, orPage, orRefuse } from '$lib/web/account-request.server.ts';
import { enter, enterHalfway } from '$lib/web/enter.server.ts';
import { newPasskeyOf, passkeyForm } from '$lib/web/passkey-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	const { name, email } = await orPage(() => openLink(event.params.token, 'invitation'));
	return { name, email };
};

export const actions: Actions = {
	password: async (event) => {
		keepSecret(event);
		const form = await parseForm(event, newPasswordForm);
		if (!form.ok) return form.failure;
		const chosen = await orRefuse({}, () => choosePassword(event.params.token, 'invitation', form.input.password));
		return chosen.ok ? enterHalfway(event, chosen.value.userId, undefined) : chosen.failure;
	},
	/** A passkey that knows its holder is both factors at once. */
	passkey: async (event) => {
		keepSecret(event);
		const { token } = event.params;
		await orPage(() => openLink(token, 'invitation'));
		const posted = await parseForm(event, passkeyForm);
		if (!posted.ok) return posted.failure;
		const { passkey, name } = posted.input;
		const added = await orRefuse(posted.values, async () =>
			addPasskey({ ...(await newPasskeyOf(event, passkey)), name }, { kind: 'link', token }),
		);
		return added.ok ? enter(event, added.value, undefined) : added.failure;
	},
};
