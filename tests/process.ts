import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

/** A command of this project, running as an operator runs it. */
export interface Running {
	readonly process: ChildProcess;
	/** what it has written so far */
	output(): { stdout: string; stderr: string };
	/** resolves when standard output contains the text; rejects when the command ends before that */
	says(text: string): Promise<void>;
	/** resolves when it has ended */
	exit(): Promise<{ code: number | null; stdout: string; stderr: string }>;
}

const root = join(import.meta.dirname, '..');

/** Of our own environment, only what a program needs to run at all, and to begin quickly. */
export const bare = {
	PATH: process.env.PATH,
	HOME: process.env.HOME,
	TMPDIR: process.env.TMPDIR,
	NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
};

/**
 * Runs a file of src/cli with an environment of its own.
 * @param command e.g. `['serve.ts']` or `['main.ts', 'migrate']`
 * @param input what it reads on standard input
 */
export function runCommand(command: readonly string[], environment: Record<string, string>, input = ''): Running {
	const [file = '', ...args] = command;
	const child = spawn(process.execPath, [join('src/cli', file), ...args], {
		cwd: root,
		env: { ...bare, LOG_LEVEL: 'silent', ...environment },
	});
	child.stdin.end(input);
	const written = { stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => (written.stdout += chunk));
	child.stderr.setEncoding('utf8').on('data', (chunk: string) => (written.stderr += chunk));
	const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...written }));
	started.push(child);
	return {
		process: child,
		output: () => ({ ...written }),
		exit: () => ended,
		says: (text) =>
			new Promise((resolve, reject) => {
				const look = () => written.stdout.includes(text) && resolve();
				child.stdout.on('data', look);
				void ended.then(({ stderr }) => reject(new Error(`ended before it said “${text}”: ${stderr}`)));
				look();
			}),
	};
}

/** A folder that is removed after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'socialkompas-'));
	folders.push(folder);
	return folder;
}

/** A data folder with the embedded database in it as its first start leaves it: migrated and empty. */
export async function migratedFolder(folder?: string): Promise<string> {
	const to = folder ?? (await temporaryFolder());
	await cp(inject('embeddedFolder'), to, { recursive: true });
	return to;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0);
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

const started: ChildProcess[] = [];
const folders: string[] = [];
afterAll(async () => {
	for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
});
