import { parseConfig } from '../lib/config.server.ts';
import type { Services } from '../lib/database/as-actor.server.ts';
import { startServices } from '../lib/services.server.ts';
import { compileWasmOnce } from './small-wasm.ts';

/** Opens what the environment says for one command, and lets go of it whatever happens. */
export async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
	compileWasmOnce();
	const services = await startServices(parseConfig(process.env), { work: false });
	try {
		return await work(services);
	} finally {
		await services.stop();
	}
}
