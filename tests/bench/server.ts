import { spawn } from 'node:child_process';
import { openSync, readFileSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Server {
	origin: string;
	/** what it holds of the machine's memory, in bytes; undefined where the system does not tell in /proc */
	memory(): { now: number; most: number } | undefined;
	/** processor time it has used so far, in milliseconds; undefined where the system does not tell in /proc */
	work(): number | undefined;
	stop(): Promise<void>;
}

const patience = 120_000;

function memoryOf(pid: number): { now: number; most: number } | undefined {
	if (process.platform !== 'linux') return undefined;
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const bytes = (name: string) =>
		Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1] ?? Number.NaN) * 1024;
	return { now: bytes('VmRSS'), most: bytes('VmHWM') };
}

/** The system counts in hundredths of a second (USER_HZ), for user and kernel: fields 14 and 15 of proc(5). */
function workOf(pid: number): number | undefined {
	if (process.platform !== 'linux') return undefined;
	const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	return (Number(afterName[11]) + Number(afterName[12])) * 10;
}

/**
 * Starts the built application as an operator does, as a process of its own, with its log written to a file.
 * @param folder for the log
 * @throws Error with the end of the log when it does not come up
 */
export async function startServer(
	databaseUrl: string,
	masterKey: string,
	port: number,
	folder: string,
): Promise<Server> {
	const log = join(folder, 'server.log');
	const output = openSync(log, 'w');
	const child = spawn(process.execPath, ['src/cli/serve.ts'], {
		stdio: ['ignore', output, output],
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			ORIGIN: '',
			DATABASE_URL: databaseUrl,
			MASTER_KEY: masterKey,
			DEMO: 'false',
			NODE_ENV: 'production',
		},
	});
	closeSync(output);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
	};
	const origin = `http://127.0.0.1:${port}`;
	for (const end = Date.now() + patience; ; await wait(100)) {
		const { pid } = child;
		if (child.exitCode !== null || pid === undefined) break;
		const ready = await fetch(`${origin}/healthz`).catch(() => undefined);
		if (ready) return { origin, stop, memory: () => memoryOf(pid), work: () => workOf(pid) };
		if (Date.now() > end) break;
	}
	await stop();
	throw new Error(`The server did not come up:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}
