import { error, isHttpError, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { services } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { UserActor } from '../identity/actor.ts';
import { assertAllowed } from '../identity/permissions.ts';
import { returnAddress, withReturn } from '../identity/return-address.ts';
import type { Halfway, SignedIn } from '../identity/sessions.server.ts';
import { errorText } from './error-text.server.ts';
import { setHeadersOnce } from './headers.server.ts';
import { refuse, throwAsPage, type FormFailure } from './request.server.ts';

/** For pages that a link opens: kept nowhere, and the link is told to nobody. */
export function keepSecret(event: RequestEvent): void {
	setHeadersOnce(event, { 'cache-control': 'no-store', 'referrer-policy': 'strict-origin', 'x-robots-tag': 'noindex' });
}

/** Where the person was going, as the address says. */
export const backFrom = (event: Pick<RequestEvent, 'url'>): string | undefined =>
	returnAddress(event.url.searchParams.get('return'));

/** Whoever has given a right password and nothing more; others go to sign in. */
export function halfwayOf(event: RequestEvent): Halfway {
	const { halfway, signedIn } = event.locals;
	if (halfway) return halfway;
	redirect(303, signedIn ? '/account' : withReturn('/sign-in', backFrom(event)));
}

/** Whoever is wholly signed in, on a page about their own account; others go to sign in and come back. */
export function accountOf(event: RequestEvent): { actor: UserActor; signedIn: SignedIn } {
	const { actor, signedIn } = event.locals;
	if (!signedIn || (actor.kind !== 'staff' && actor.kind !== 'organisation')) {
		redirect(303, `/sign-in?return=${encodeURIComponent(event.url.pathname)}`);
	}
	assertAllowed(actor, 'account.keep');
	setHeadersOnce(event, { 'cache-control': 'no-store' });
	return { actor, signedIn };
}

/**
 * For how long after signing in somebody may change how they sign in (ASVS 5.0 7.5.1). Longer ago, they sign in again: a
 * computer that was left open, or a cookie that was stolen, is not enough to make a way in that stays.
 */
const freshMinutes = 10;

/** Whether the person has only just shown who they are. */
export const isFresh = ({ since }: SignedIn): boolean =>
	services().clock().getTime() - since.getTime() <= freshMinutes * 60_000;

/** As `accountOf`, for what changes how somebody signs in; whoever signed in longer ago signs in again and comes back. */
export function freshAccountOf(event: RequestEvent): { actor: UserActor; signedIn: SignedIn } {
	const account = accountOf(event);
	if (!isFresh(account.signedIn)) redirect(303, signInAgain(event.url.pathname));
	return account;
}

/** Where somebody signs in anew though they are signed in. @param back a page about their account */
export const signInAgain = (back: string): string => `/sign-in?again=factor&return=${encodeURIComponent(back)}`;

/** Runs a storage function that takes its own transactions; a broken rule becomes a page. */
export async function orPage<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		throwAsPage(cause);
	}
}

/**
 * The same for a form: what the person can mend comes back beside its field.
 * @param values what they typed, given back without secrets
 */
export async function orRefuse<T>(
	values: FormFailure['values'],
	work: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; failure: ActionFailure<FormFailure> }> {
	try {
		return { ok: true, value: await work() };
	} catch (cause) {
		if (isHttpError(cause) || !(cause instanceof DomainError)) throw cause;
		if (![400, 409, 422, 429, 503].includes(cause.status)) {
			error(cause.status, { message: errorText(cause), code: cause.code });
		}
		const field = typeof cause.details.field === 'string' ? cause.details.field : '_form';
		return { ok: false, failure: refuse(cause.status, values, { [field]: errorText(cause) }) };
	}
}
