import type { Cookies } from '@sveltejs/kit';

/*
 * Over TLS every cookie but the language is `__Host-`: bound to this host, this path and TLS (ASVS 5.0 3.3.1), so that no
 * neighbouring site can put one in its place. Browsers refuse that name without TLS, so a first run on http://localhost
 * has plain ones.
 */
const named = (url: URL, name: string) => (url.protocol === 'https:' ? `__Host-${name}` : name);
const attributes = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

export const readSessionToken = (cookies: Cookies, url: URL): string | undefined => cookies.get(named(url, 'session'));

/** The browser forgets it when it closes; the server decides when it ends. */
export const writeSessionToken = (cookies: Cookies, url: URL, token: string): void =>
	cookies.set(named(url, 'session'), token, attributes(url));

export const clearSessionToken = (cookies: Cookies, url: URL): void =>
	cookies.delete(named(url, 'session'), attributes(url));

/** Tells, of whoever signed in last in this browser, whether they are the same: see kept-form.server.ts. */
export const personCookie = {
	read: (cookies: Cookies, url: URL): string | undefined => cookies.get(named(url, 'person')),
	write: (cookies: Cookies, url: URL, value: string): void => cookies.set(named(url, 'person'), value, attributes(url)),
	clear: (cookies: Cookies, url: URL): void => cookies.delete(named(url, 'person'), attributes(url)),
};

export const keptCookie = {
	read: (cookies: Cookies, url: URL): string | undefined => cookies.get(named(url, 'kept')),
	write: (cookies: Cookies, url: URL, value: string): void =>
		cookies.set(named(url, 'kept'), value, { ...attributes(url), maxAge: 3600 }),
	clear: (cookies: Cookies, url: URL): void => cookies.delete(named(url, 'kept'), attributes(url)),
};

/** Between two steps of signing in; each is taken once. It comes along when the provider sends the person back. */
export const stepCookie = {
	write: (cookies: Cookies, url: URL, value: string): void =>
		cookies.set(named(url, 'step'), value, { ...attributes(url), maxAge: 600 }),
	take(cookies: Cookies, url: URL): string | undefined {
		const value = cookies.get(named(url, 'step'));
		if (value !== undefined) cookies.delete(named(url, 'step'), attributes(url));
		return value;
	},
};

/** Holds the token of one's lists of offers, for as long as an unused list is kept. */
export const listCookie = {
	read: (cookies: Cookies, url: URL): string | undefined => cookies.get(named(url, 'lists')),
	write: (cookies: Cookies, url: URL, token: string): void =>
		cookies.set(named(url, 'lists'), token, { ...attributes(url), maxAge: 180 * 86_400 }),
};

/** Readable by scripts: the pages' own code asks it which language to speak. A year, as long as the browser allows. */
export const localeCookie = {
	write: (cookies: Cookies, url: URL, locale: string): void =>
		cookies.set('locale', locale, { ...attributes(url), httpOnly: false, maxAge: 31_536_000 }),
};
