import { text, type RequestEvent } from '@sveltejs/kit';
import { entityTag } from '../catalogue/hsds/api/answer.server.ts';
import { countRequestOf } from '../catalogue/hsds/api/rate-limit.server.ts';
import { DomainError } from '../errors.ts';

/** Open to programs on any site: nothing here depends on who asks, and no cookie is looked at. */
const open = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'etag, retry-after',
	'cross-origin-resource-policy': 'cross-origin',
};

/** The answer to a browser that asks whether it may ask. */
export const preflight = (): Response =>
	new Response(null, {
		status: 204,
		headers: {
			...open,
			'access-control-allow-methods': 'GET, HEAD, OPTIONS',
			'access-control-allow-headers': 'accept, content-type, if-none-match',
			'access-control-max-age': '86400',
		},
	});

/**
 * Answers one request of the open API: counted, cached by the catalogue's version, and its errors told as RFC 9457
 * problems.
 * @param work gives the body and its type; not called when the caller has the answer already
 */
export async function hsdsResponse(
	event: Pick<RequestEvent, 'request' | 'url' | 'getClientAddress'>,
	work: () => Promise<{ body: string | ReadableStream<Uint8Array>; type: string }>,
): Promise<Response> {
	try {
		await countRequestOf(event.getClientAddress());
		const etag = await entityTag(event.url);
		const headers = { ...open, etag, 'cache-control': 'public, max-age=60', vary: 'accept-encoding' };
		if (isKnown(event.request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
		const { body, type } = await work();
		const init = { headers: { ...headers, 'content-type': type } };
		return typeof body === 'string' ? text(body, init) : new Response(body, init);
	} catch (cause) {
		if (cause instanceof DomainError) return problem(cause);
		throw cause;
	}
}

const isKnown = (given: string | null, etag: string): boolean =>
	given === '*' || (given ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);

function problem(cause: DomainError): Response {
	const { retryAfter, parameter } = cause.details;
	const body = {
		type: 'about:blank',
		title: titles[cause.status] ?? 'The request could not be answered',
		status: cause.status,
		code: cause.code,
		detail: cause.message === cause.code ? undefined : cause.message,
		parameter,
	};
	const headers = new Headers({ ...open, 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
	if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter));
	return new Response(JSON.stringify(body), { status: cause.status, headers });
}

const titles: Readonly<Record<number, string>> = {
	400: 'A parameter is wrong',
	404: 'There is nothing with this id',
	429: 'Too many requests',
	503: 'The database is away',
};

/** An answer of JSON. */
export const jsonBody = (value: unknown): { body: string; type: string } => ({
	body: JSON.stringify(value),
	type: 'application/json',
});
