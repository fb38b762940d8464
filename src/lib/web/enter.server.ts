import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Admitted } from '../identity/admitted.server.ts';
import { homeOf } from '../identity/navigation.ts';
import { withReturn } from '../identity/return-address.ts';
import { readFactors } from '../identity/second-factor.server.ts';
import { createSession, type SessionOrigin } from '../identity/sessions.server.ts';
import { writeSessionToken } from './cookies.server.ts';
import { markPerson } from './kept-form.server.ts';

/** The session the browser brought, which the next one replaces. */
const before = ({ locals }: RequestEvent) => (locals.signedIn ?? locals.halfway)?.sessionId;

/**
 * Begins the session of somebody who is wholly signed in, in place of the one the browser had, and goes where the
 * person was going.
 */
export async function enter(
	event: RequestEvent,
	admitted: Admitted,
	back: string | undefined,
	origin: SessionOrigin = {},
): Promise<never> {
	const { token } = await createSession(admitted.userId, admitted.membershipId, before(event), origin);
	writeSessionToken(event.cookies, event.url, token);
	markPerson(event, admitted.userId);
	redirect(303, back ?? homeOf(admitted.role));
}

/** After a right password: asks for the second factor, or leads to setting one up, before any page about people. */
export async function enterHalfway(event: RequestEvent, userId: string, back: string | undefined): Promise<never> {
	const { token } = await createSession(userId, null, before(event), { stage: 'halfway' });
	writeSessionToken(event.cookies, event.url, token);
	const { totp, passkeys } = await readFactors(userId);
	redirect(303, withReturn(totp || passkeys > 0 ? '/sign-in/code' : '/sign-in/enrol', back));
}
