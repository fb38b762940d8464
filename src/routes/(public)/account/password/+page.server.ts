import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { changePassword } from '$lib/identity/change-password.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { accountOf, orRefuse } from '$lib/web/account-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	accountOf(event);
};

const passwords = z
	.object({
		current: z.string().min(1, { error: () => m.identity_password_current_missing() }),
		password: z.string().min(1, { error: () => m.identity_password_new_missing() }),
		repeated: z.string(),
	})
	.refine(({ password, repeated }) => password === repeated, {
		path: ['repeated'],
		error: () => m.identity_password_repeated_differs(),
	});

export const actions: Actions = {
	default: async (event) => {
		const { actor, signedIn } = accountOf(event);
		const form = await parseForm(event, passwords);
		if (!form.ok) return form.failure;
		const { current, password } = form.input;
		const { sessionId } = signedIn;
		const from = event.getClientAddress();
		const changed = await orRefuse({}, () => changePassword(actor, { current, password, sessionId, from }));
		return changed.ok ? redirect(303, '/account?done=password') : changed.failure;
	},
};
