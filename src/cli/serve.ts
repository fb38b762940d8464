/**
 * Runs the built application: `npm start`.
 * Prints where it is, and in the demo whom one can be. Stops on SIGTERM and SIGINT after finishing what is under way, and
 * after DRAIN_SECONDS in which it still answers; at once on a second one.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../lib/config.server.ts';
import { parseConfig } from '../lib/config.server.ts';
import { installedServices } from '../lib/database/as-actor.server.ts';
import { closeServer, createHttpServer, listen, loadHandler, type Handler } from './http-server.ts';
import { refuse } from './refusal.ts';
import { signInList } from './sign-in-list.ts';

/**
 * npm hands a signal to the shell it started, which ends without handing it on: without this, `npm start` could be
 * killed and the server would go on, holding its port and its folder.
 */
function whenLeftAlone(stop: () => void): void {
	if (process.env.npm_lifecycle_event !== 'start') return;
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		stop();
	}, 300);
	watch.unref();
}

async function serve(config: Config): Promise<void> {
	const application = Promise.withResolvers<Handler>();
	const server = createHttpServer(config.originIsSet ? config.origin : undefined, application.promise);
	// The port first: when it is taken, nothing else has been touched.
	await listen(server, config.port, config.host);
	application.resolve(await loadHandler());

	let stopping = false;
	const stop = async () => {
		if (stopping) process.exit(130);
		stopping = true;
		const services = installedServices();
		if (services) services.stopping = true;
		// First /readyz says no and connections are let go of one by one; then nobody is left to be cut off.
		await wait(config.drain * 1000);
		await closeServer(server);
		await services?.stop();
		process.exit(0);
	};
	const stopNow = () => void stop().catch(refuse);
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stopNow);
	whenLeftAlone(stopNow);

	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : config.port;
	console.log(`Socialkompas: ${config.originIsSet ? config.origin : `http://localhost:${port}`}`);
	if (config.demo) console.log(signInList());
}

try {
	await serve(parseConfig(process.env));
} catch (cause) {
	refuse(cause);
}
