import type { Config } from './config.server.ts';
import { installedServices, type Services } from './database/as-actor.server.ts';
import { startServices } from './services.server.ts';

/**
 * Opens the services of the server and begins the jobs. When this process has opened them already (a test that brings
 * its own database and clock, the development server after a change), it takes those.
 */
export async function startServer(config: Config): Promise<Services> {
	return installedServices() ?? (await startServices(config, { work: true }));
}
