import { dirname } from 'node:path/posix';

/** What a file of a route may export: form actions of a page, methods of an endpoint. */
interface RouteModule {
	actions?: Record<string, unknown>;
}
const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback'] as const;

const pages = Object.keys(import.meta.glob('/src/routes/**/+page*.svelte'));
const pageServers = import.meta.glob<RouteModule>('/src/routes/**/+page*.server.ts');
const endpoints = import.meta.glob<Record<string, unknown>>('/src/routes/**/+server.ts');

/** `/src/routes/(staff)/citizens/[id=uuid]/+page.svelte` → `/citizens/[id=uuid]` */
const routeOf = (file: string): string =>
	dirname(file)
		.replace(/^\/src\/routes/, '')
		.replaceAll(/\/\([^)]*\)/g, '') || '/';

/**
 * Everything the application answers, read from the routes themselves: `GET /path` for a page or endpoint,
 * `POST /path` or `POST /path?/action` for a form action.
 */
export async function realRoutes(): Promise<string[]> {
	const found = new Set(pages.map((file) => `GET ${routeOf(file)}`));
	for (const [file, open] of Object.entries(pageServers)) {
		const { actions = {} } = await open();
		for (const action of Object.keys(actions))
			found.add(`POST ${routeOf(file)}${action === 'default' ? '' : `?/${action}`}`);
	}
	for (const [file, open] of Object.entries(endpoints)) {
		const exported = await open();
		for (const method of methods) if (method in exported) found.add(`${method} ${routeOf(file)}`);
	}
	return [...found].sort();
}
