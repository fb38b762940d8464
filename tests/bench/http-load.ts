import autocannon from 'autocannon';
import { figures, shareOf, type Figures } from './figures.ts';

/** What a browser says it can read: compressing is part of the work when the server does it. */
const headers = { 'accept-encoding': 'gzip, deflate, br, zstd', accept: '*/*' };

/**
 * Asks the server over kept connections, each client waiting for its answer before it asks again.
 * @param paths asked in turn; the clients share them out, so that they do not ask the same at the same time
 * @throws Error when any answer is other than 200
 */
export function httpLoad(
	origin: string,
	paths: readonly string[],
	options: { clients: number; seconds: number },
): Promise<Figures> {
	const { clients, seconds } = options;
	const times: number[] = [];
	const failures = new Map<string, number>();
	const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1);
	let ready = 0;
	let began = 0;
	const setupClient = (client: autocannon.Client) => {
		client.setRequests(shareOf(paths, ready++, clients).map((path) => ({ path, headers })));
		// Making the requests took time, in which none was sent.
		began = performance.now();
	};
	return new Promise((resolve, reject) => {
		const run = autocannon(
			{ url: origin, connections: clients, duration: seconds, timeout: 60, setupClient },
			(error: unknown) => {
				const failed = [...failures].map(([what, count]) => `${what} ${count} times`).join(', ');
				if (error) reject(error instanceof Error ? error : new Error(String(error)));
				else if (failed) reject(new Error(`${origin}${paths[0]} answered ${failed}`));
				else resolve(figures(clients, times, (performance.now() - began) / 1000));
			},
		);
		run.on('response', (_client, status, _bytes, milliseconds) => {
			if (status === 200) times.push(milliseconds);
			else fail(`with status ${status}`);
		});
		run.on('reqError', (cause: Error) => fail(cause.message));
	});
}
