import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Admitted } from '../identity/admitted.server.ts';
import { returnAddress, withReturn } from '../identity/return-address.ts';
import { readFactors, type Factors } from '../identity/second-factor.server.ts';
import { m } from '../paraglide/messages.js';
import { backFrom, halfwayOf, orRefuse } from './account-request.server.ts';
import { enter } from './enter.server.ts';
import { parseForm, type FormFailure } from './request.server.ts';

/** An app's code, as every page that asks for one takes it. */
export const codeForm = z.object({
	code: z
		.string()
		.trim()
		.min(1, { error: () => m.identity_code_missing() }),
	return: z.string().optional(),
});

/**
 * Between the password and the second factor there are two pages: `code` for whoever has a factor, `enrol` for whoever
 * has none yet. Whoever is on the wrong one is led to the other, whoever is not halfway to where they belong.
 */
export async function halfwayOn(
	event: RequestEvent,
	page: 'code' | 'enrol',
): Promise<{ userId: string; factors: Factors; back: string | null }> {
	const { userId } = halfwayOf(event);
	const factors = await readFactors(userId);
	const right = factors.totp || factors.passkeys > 0 ? 'code' : 'enrol';
	if (right !== page) redirect(303, withReturn(`/sign-in/${right}`, backFrom(event)));
	return { userId, factors, back: backFrom(event) ?? null };
}

/** Takes a code from whoever is halfway, and lets them in. @param check throws a DomainError for a wrong one */
export async function enterByCode(
	event: RequestEvent,
	check: (userId: string, code: string) => Promise<Admitted>,
): Promise<ActionFailure<FormFailure>> {
	const { userId } = halfwayOf(event);
	const parsed = await parseForm(event, codeForm);
	if (!parsed.ok) return parsed.failure;
	const checked = await orRefuse(parsed.values, () => check(userId, parsed.input.code));
	return checked.ok ? enter(event, checked.value, returnAddress(parsed.input.return)) : checked.failure;
}
