import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { closeServer, createHttpServer, listen, loadHandler } from '../src/cli/http-server.ts';
import type { UserActor } from '../src/lib/identity/actor.ts';
import { createSession } from '../src/lib/identity/sessions.server.ts';
import { personMark } from '../src/lib/web/kept-form.server.ts';

/** What came back. Redirects are not followed: a test says where it expects to be sent. */
export interface Answer {
	readonly status: number;
	/** where a redirect leads, else undefined */
	readonly location: string | undefined;
	readonly headers: Headers;
	readonly body: string;
}

export type Form = Record<string, string | readonly string[]>;

/** One browser without JavaScript: it keeps its cookies and sends the origin with its forms. */
export interface Client {
	readonly cookies: Map<string, string>;
	get(path: string, headers?: Record<string, string>): Promise<Answer>;
	/** @param path of a form action, e.g. `/citizens/new` or `/inbox/…?/accept` */
	post(path: string, form?: Form, headers?: Record<string, string>): Promise<Answer>;
	/** Begins a session as someone made by tests/factories.ts, without passing the sign-in page. */
	signInAs(actor: UserActor): Promise<void>;
	signOut(): void;
}

function keepCookies(cookies: Map<string, string>, set: string[]): void {
	for (const line of set) {
		const [pair = '', ...attributes] = line.split(';');
		const [name = '', value = ''] = pair.split(/=(.*)/s);
		const ended = value === '' || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
		if (ended) cookies.delete(name);
		else cookies.set(name, decodeURIComponent(value));
	}
}

function encode(form: Form): URLSearchParams {
	const fields = new URLSearchParams();
	for (const [name, values] of Object.entries(form)) {
		for (const value of [values].flat()) fields.append(name, value);
	}
	return fields;
}

function newClient(base: string, locale: 'da' | 'en'): Client {
	const cookies = new Map<string, string>([['locale', locale]]);
	const send = async (path: string, init: RequestInit): Promise<Answer> => {
		const headers = new Headers({ accept: 'text/html' });
		headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '));
		for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
		const response = await fetch(new URL(path, base), { ...init, headers, redirect: 'manual' });
		keepCookies(cookies, response.headers.getSetCookie());
		const location = response.headers.get('location') ?? undefined;
		return { status: response.status, location, headers: response.headers, body: await response.text() };
	};
	return {
		cookies,
		get: (path, headers = {}) => send(path, { headers }),
		post: (path, form = {}, headers = {}) =>
			send(path, { method: 'POST', body: encode(form), headers: { origin: base, ...headers } }),
		async signInAs(actor) {
			const { token } = await createSession(actor.userId, actor.membershipId);
			cookies.set('session', token);
			cookies.set('person', personMark(actor.userId));
		},
		signOut: () => void cookies.delete('session'),
	};
}

export interface Site {
	/** `http://localhost:…` */
	readonly url: string;
	/** a new browser */
	client(locale?: 'da' | 'en'): Client;
}

/**
 * Serves the built application on a port of its own, around whatever services are installed when a request comes: the
 * database and clock that `open` of tests/database.ts gave. So a test goes through the real hooks, routes and pages and
 * can look into the same database with `asActor`. `npm test` builds first; on its own, `npm run build` does.
 *
 *     onEachDatabase('the inbox', (open) => {
 *         let site: Site;
 *         beforeAll(async () => { await open(); site = await serveSite(); });
 *         it('…', async () => {
 *             const client = site.client();
 *             await client.signInAs(meeting.contact);
 *             expect((await client.get('/inbox')).body).toContain('…');
 *         });
 *     });
 *
 * Call it in `beforeAll`, after `open`. It stops at the end of the block.
 */
export async function serveSite(): Promise<Site> {
	const server = createHttpServer(undefined, Promise.resolve(await loadHandler()));
	await listen(server, 0, '127.0.0.1');
	running.add(() => closeServer(server));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { url, client: (locale = 'da') => newClient(url, locale) };
}

const running = new Set<() => Promise<void>>();
afterAll(async () => {
	for (const stop of running) await stop();
	running.clear();
});
