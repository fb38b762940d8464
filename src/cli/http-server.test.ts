import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { closeServer, createHttpServer, listen, type Handler } from './http-server.ts';
import { refusalSentence } from './refusal.ts';

async function listening(handler: Promise<Handler>) {
	const server = createHttpServer(undefined, handler);
	await listen(server, 0, '127.0.0.1');
	return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

it('lets requests wait until the application is ready', async () => {
	const application = Promise.withResolvers<Handler>();
	const { server, url } = await listening(application.promise);
	const early = fetch(url);
	application.resolve((_, response) => response.end('ready'));
	expect(await (await early).text()).toBe('ready');
	await closeServer(server);
});

it('finishes a request that is under way before it stops', async () => {
	const asked = Promise.withResolvers<void>();
	const finish = Promise.withResolvers<void>();
	const { server, url } = await listening(
		Promise.resolve((_, response) => {
			asked.resolve();
			void finish.promise.then(() => response.end('finished'));
		}),
	);
	const request = fetch(url);
	await asked.promise;
	const closed = closeServer(server);
	await expect(fetch(url)).rejects.toThrow();
	finish.resolve();
	expect(await (await request).text()).toBe('finished');
	await closed;
});

it('does not wait for ever for one that never ends', async () => {
	const { server } = await listening(Promise.resolve(() => undefined));
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
	socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
	await once(server, 'request');
	await closeServer(server, 50);
});

it('tells the application the address, whatever the client claims it to be', async () => {
	const { server, url } = await listening(
		Promise.resolve((request, response) => response.end(JSON.stringify(request.headers))),
	);
	const response = await fetch(url, { headers: { 'x-kompas-protocol': 'https', 'x-kompas-host': 'evil.example' } });
	expect(await response.json()).toMatchObject({
		'x-kompas-protocol': 'http',
		'x-kompas-host': new URL(url).host,
		'x-kompas-client': '127.0.0.1',
	});
	await closeServer(server);
});

it('says in one sentence that a port is taken', async () => {
	const { server } = await listening(Promise.resolve(() => undefined));
	const { port } = server.address() as AddressInfo;
	const second = createHttpServer(
		undefined,
		Promise.resolve(() => undefined),
	);
	const cause = await listen(second, port, '127.0.0.1').catch((error: unknown) => error);
	expect(refusalSentence(cause)).toContain(`Port ${port} is in use`);
	await closeServer(server);
});
