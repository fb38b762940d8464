import { randomUUID } from 'node:crypto';
import { building } from '$app/environment';
import { error, json, type Handle, type HandleServerError, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import { isLocale } from '$lib/paraglide/runtime.js';
import { paraglideMiddleware } from '$lib/paraglide/server.js';
import { parseConfig } from '$lib/config.server.ts';
import { services } from '$lib/database/as-actor.server.ts';
import { DomainError } from '$lib/errors.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { readSession } from '$lib/identity/sessions.server.ts';
import { countRequest } from '$lib/operation/metrics.server.ts';
import { startServer } from '$lib/server-start.server.ts';
import { compressed } from '$lib/web/compress.server.ts';
import { errorText } from '$lib/web/error-text.server.ts';
import { clearSessionToken, readSessionToken } from '$lib/web/cookies.server.ts';

export const init: ServerInit = async () => {
	if (!building) await startServer(parseConfig(process.env));
};

const securityHeaders = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), payment=(), usb=()',
};

/**
 * Who is asking can't be told while the database is away. A form sent by script gets its sentence and keeps what was
 * typed; everything else gets the plain page of src/error.html.
 */
function unavailable(event: RequestEvent, cause: Error): Response {
	if (!(cause instanceof DomainError)) throw cause;
	const message = errorText(cause);
	if (event.request.headers.get('x-sveltekit-action') !== 'true') error(cause.status, { message, code: cause.code });
	const data = JSON.stringify([{ errors: 1 }, { _form: 2 }, message]);
	return json({ type: 'failure', status: cause.status, data });
}

/** The page for other sites' frames: it shows nothing that is anyone's own, and any site may show it. */
const framed = '/(embed)/embed';

function allowFrames(response: Response): void {
	const policy = response.headers.get('content-security-policy');
	response.headers.delete('x-frame-options');
	if (policy)
		response.headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
}

/** A frame has no cookies of ours, so its language stands in its address. */
function inAddressedLanguage(request: Request): Request {
	const url = new URL(request.url);
	const locale = url.searchParams.get('lang');
	if (url.pathname !== '/embed' || !isLocale(locale)) return request;
	const headers = new Headers(request.headers);
	headers.set('cookie', `locale=${locale}`);
	return new Request(request, { headers });
}

/** Map tiles of the operator's choice are the one thing that may come from elsewhere. */
function allowTiles(response: Response): void {
	const policy = response.headers.get('content-security-policy');
	const tiles = services().config.tiles?.url;
	if (!policy || !tiles?.startsWith('http')) return;
	const { protocol, host } = new URL(tiles.replaceAll(/[{}]/g, ''));
	const origin = `${protocol}//${host.replace(/^s\./, '*.')}`;
	response.headers.set('content-security-policy', policy.replace('img-src ', `img-src ${origin} `));
}

/** Signing out leads on to the provider, and browsers count where a form leads in the end. */
function allowProvider(response: Response): void {
	const policy = response.headers.get('content-security-policy');
	const issuer = services().config.oidc?.issuer;
	if (!policy || !issuer) return;
	const form = `form-action ${new URL(issuer).origin} `;
	response.headers.set('content-security-policy', policy.replace('form-action ', form));
}

/**
 * Names that no form action can have, but by which the framework finds something all the same: what every object has,
 * and its own word for the only action. It would answer as if the fault were ours.
 */
const isNoAction = (parameter: string): boolean =>
	parameter === '/default' || (parameter.startsWith('/') && parameter.slice(1) in Object.prototype);

/** Every request: language, session, actor, headers, one line of log. */
export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(inAddressedLanguage(event.request), async ({ request, locale }) => {
		const started = performance.now();
		event.request = request;
		event.locals.requestId = randomUUID();
		event.locals.locale = locale;
		event.locals.actor = publicActor;
		event.locals.sessionEnded = false;
		const token = readSessionToken(event.cookies, event.url);
		if (token) {
			const found = await readSession(token).catch((cause: unknown) => cause as Error);
			if (found instanceof Error) return unavailable(event, found);
			if (found?.stage === 'full') {
				event.locals.signedIn = found;
				event.locals.actor = found.actor ?? publicActor;
			} else if (found) {
				event.locals.halfway = found;
			} else {
				event.locals.sessionEnded = true;
				clearSessionToken(event.cookies, event.url);
			}
		}
		// No text of ours holds this character, and no database could look for it.
		if (/%00/.test(event.url.pathname + event.url.search)) {
			error(400, { message: errorText(new DomainError('form.unstorable', 400)), code: 'form.unstorable' });
		}
		if ([...event.url.searchParams.keys()].some(isNoAction)) {
			error(404, { message: errorText(new DomainError('page.not_found', 404)), code: 'page.not_found' });
		}
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => {
				const { code, direction } = event.locals.pageLanguage ?? { code: locale, direction: 'ltr' };
				return html.replace('%lang%', code).replace('%dir%', direction);
			},
		});
		// A page may be stricter about one of them than the rest of the site.
		for (const [name, value] of Object.entries(securityHeaders)) {
			if (!response.headers.has(name)) response.headers.set(name, value);
		}
		if (event.route.id === framed) allowFrames(response);
		allowTiles(response);
		allowProvider(response);
		if (event.url.protocol === 'https:') {
			response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
		}
		// Signed in, a page may name people: no cache keeps it.
		if (
			(event.locals.signedIn ?? event.locals.halfway) &&
			response.headers.get('content-type')?.startsWith('text/html')
		) {
			response.headers.set('cache-control', 'no-store');
		}
		const sent = await compressed(event, response);
		const milliseconds = performance.now() - started;
		countRequest(event.route.id, event.request.method, response.status, milliseconds);
		services().log.info({
			route: event.route.id,
			method: event.request.method,
			status: response.status,
			ms: Math.round(milliseconds),
			request: event.locals.requestId,
		});
		return sent;
	});

/** What was not expected: logged without values, told without internals. */
export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
	if (status === 404) return { message: errorText(new DomainError('page.not_found', 404)), code: 'page.not_found' };
	const { name, code, stack: trace } = cause as { name?: string; code?: string; stack?: string };
	// A database's message may quote a value (`Key (email)=(…)`): the place and the code are enough to find the fault.
	const stack = trace
		?.split('\n')
		.filter((line) => line.trim().startsWith('at '))
		.slice(0, 12);
	services().log.error(
		{
			err: { name, code, stack },
			route: event.route.id,
			request: event.locals.requestId,
			message,
		},
		'unexpected error',
	);
	return {
		message: errorText(cause instanceof DomainError ? cause : new DomainError('unexpected', 500)),
		code: cause instanceof DomainError ? cause.code : 'unexpected',
		requestId: event.locals.requestId,
	};
};
