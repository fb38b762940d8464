import { redirect, type RequestHandler } from '@sveltejs/kit';
import { beginAtProvider } from '$lib/identity/oidc.server.ts';
import { returnAddress } from '$lib/identity/return-address.ts';
import { keepStep } from '$lib/identity/sign-in-step.server.ts';
import { orSignInPage } from '$lib/web/provider-request.server.ts';
import { stepCookie } from '$lib/web/cookies.server.ts';

/** Sends somebody to the municipality's own sign-in. */
export const GET: RequestHandler = async (event) => {
	const back = returnAddress(event.url.searchParams.get('return'));
	const { url, step } = await orSignInPage(() => beginAtProvider(back));
	stepCookie.write(event.cookies, event.url, await keepStep(step));
	redirect(303, url.href);
};
