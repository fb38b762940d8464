import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../errors.ts';

/** Longest path a Unix socket may have (108 bytes on Linux, 104 on macOS, with the closing zero). */
const longestSocketPath = 100;

async function socketPath(folder: string): Promise<string> {
	const real = await realpath(folder);
	const inside = join(real, 'in-use.sock');
	if (process.platform !== 'win32' && Buffer.byteLength(inside) <= longestSocketPath) return inside;
	const name = `socialkompas-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
	return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

const listen = (path: string) =>
	new Promise<Server>((resolve, reject) => {
		const server = createServer((socket) => socket.end());
		server.once('error', reject);
		server.listen(path, () => resolve(server));
	});

const answers = (path: string) =>
	new Promise<boolean>((resolve) => {
		const socket = connect(path);
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.setTimeout(2000, () => resolve(false));
		socket.once('close', () => socket.destroy());
	});

/**
 * Holds a folder for this process. A listening socket is the lock: the system lets go of it when the process dies, so a
 * killed server never leaves the folder locked, and no process id can be mistaken for another.
 * @returns a function that lets go
 * @throws DomainError `database.in_use` 503
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
	const path = await socketPath(folder);
	for (const attempt of [1, 2]) {
		try {
			const server = await listen(path);
			server.unref();
			return () => new Promise((resolve) => server.close(() => resolve()));
		} catch (cause) {
			if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
			if (attempt === 2 || (await answers(path))) break;
			await rm(path, { force: true });
		}
	}
	throw new DomainError(
		'database.in_use',
		503,
		`The folder ${folder} is in use by another Socialkompas. Stop that one first, or give this one another DATA_DIR.`,
	);
}
