import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freePort, startServer } from './faults/server.ts';
import { migratedFolder } from './process.ts';

/** Requests over kept connections, as a load balancer sends them: none any more once /readyz says no. */
async function balance(url: string, ready: () => boolean): Promise<{ answers: number[]; failures: unknown[] }> {
	const answers: number[] = [];
	const failures: unknown[] = [];
	const client = async (path: string) => {
		while (ready()) {
			try {
				const response = await fetch(url + path);
				await response.arrayBuffer();
				answers.push(response.status);
			} catch (cause) {
				failures.push(cause);
			}
		}
	};
	await Promise.all(['/offers', '/', '/sign-in', '/about', '/offers?q=mad', '/healthz'].map(client));
	return { answers, failures };
}

it(
	'a server that is asked to stop says it is not ready, loses no request, and ends',
	{ timeout: 120_000 },
	async () => {
		const server = await startServer(await freePort(), { DATA_DIR: await migratedFolder(), DRAIN_SECONDS: '10' });
		let ready = true;
		const requests = balance(server.url, () => ready);
		await wait(500);
		const ended = server.stop();
		let status = 200;
		while (status === 200) {
			await wait(100);
			({ status } = await fetch(`${server.url}/readyz`));
		}
		expect(status).toBe(503);
		const last = await fetch(`${server.url}/healthz`);
		expect([last.status, last.headers.get('connection')]).toEqual([200, 'close']);
		// A load balancer looks every second or so: requests go on coming until it has seen it.
		await wait(1000);
		ready = false;
		const { answers, failures } = await requests;
		expect(failures).toEqual([]);
		expect(answers.length).toBeGreaterThan(20);
		expect(new Set(answers)).toEqual(new Set([200]));
		expect(await ended).toBe(0);
	},
);
