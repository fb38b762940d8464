import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { z } from 'zod';
import type { OidcConfig } from '../config.server.ts';
import { services } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { Step } from './sign-in-step.server.ts';

type ProviderStep = Extract<Step, { kind: 'provider' }>;
type Provider = client.Configuration;

/** Where the provider sends people and its own messages back to. */
export const oidcPaths = { callback: '/sign-in/oidc/callback', logout: '/sign-in/oidc/logout' } as const;

let known: { key: string; provider: Promise<Provider> } | undefined;

/** Seconds that anything asked of the provider may take. */
const patience = 8;

function configured(): OidcConfig {
	const { oidc } = services().config;
	if (!oidc) throw new DomainError('page.not_found', 404);
	return oidc;
}

/** @throws DomainError `page.not_found` 404 where no provider is configured */
export const assertProvider = (): void => void configured();

/**
 * The provider, found at its issuer when it is first needed: one that is away stops nobody from starting, and is asked
 * again next time.
 * @throws DomainError `identity.provider_away` 503, `page.not_found` 404 where none is configured
 */
async function findProvider(): Promise<Provider> {
	const { issuer, clientId, clientSecret } = configured();
	const key = `${issuer} ${clientId}`;
	if (known?.key !== key) {
		// The configuration has seen to it that only this machine is asked without TLS.
		const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
		const authentication = clientSecret ? client.ClientSecretPost(clientSecret) : client.None();
		const options = { execute, timeout: patience };
		known = { key, provider: client.discovery(new URL(issuer), clientId, {}, authentication, options) };
	}
	const { provider } = known;
	try {
		return await provider;
	} catch (cause) {
		known = undefined;
		services().log.warn({ err: { message: (cause as Error).message } }, 'the sign-in provider does not answer');
		throw new DomainError('identity.provider_away', 503);
	}
}

/** Where to send somebody who wants to sign in, and what must come back with them (PKCE, state, nonce). */
export async function beginAtProvider(back: string | undefined): Promise<{ url: URL; step: ProviderStep }> {
	const provider = await findProvider();
	const { config } = services();
	const { requiredAcr } = configured();
	const verifier = client.randomPKCECodeVerifier();
	const state = client.randomState();
	const nonce = client.randomNonce();
	const url = client.buildAuthorizationUrl(provider, {
		redirect_uri: config.origin + oidcPaths.callback,
		scope: 'openid profile email',
		code_challenge: await client.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		state,
		nonce,
		...(requiredAcr ? { acr_values: requiredAcr } : {}),
	});
	return { url, step: { kind: 'provider', state, nonce, verifier, back } };
}

/** What the provider says about a person; other claims are not kept. */
export interface ProviderPerson {
	issuer: string;
	subject: string;
	email: string | undefined;
	emailVerified: boolean;
	name: string | undefined;
	groups: string[];
	acr: string | undefined;
	amr: string[];
	/** the provider's own session, for signing out there */
	session: string | null;
	idToken: string;
}

const texts = z.array(z.string()).catch([]);
const text = z.string().min(1).optional().catch(undefined);

/**
 * Exchanges what the provider sent back for who the person is.
 * @param search the query of the callback's address
 * @throws DomainError `identity.provider_failed` 422 when anything is not as it was asked, `identity.provider_away` 503
 */
export async function personFromProvider(search: string, step: ProviderStep): Promise<ProviderPerson> {
	const provider = await findProvider();
	const { origin } = services().config;
	const { issuer, groupsClaim } = configured();
	try {
		const tokens = await client.authorizationCodeGrant(provider, new URL(origin + oidcPaths.callback + search), {
			pkceCodeVerifier: step.verifier,
			expectedState: step.state,
			expectedNonce: step.nonce,
			idTokenExpected: true,
		});
		const claims = tokens.claims();
		if (!claims || !tokens.id_token) throw new Error('no ID token');
		const asked = provider.serverMetadata().userinfo_endpoint;
		const more = asked ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub) : {};
		const all: Record<string, unknown> = { ...more, ...claims };
		return {
			issuer,
			subject: claims.sub,
			email: text.parse(all.email),
			emailVerified: all.email_verified === true,
			name: text.parse(all.name),
			groups: texts.parse(all[groupsClaim]),
			acr: text.parse(all.acr),
			amr: texts.parse(all.amr),
			session: text.parse(all.sid) ?? null,
			idToken: tokens.id_token,
		};
	} catch (cause) {
		if (cause instanceof DomainError) throw cause;
		services().log.warn({ err: { name: (cause as Error).name } }, 'signing in at the provider failed');
		throw new DomainError('identity.provider_failed', 422);
	}
}

/**
 * Where to sign out at the provider too.
 * @returns undefined when it is away or has no such place: signing out here stands all the same
 */
export async function signOutAddress(idToken: string): Promise<URL | undefined> {
	const { origin, oidc } = services().config;
	if (!oidc) return undefined;
	const provider = await findProvider().catch(() => undefined);
	if (!provider?.serverMetadata().end_session_endpoint) return undefined;
	return client.buildEndSessionUrl(provider, { post_logout_redirect_uri: `${origin}/`, id_token_hint: idToken });
}

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * Reads the provider's own word that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0, 2.6).
 * The same word twice changes nothing, so its `jti` is not remembered.
 * @throws DomainError `identity.logout_token` 400
 */
export async function readLogoutToken(token: string): Promise<{ subject?: string; session?: string; issuer: string }> {
	const provider = await findProvider();
	const { issuer, clientId } = configured();
	const metadata = provider.serverMetadata();
	try {
		const keys = createRemoteJWKSet(new URL(metadata.jwks_uri ?? ''), { timeoutDuration: patience * 1000 });
		const { payload } = await jwtVerify(token, keys, {
			issuer: metadata.issuer,
			audience: clientId,
			maxTokenAge: '5m',
			clockTolerance: 30,
		});
		const { events, sub, sid, nonce } = payload;
		const isLogout = typeof events === 'object' && events !== null && logoutEvent in events;
		if (!isLogout || nonce !== undefined) throw new Error('no logout token');
		const session = typeof sid === 'string' ? sid : undefined;
		if (!sub && !session) throw new Error('about nobody');
		return { issuer, ...(sub ? { subject: sub } : {}), ...(session ? { session } : {}) };
	} catch {
		throw new DomainError('identity.logout_token', 400);
	}
}
