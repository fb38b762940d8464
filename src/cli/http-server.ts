import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { installedServices } from '../lib/database/as-actor.server.ts';
import { DomainError } from '../lib/errors.ts';
import { requestAddress } from '../lib/web/address.server.ts';

/** Answers one request; the built application's own. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** Where adapter-node reads the address of a request. We write them all, so what a client puts there is gone. */
const headers = { protocol: 'x-kompas-protocol', host: 'x-kompas-host', client: 'x-kompas-client' } as const;

/** Where the sign-in provider tells that somebody has signed out. */
const oidcLogoutPath = '/sign-in/oidc/logout';

/** The largest form: a referral is some kilobytes. */
const largestBody = '512K';

/** The built application: `npm run build` makes it. */
const built = new URL('../../build/handler.js', import.meta.url);

/**
 * Loads the built application. Loading it opens the services (src/hooks.server.ts), unless this process has installed
 * its own before.
 * @throws DomainError `build.missing`, and whatever stops the services from opening
 */
export async function loadHandler(): Promise<Handler> {
	if (!existsSync(fileURLToPath(built))) {
		throw new DomainError('build.missing', 500, 'The application has not been built yet. Build it with: npm run build');
	}
	// The prefix is set in svelte.config.js, so that adapter-node does not take our ORIGIN and PORT for its own.
	process.env.ADAPTER_PROTOCOL_HEADER = headers.protocol;
	process.env.ADAPTER_HOST_HEADER = headers.host;
	process.env.ADAPTER_ADDRESS_HEADER = headers.client;
	process.env.ADAPTER_BODY_SIZE_LIMIT = largestBody;
	const { handler } = (await import(built.href)) as { handler: Handler };
	return handler;
}

/**
 * An HTTP server that tells the application at which address a request was made. It may listen before the application
 * is ready: requests wait for it.
 * @param origin ORIGIN when it is set
 */
export function createHttpServer(origin: string | undefined, application: Promise<Handler>): Server {
	const server = createServer((request, response) => {
		// Whoever keeps the connection is told that this was its last answer, before it is taken away.
		if (installedServices()?.stopping) response.shouldKeepAlive = false;
		const address = requestAddress(request.headers, request.socket.remoteAddress ?? '', origin);
		for (const part of ['protocol', 'host', 'client'] as const) request.headers[headers[part]] = address[part];
		if (request.method === 'POST' && request.url === oidcLogoutPath) {
			// A form from a server, which names no origin: the platform would take it for one from another site. It carries
			// no cookie and proves itself by a signature, so it is handed over as what it is.
			request.headers['content-type'] = 'application/octet-stream';
		}
		const refuse = () => response.writeHead(503).end();
		application.then((handler) => handler(request, response, () => response.writeHead(404).end()), refuse);
	});
	// Longer than the minute for which load balancers keep a connection, so that it is never we who hang up first.
	server.keepAliveTimeout = 65_000;
	return server;
}

/** @throws the system's error when the port cannot be had */
export function listen(server: Server, port: number, host?: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ port, host }, () => {
			server.off('error', reject);
			resolve();
		});
	});
}

/**
 * Takes no more requests and waits for those under way.
 * @param patience milliseconds after which connections are cut
 */
export async function closeServer(server: Server, patience = 10_000): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	const sweep = setInterval(() => server.closeIdleConnections(), 50);
	const cut = setTimeout(() => server.closeAllConnections(), patience);
	await closed;
	clearInterval(sweep);
	clearTimeout(cut);
}
