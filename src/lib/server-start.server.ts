import { catalogueSnapshot } from './catalogue/search/catalogue-snapshot.server.ts';
import { tilesFile } from './catalogue/map/tiles-file.server.ts';
import type { Config } from './config.server.ts';
import { installedServices, type Services } from './database/as-actor.server.ts';
import { seedDemo } from './demo.server.ts';
import { refuseDemoAmongPeople } from './identity/demo-people.server.ts';
import { startWorkers } from './notifications/workers.server.ts';
import { startServices } from './services.server.ts';

/**
 * Opens the services of the server, makes the demo where one is wanted, and begins to work on the jobs. When this
 * process has opened them already (a test that brings its own database and clock, the development server after a
 * change), it takes those.
 */
export async function startServer(config: Config): Promise<Services> {
	const opened = installedServices();
	if (opened) return opened;
	const services = await startServices(config, { work: true });
	try {
		if (config.demo) await refuseDemoAmongPeople();
		// What the operator has set is tried at start, not when the first map is opened.
		if (config.tiles?.file) await tilesFile(config.tiles.file);
		if (config.demo) services.log.info(await seedDemo(), 'demo');
		await startWorkers();
		// Meanwhile requests are answered; a search waits for it, and /readyz says so.
		catalogueSnapshot().catch((cause: unknown) =>
			services.log.warn({ err: { message: (cause as Error).message } }, 'the catalogue could not be read at start'),
		);
	} catch (cause) {
		await services.stop();
		throw cause;
	}
	return services;
}
