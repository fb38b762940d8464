import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata } from 'oidc-provider';
import { afterAll } from 'vitest';
import { closeServer } from '../src/cli/http-server.ts';

/** What the municipality's sign-in knows of a person. */
export interface ProviderAccount {
	email?: string;
	email_verified?: boolean;
	name?: string;
	groups?: string[];
}

export interface TestProvider {
	readonly issuer: string;
	/** by subject; a test may change what is in it */
	readonly accounts: Map<string, ProviderAccount>;
	/** tells it where the site is */
	serve(site: string): void;
	/** signs a logout token as the provider does, and sends it; @param about the client that it is meant for */
	signOutEverywhere(subject: string, session: string | undefined, about?: string): Promise<number>;
	stop(): Promise<void>;
}

export const clientId = 'socialkompas';
/** Another system of the municipality’s, with the same sign-in. */
export const otherClientId = 'andet-system';
export const clientSecret = 'hemmeligheden-mellem-de-to-servere';

/**
 * A real OpenID Connect provider in this process, with its own pages to sign in on.
 * @param origin the site's ORIGIN, which the provider sends people back to
 */
export async function startProvider(origin: string): Promise<TestProvider> {
	const accounts = new Map<string, ProviderAccount>();
	let handle: ReturnType<Provider['callback']> | undefined;
	const server = createServer((request, response) => void handle?.(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	let provider: Provider | undefined;
	const stop = async () => {
		if (server.listening) await closeServer(server, 100);
	};
	running.add(stop);
	return {
		issuer,
		accounts,
		stop,
		serve(site) {
			const client: ClientMetadata = {
				client_id: clientId,
				client_secret: clientSecret,
				token_endpoint_auth_method: 'client_secret_post',
				redirect_uris: [`${origin}/sign-in/oidc/callback`],
				post_logout_redirect_uris: [`${origin}/`],
				backchannel_logout_uri: `${site}/sign-in/oidc/logout`,
				backchannel_logout_session_required: true,
			};
			provider = new Provider(issuer, {
				clients: [client, { ...client, client_id: otherClientId }],
				features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: true } },
				claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
				cookies: { keys: ['prøve'] },
				findAccount: (_, sub) => {
					const known = accounts.get(sub);
					return known && { accountId: sub, claims: () => ({ sub, ...known }) };
				},
			});
			handle = provider.callback();
		},
		async signOutEverywhere(subject, session, about = clientId) {
			const client = await provider?.Client.find(about);
			if (!client) throw new Error('the provider does not serve');
			const { IdToken } = provider as unknown as {
				IdToken: new (
					claims: object,
					context: object,
				) => {
					mask: object | null;
					set(name: string, value: unknown): void;
					issue(options: object): Promise<string>;
				};
			};
			const token = new IdToken({ sub: subject }, { client, ctx: undefined });
			token.mask = { sub: null };
			token.set('events', { 'http://schemas.openid.net/event/backchannel-logout': {} });
			token.set('jti', crypto.randomUUID());
			if (session) token.set('sid', session);
			const body = new URLSearchParams({ logout_token: await token.issue({ use: 'logout' }) });
			const answer = await fetch(client.metadata().backchannel_logout_uri ?? '', { method: 'POST', body });
			return answer.status;
		},
	};
}

/**
 * A browser that goes through the provider's pages as one of its people, following every redirect.
 * @param rewrite turns the site's public address into where it is served
 */
export function providerBrowser(rewrite: (address: string) => string) {
	const jars = new Map<string, Map<string, string>>();

	async function once(address: string, init: RequestInit = {}): Promise<Response> {
		const url = new URL(rewrite(address));
		const jar = jars.get(url.origin) ?? new Map<string, string>();
		jars.set(url.origin, jar);
		const headers = new Headers({ accept: 'text/html', ...(init.headers as Record<string, string>) });
		headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
		if (init.method === 'POST') headers.set('origin', url.origin);
		const response = await fetch(url, { ...init, headers, redirect: 'manual' });
		for (const line of response.headers.getSetCookie()) {
			const [pair = '', ...rest] = line.split(';');
			const [name = '', value = ''] = pair.split(/=(.*)/s);
			const gone = value === '' || rest.some((each) => /max-age=0|1970/i.test(each));
			if (gone) jar.delete(name);
			else jar.set(name, value);
		}
		return response;
	}

	/** Follows redirects and fills in the provider's forms; stops at the first page of the site. */
	async function go(
		address: string,
		as: string,
		init?: RequestInit,
	): Promise<{ url: URL; status: number; body: string }> {
		let at = new URL(address);
		let response = await once(address, init);
		for (let steps = 0; steps < 20; steps += 1) {
			const to = response.headers.get('location');
			if (to) {
				at = new URL(to, at);
				response = await once(at.href);
				continue;
			}
			const body = await response.text();
			const form = /<form[^>]*action="([^"]*(?:interaction|session\/end)[^"]*)"/.exec(body);
			if (!form) return { url: at, status: response.status, body };
			const fields = new URLSearchParams();
			for (const [input] of body.matchAll(/<(?:input|button)[^>]*>/g)) {
				const name = /name="([^"]*)"/.exec(input)?.[1];
				if (name) fields.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? 'yes');
			}
			if (fields.has('login')) fields.set('login', as);
			if (fields.has('password')) fields.set('password', 'x');
			at = new URL(form[1] ?? '', at);
			response = await once(at.href, { method: 'POST', body: fields });
		}
		throw new Error(`no end to it: ${at.href}`);
	}
	return { go, once, jars };
}

const running = new Set<() => Promise<void>>();
afterAll(async () => {
	for (const stop of running) await stop();
	running.clear();
});
