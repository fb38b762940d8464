const somewhere = 'http://here.invalid';

/** @param back from `returnAddress` */
export const withReturn = (path: string, back: string | undefined): string =>
	back === undefined ? path : `${path}?return=${encodeURIComponent(back)}`;

/**
 * Where to go after signing in or choosing a language: a page of our own, never another site.
 * @param text what the form or the address says
 * @returns path and query; undefined when it is not a path of ours, or is the sign-in page itself
 */
export function returnAddress(text: unknown): string | undefined {
	// A browser reads `//host` and `/\host` as another site, and drops tabs and line breaks before looking.
	// eslint-disable-next-line no-control-regex -- control characters are what is looked for
	if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || /[\u0000-\u001f\\]/.test(text)) return undefined;
	if (!URL.canParse(text, somewhere)) return undefined;
	const url = new URL(text, somewhere);
	if (url.origin !== somewhere || /^\/sign-(in|out)(\/|$)/.test(url.pathname)) return undefined;
	// The name of a form action (`?/send`) is not part of the page.
	for (const name of [...url.searchParams.keys()]) if (name.startsWith('/')) url.searchParams.delete(name);
	const address = url.pathname + url.search;
	return address.startsWith('//') ? undefined : address;
}
