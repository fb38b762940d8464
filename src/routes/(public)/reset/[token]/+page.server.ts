import { choosePassword, openLink } from '$lib/identity/credential-links.server.ts';
import { newPasswordForm } from '$lib/identity/new-password-form.ts';
import { keepSecret, orPage, orRefuse } from '$lib/web/account-request.server.ts';
import { enterHalfway } from '$lib/web/enter.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	const { name } = await orPage(() => openLink(event.params.token, 'reset'));
	return { name };
};

export const actions: Actions = {
	password: async (event) => {
		keepSecret(event);
		const form = await parseForm(event, newPasswordForm);
		if (!form.ok) return form.failure;
		const chosen = await orRefuse({}, () => choosePassword(event.params.token, 'reset', form.input.password));
		return chosen.ok ? enterHalfway(event, chosen.value.userId, undefined) : chosen.failure;
	},
};
