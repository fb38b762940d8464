import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { services } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { PasskeyAnswer, RelyingParty } from '../identity/passkeys.server.ts';
import { takeStep } from '../identity/sign-in-step.server.ts';
import { stepCookie } from './cookies.server.ts';

/** ORIGIN where it is set, so that no proxy in between can name another; else the address of the request. */
export function siteOf(event: RequestEvent): RelyingParty {
	const { config } = services();
	const origin = config.originIsSet ? config.origin : event.url.origin;
	return { id: new URL(origin).hostname, origin };
}

/** What PasskeyButton sends. */
export const passkeyForm = z.object({
	passkey: z.string().max(50_000).default(''),
	name: z.string().max(60).default(''),
	return: z.string().optional(),
});

/**
 * The answer to what this browser was asked a moment ago, and nothing else; asked once.
 * @throws DomainError `identity.passkey_failed` 422
 */
export async function answerOf(event: RequestEvent, response: string): Promise<PasskeyAnswer> {
	const step = await takeStep(stepCookie.take(event.cookies, event.url), 'passkey');
	if (!step) throw new DomainError('identity.passkey_failed', 422);
	return { response, challenge: step.challenge, site: siteOf(event) };
}

/** The same for a new passkey. */
export async function newPasskeyOf(event: RequestEvent, response: string): Promise<PasskeyAnswer & { userId: string }> {
	const step = await takeStep(stepCookie.take(event.cookies, event.url), 'new passkey');
	if (!step) throw new DomainError('identity.passkey_failed', 422);
	return { response, challenge: step.challenge, userId: step.userId, site: siteOf(event) };
}
