import { setTimeout as wait } from 'node:timers/promises';

/** How often a second client asks, in milliseconds. */
const every = 10;

/**
 * The longest that a second client waits for /healthz while the first does something: how long the process is busy with
 * one thing at a time.
 * @returns milliseconds
 */
export async function longestWait(origin: string, meanwhile: () => Promise<unknown>): Promise<number> {
	let busy = true;
	const done = meanwhile().finally(() => (busy = false));
	let longest = 0;
	while (busy) {
		const asked = performance.now();
		await (await fetch(`${origin}/healthz`)).arrayBuffer();
		longest = Math.max(longest, performance.now() - asked);
		await wait(every);
	}
	await done;
	return longest;
}
