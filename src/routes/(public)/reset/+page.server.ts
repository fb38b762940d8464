import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { askForReset } from '$lib/identity/credential-links.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('sent') });

const form = z.object({
	email: z
		.string()
		.trim()
		.min(1, { error: () => m.identity_email_missing() })
		.max(200),
});

export const actions: Actions = {
	/** The same answer to every address: who has an account is nobody's business. */
	default: async (event) => {
		const parsed = await parseForm(event, form);
		if (!parsed.ok) return parsed.failure;
		await askForReset({ email: parsed.input.email, from: event.getClientAddress() });
		redirect(303, '/reset?sent');
	},
};
