import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { DomainError } from '$lib/errors.ts';
import { homeOf } from '$lib/identity/navigation.ts';
import { returnAddress } from '$lib/identity/return-address.ts';
import { createSession, wearMembership } from '$lib/identity/sessions.server.ts';
import { signIn, signInToDemo, type Admitted } from '$lib/identity/sign-in.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { writeSessionToken } from '$lib/web/cookies.server.ts';
import { errorText } from '$lib/web/error-text.server.ts';
import { parseForm, refuse, throwAsPage } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { signedIn, actor } = locals;
	const back = returnAddress(url.searchParams.get('return'));
	if (signedIn?.actor && back === undefined && !url.searchParams.has('again'))
		redirect(303, homeOf(signedIn.actor.role));
	return {
		back: back ?? null,
		sessionEnded: locals.sessionEnded,
		withoutRole: signedIn !== undefined && actor.kind === 'public',
	};
};

/** Begins the session, in place of the one the browser had, and goes where the person was going. */
async function enter(event: RequestEvent, admitted: Admitted, back: string | undefined): Promise<never> {
	const { token } = await createSession(admitted.userId, admitted.membershipId, event.locals.signedIn?.sessionId);
	writeSessionToken(event.cookies, event.url, token);
	redirect(303, back ?? homeOf(admitted.role));
}

const credentials = z.object({
	email: z
		.string()
		.trim()
		.min(1, { error: () => m.identity_email_missing() })
		.max(200),
	password: z.string().min(1, { error: () => m.identity_password_missing() }),
	return: z.string().optional(),
});

export const actions: Actions = {
	password: async (event) => {
		const form = await parseForm(event, credentials);
		if (!form.ok) return form.failure;
		const { email, password } = form.input;
		let admitted: Admitted;
		try {
			admitted = await signIn({ email, password, from: event.getClientAddress() });
		} catch (cause) {
			if (cause instanceof DomainError) return refuse(cause.status, form.values, { _form: errorText(cause) });
			throw cause;
		}
		return enter(event, admitted, returnAddress(form.input.return));
	},
	demo: async (event) => {
		const form = await event.request.formData();
		const admitted = await signInToDemo(String(form.get('person'))).catch(throwAsPage);
		return enter(event, admitted, returnAddress(form.get('return')));
	},
	/** Puts on another of one's hats. */
	wear: async ({ locals, request }) => {
		if (!locals.signedIn) redirect(303, '/sign-in');
		const chosen = String((await request.formData()).get('membership'));
		const hat = locals.signedIn.memberships.find(({ id }) => id === chosen);
		if (!hat) error(400);
		await wearMembership(locals.signedIn, hat.id);
		redirect(303, homeOf(hat.role));
	},
};
