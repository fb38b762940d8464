import { randomUUID } from 'node:crypto';
import { building } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { paraglideMiddleware } from '$lib/paraglide/server.js';
import { parseConfig } from '$lib/config.server.ts';
import { services } from '$lib/database/as-actor.server.ts';
import { DomainError } from '$lib/errors.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { validateSession } from '$lib/identity/sessions.server.ts';
import { startServer } from '$lib/server-start.server.ts';
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

/** Every request: language, session, actor, headers, one line of log. */
export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, async ({ request, locale }) => {
		const started = performance.now();
		event.request = request;
		event.locals.requestId = randomUUID();
		event.locals.locale = locale;
		event.locals.actor = publicActor;
		event.locals.sessionEnded = false;
		const token = readSessionToken(event.cookies, event.url);
		if (token) {
			const signedIn = await validateSession(token);
			event.locals.signedIn = signedIn;
			event.locals.actor = signedIn?.actor ?? publicActor;
			if (!signedIn) {
				event.locals.sessionEnded = true;
				clearSessionToken(event.cookies, event.url);
			}
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
		if (event.url.protocol === 'https:') {
			response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
		}
		// Signed in, a page may name people: no cache keeps it.
		if (event.locals.signedIn && response.headers.get('content-type')?.startsWith('text/html')) {
			response.headers.set('cache-control', 'no-store');
		}
		services().log.info({
			route: event.route.id,
			method: event.request.method,
			status: response.status,
			ms: Math.round(performance.now() - started),
			request: event.locals.requestId,
		});
		return response;
	});

/** What was not expected: logged without values, told without internals. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: errorText(new DomainError('page.not_found', 404)), code: 'page.not_found' };
	const cause = error as { name?: string; code?: string; stack?: string; message?: string };
	// A database's message may quote a value (`Key (email)=(…)`): the place and the code are enough to find the fault.
	const stack = cause.stack
		?.split('\n')
		.filter((line) => line.trim().startsWith('at '))
		.slice(0, 12);
	services().log.error(
		{
			err: { name: cause.name, code: cause.code, stack },
			route: event.route.id,
			request: event.locals.requestId,
			message,
		},
		'unexpected error',
	);
	return {
		message: errorText(error instanceof DomainError ? error : new DomainError('unexpected', 500)),
		code: error instanceof DomainError ? error.code : 'unexpected',
		requestId: event.locals.requestId,
	};
};
