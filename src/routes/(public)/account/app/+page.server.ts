import { redirect } from '@sveltejs/kit';
import { beginTotp, confirmTotp } from '$lib/identity/second-factor.server.ts';
import { qrPath } from '$lib/ui/qr.server.ts';
import { freshAccountOf, orPage, orRefuse } from '$lib/web/account-request.server.ts';
import { codeForm } from '$lib/web/halfway-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = freshAccountOf(event);
	const { secret, uri } = await orPage(() => beginTotp(actor.userId, false));
	return { offer: { secret, qr: qrPath(uri) } };
};

export const actions: Actions = {
	app: async (event) => {
		const { actor } = freshAccountOf(event);
		const parsed = await parseForm(event, codeForm);
		if (!parsed.ok) return parsed.failure;
		const confirmed = await orRefuse({}, () => confirmTotp(actor.userId, parsed.input.code, false));
		return confirmed.ok ? redirect(303, '/account?done=factor') : confirmed.failure;
	},
};
