import { readForm } from '$lib/web/form-data.server.ts';
import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { services } from '$lib/database/as-actor.server.ts';
import { homeOf } from '$lib/identity/navigation.ts';
import { signInWithPasskey } from '$lib/identity/passkeys.server.ts';
import { returnAddress, withReturn } from '$lib/identity/return-address.ts';
import { wearMembership } from '$lib/identity/sessions.server.ts';
import { signIn, signInToDemo } from '$lib/identity/sign-in.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { orRefuse } from '$lib/web/account-request.server.ts';
import { enter, enterHalfway } from '$lib/web/enter.server.ts';
import { answerOf, passkeyForm } from '$lib/web/passkey-request.server.ts';
import { parseForm, throwAsPage } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { signedIn, actor } = locals;
	const back = returnAddress(url.searchParams.get('return'));
	if (signedIn?.actor && back === undefined && !url.searchParams.has('again'))
		redirect(303, homeOf(signedIn.actor.role));
	if (locals.halfway) redirect(303, withReturn('/sign-in/code', back));
	return {
		back: back ?? null,
		sessionEnded: locals.sessionEnded,
		again: signedIn !== undefined && url.searchParams.get('again') === 'factor',
		provider: services().config.oidc !== undefined,
		providerFault: url.searchParams.get('provider'),
		withoutRole: signedIn !== undefined && actor.kind === 'public',
	};
};

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
		const admitted = await orRefuse(form.values, () => signIn({ email, password, from: event.getClientAddress() }));
		if (!admitted.ok) return admitted.failure;
		return enterHalfway(event, admitted.value.userId, returnAddress(form.input.return));
	},
	passkey: async (event) => {
		const form = await parseForm(event, passkeyForm);
		if (!form.ok) return form.failure;
		const from = event.getClientAddress();
		const admitted = await orRefuse(form.values, async () =>
			signInWithPasskey({ ...(await answerOf(event, form.input.passkey)), from, expected: undefined }),
		);
		return admitted.ok ? enter(event, admitted.value, returnAddress(form.input.return)) : admitted.failure;
	},
	demo: async (event) => {
		const form = await readForm(event.request);
		const admitted = await signInToDemo(String(form.get('person'))).catch(throwAsPage);
		return enter(event, admitted, returnAddress(form.get('return')));
	},
	/** Puts on another of one's hats. */
	wear: async ({ locals, request }) => {
		if (!locals.signedIn) redirect(303, '/sign-in');
		const chosen = String((await readForm(request)).get('membership'));
		const hat = locals.signedIn.memberships.find(({ id }) => id === chosen);
		if (!hat) error(400);
		await wearMembership(locals.signedIn, hat.id);
		redirect(303, homeOf(hat.role));
	},
};
