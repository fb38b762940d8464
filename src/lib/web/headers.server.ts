import type { RequestEvent } from '@sveltejs/kit';

/** By the request's locals: the one object that an action, a layout's load and a page's load share. */
const setBefore = new WeakMap<App.Locals, Set<string>>();

/**
 * Sets headers of the answer. Setting one twice is an error to the platform, yet within one request an action that
 * failed, the layout and the page may all have to say the same: the first to say it wins.
 */
export function setHeadersOnce(
	event: Pick<RequestEvent, 'locals' | 'setHeaders'>,
	headers: Readonly<Record<string, string>>,
): void {
	const before = setBefore.get(event.locals) ?? new Set<string>();
	setBefore.set(event.locals, before);
	const fresh = Object.entries(headers).filter(([name]) => !before.has(name));
	for (const [name] of fresh) before.add(name);
	event.setHeaders(Object.fromEntries(fresh));
}
