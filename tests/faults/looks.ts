import { randomUUID } from 'node:crypto';
import type { Pair } from './scene.ts';
import type { Server } from './server.ts';

/** Someone who looks at a page or sends a form once, and takes the answer as it is. */
export interface Onlooker {
	get(path: string): Promise<{ status: number; body: string }>;
	/** @param script as the page's script sends it, else as a browser without scripts does */
	addCitizen(options?: { script?: boolean; note?: string }): Promise<{ status: number; body: string }>;
}

export function onlooker(server: Server, pair: Pair): Onlooker {
	const cookie = `session=${pair.caseworkerToken}; locale=en`;
	const ask = async (path: string, init: RequestInit = {}) => {
		const headers = { accept: 'text/html', cookie, origin: server.url, ...(init.headers as Record<string, string>) };
		const signal = AbortSignal.timeout(30_000);
		const response = await fetch(server.url + path, { ...init, headers, redirect: 'manual', signal });
		return { status: response.status, body: await response.text() };
	};
	return {
		get: (path) => ask(path),
		addCitizen({ script = false, note = '' } = {}) {
			const form = { given_name: 'Øjvind', language: 'da', adult: 'yes', safe_contact: note };
			const body = new URLSearchParams({ ...form, request_id: randomUUID() });
			const headers: Record<string, string> = script
				? { accept: 'application/json', 'x-sveltekit-action': 'true' }
				: {};
			return ask('/citizens/new', { method: 'POST', body, headers });
		},
	};
}
