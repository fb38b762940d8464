import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { DomainError } from '$lib/errors.ts';
import { changePassword } from '$lib/identity/change-password.server.ts';
import { assertAllowed } from '$lib/identity/permissions.ts';
import { m } from '$lib/paraglide/messages.js';
import { errorText } from '$lib/web/error-text.server.ts';
import { load as loadAs, parseForm, refuse } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	loadAs(event, 'account.keep', async () => ({ done: event.url.searchParams.has('done') }));

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
		const { actor, signedIn } = event.locals;
		if (!signedIn || (actor.kind !== 'staff' && actor.kind !== 'organisation'))
			redirect(303, '/sign-in?return=/account');
		assertAllowed(actor, 'account.keep');
		const form = await parseForm(event, passwords);
		if (!form.ok) return refuse(400, {}, form.failure.data.errors);
		const { current, password } = form.input;
		try {
			const from = event.getClientAddress();
			await changePassword(actor, { current, password, sessionId: signedIn.sessionId, from });
		} catch (cause) {
			if (!(cause instanceof DomainError)) throw cause;
			const field = typeof cause.details.field === 'string' ? cause.details.field : '_form';
			return refuse(cause.status, {}, { [field]: errorText(cause) });
		}
		redirect(303, '/account?done');
	},
};
