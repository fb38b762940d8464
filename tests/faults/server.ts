import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The built application as a process of its own, run as an operator runs it. */
export interface Server {
	readonly url: string;
	/** the power goes: nothing can be finished or cleaned up */
	kill(): Promise<void>;
	/** asked to stop as an operator does. @returns its exit code */
	stop(): Promise<number | null>;
	/** the end of what it said, for a failure's message */
	said(): string;
	/** whether it still runs */
	alive(): boolean;
}

const root = join(import.meta.dirname, '../..');

/** How long a start may take on a busy machine, in milliseconds. */
const patience = 90_000;

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

/** Where it is started, and with which arguments of Node: here, and as `npm start` does, unless said otherwise. */
export interface Where {
	cwd: string;
	command: readonly string[];
}

/**
 * Starts it and waits until it is alive.
 * @param environment configuration; nothing of our own environment but what a program needs to run at all
 * @throws Error with the end of what it said when it does not come up
 */
export async function startServer(
	port: number,
	environment: Record<string, string>,
	{ cwd, command }: Where = { cwd: root, command: ['src/cli/serve.ts'] },
): Promise<Server> {
	const child = spawn(process.execPath, [...command], {
		cwd,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			TMPDIR: process.env.TMPDIR,
			NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
			NODE_ENV: 'production',
			LOG_LEVEL: 'error',
			DEMO: 'false',
			HOST: '127.0.0.1',
			PORT: String(port),
			...environment,
		},
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (chunk: string) => (text = (text + chunk).slice(-4000)));
	}
	const ended = once(child, 'exit').then(([code]) => code as number | null);
	const alive = () => child.exitCode === null && child.signalCode === null;
	const url = `http://127.0.0.1:${port}`;
	const server: Server = {
		url,
		alive,
		said: () => text,
		stop() {
			child.kill('SIGTERM');
			return ended;
		},
		async kill() {
			child.kill('SIGKILL');
			await ended;
		},
	};
	for (const end = Date.now() + patience; alive() && Date.now() < end; await wait(50)) {
		if (await fetch(`${url}/healthz`).catch(() => undefined)) return server;
	}
	await server.kill();
	throw new Error(`The server did not come up:\n${text}`);
}
