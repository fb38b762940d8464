import type { Config } from './config.server.ts';
import { startServices } from './services.server.ts';

let starting: ReturnType<typeof startServices> | undefined;

/** Opens the services of the server, once, and begins the jobs. Later calls get the same. */
export function startServer(config: Config): ReturnType<typeof startServices> {
	starting ??= startServices(config, { work: true });
	return starting;
}
