import type { Cookies } from '@sveltejs/kit';

/*
 * Over TLS the session cookie is `__Host-`: bound to this host, this path and TLS. Browsers refuse that name without
 * TLS, so a first run on http://localhost has a plain one.
 */
const sessionCookie = (url: URL) => (url.protocol === 'https:' ? '__Host-session' : 'session');
const attributes = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

export const readSessionToken = (cookies: Cookies, url: URL): string | undefined => cookies.get(sessionCookie(url));

/** The browser forgets it when it closes; the server decides when it ends. */
export const writeSessionToken = (cookies: Cookies, url: URL, token: string): void =>
	cookies.set(sessionCookie(url), token, attributes(url));

export const clearSessionToken = (cookies: Cookies, url: URL): void =>
	cookies.delete(sessionCookie(url), attributes(url));

/** Tells, of whoever signed in last in this browser, whether they are the same: see kept-form.server.ts. */
export const personCookie = {
	read: (cookies: Cookies): string | undefined => cookies.get('person'),
	write: (cookies: Cookies, url: URL, value: string): void => cookies.set('person', value, attributes(url)),
	clear: (cookies: Cookies, url: URL): void => cookies.delete('person', attributes(url)),
};

export const keptCookie = {
	read: (cookies: Cookies): string | undefined => cookies.get('kept'),
	write: (cookies: Cookies, url: URL, value: string): void =>
		cookies.set('kept', value, { ...attributes(url), maxAge: 3600 }),
	clear: (cookies: Cookies, url: URL): void => cookies.delete('kept', attributes(url)),
};

/** Between two steps of signing in; each is taken once. It comes along when the provider sends the person back. */
export const stepCookie = {
	write: (cookies: Cookies, url: URL, value: string): void =>
		cookies.set('step', value, { ...attributes(url), maxAge: 600 }),
	take(cookies: Cookies, url: URL): string | undefined {
		const value = cookies.get('step');
		if (value !== undefined) cookies.delete('step', attributes(url));
		return value;
	},
};

/** Holds the token of one's lists of offers, for as long as an unused list is kept. */
export const listCookie = {
	read: (cookies: Cookies): string | undefined => cookies.get('lists'),
	write: (cookies: Cookies, url: URL, token: string): void =>
		cookies.set('lists', token, { ...attributes(url), maxAge: 180 * 86_400 }),
};

/** Readable by scripts: the pages' own code asks it which language to speak. A year, as long as the browser allows. */
export const localeCookie = {
	write: (cookies: Cookies, url: URL, locale: string): void =>
		cookies.set('locale', locale, { ...attributes(url), httpOnly: false, maxAge: 31_536_000 }),
};
