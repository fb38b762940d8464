import { error, type RequestEvent } from '@sveltejs/kit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DomainError } from '../errors.ts';
import { newToken } from '../identity/sessions.server.ts';
import { listCookie } from '../web/cookies.server.ts';
import { errorText } from '../web/error-text.server.ts';
import { setHeadersOnce } from '../web/headers.server.ts';
import { holderOf } from './lists.server.ts';

/** New collectors from one network address an hour: a whole office behind one is fine, a machine is not. */
const begun = new RateLimiterMemory({ points: 120, duration: 3600 });

/** A list may say what a citizen needs: no cache keeps it, no search engine finds it, no other site learns its address. */
const privately = {
	'cache-control': 'no-store',
	'referrer-policy': 'strict-origin',
	'x-robots-tag': 'noindex, nofollow',
};

/** Whoever has collected offers in this browser; undefined for those who have not. */
export function collector(event: RequestEvent): ReturnType<typeof holderOf> | undefined {
	setHeadersOnce(event, privately);
	const token = listCookie.read(event.cookies, event.url);
	return token ? holderOf(token) : undefined;
}

/** The same, for a page that only one who has collected can have. */
export function collectorOf(event: RequestEvent): ReturnType<typeof holderOf> {
	const found = collector(event);
	if (!found) error(404, { message: errorText(new DomainError('list.not_found', 404)), code: 'list.not_found' });
	return found;
}

/**
 * The same, and from now on a collector: the cookie is set, or kept for longer.
 * @throws DomainError `list.too_often` 429
 */
export async function collecting(event: RequestEvent): Promise<ReturnType<typeof holderOf>> {
	setHeadersOnce(event, privately);
	const known = listCookie.read(event.cookies, event.url);
	if (!known) {
		await begun.consume(event.getClientAddress()).catch((cause: unknown) => {
			throw cause instanceof Error ? cause : new DomainError('list.too_often', 429);
		});
	}
	const token = known ?? newToken();
	listCookie.write(event.cookies, event.url, token);
	return holderOf(token);
}

/** Whoever has the link in the address (`[token]`). */
export function readerOf(event: RequestEvent): ReturnType<typeof holderOf> {
	setHeadersOnce(event, privately);
	return holderOf(event.params.token ?? '');
}
