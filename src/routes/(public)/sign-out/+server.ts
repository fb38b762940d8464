import { redirect, type RequestHandler } from '@sveltejs/kit';
import { endSession } from '$lib/identity/sessions.server.ts';
import { clearSessionToken } from '$lib/web/cookies.server.ts';

/** Ends the session here and in the database. */
export const POST: RequestHandler = async ({ locals, cookies, url }) => {
	const session = locals.signedIn ?? locals.halfway;
	if (session) await endSession(session.sessionId);
	clearSessionToken(cookies, url);
	redirect(303, '/');
};
