import { redirect, type RequestHandler } from '@sveltejs/kit';
import { signOutAddress } from '$lib/identity/oidc.server.ts';
import { endSession, idTokenOf } from '$lib/identity/sessions.server.ts';
import { clearSessionToken, readSessionToken } from '$lib/web/cookies.server.ts';
import { forgetPerson } from '$lib/web/kept-form.server.ts';

/** Ends the session here and in the database, and where it began at the municipality's own sign-in, there too. */
export const POST: RequestHandler = async ({ locals, cookies, url }) => {
	forgetPerson({ cookies, url });
	const session = locals.signedIn ?? locals.halfway;
	const token = readSessionToken(cookies, url);
	const idToken = session && token ? await idTokenOf(token) : undefined;
	if (session) await endSession(session.sessionId);
	clearSessionToken(cookies, url);
	const elsewhere = idToken ? await signOutAddress(idToken) : undefined;
	redirect(303, elsewhere?.href ?? '/');
};
