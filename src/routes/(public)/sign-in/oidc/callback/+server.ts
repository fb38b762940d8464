import type { RequestHandler } from '@sveltejs/kit';
import { DomainError } from '$lib/errors.ts';
import { admitFromProvider } from '$lib/identity/oidc-people.server.ts';
import { assertProvider, personFromProvider } from '$lib/identity/oidc.server.ts';
import { takeStep } from '$lib/identity/sign-in-step.server.ts';
import { handOverWhenRoleEnds } from '$lib/referrals/role-ended.server.ts';
import { stepCookie } from '$lib/web/cookies.server.ts';
import { enter } from '$lib/web/enter.server.ts';
import { orSignInPage } from '$lib/web/provider-request.server.ts';

/** Takes somebody back from the municipality's own sign-in: only this browser, only once, only what it was sent for. */
export const GET: RequestHandler = async (event) => {
	const { admitted, person, back } = await orSignInPage(async () => {
		assertProvider();
		const step = await takeStep(stepCookie.take(event.cookies, event.url), 'provider');
		if (!step) throw new DomainError('identity.provider_failed', 422);
		const person = await personFromProvider(event.url.search, step);
		return { admitted: await admitFromProvider(person, handOverWhenRoleEnds), person, back: step.back };
	});
	return enter(event, admitted, back, { provider: { session: person.session, idToken: person.idToken } });
};
