import { checkMasterKey, keepsOwnKey, loadMasterKey } from './citizens/master-key.server.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.server.ts';
import { installServices, type Services } from './database/as-actor.server.ts';
import { migrate, openEmbedded, openPostgres } from './database/connection.server.ts';
import { createLog } from './log.server.ts';
import { startJobs } from './notifications/jobs.server.ts';

/**
 * Opens everything the application needs, in the order in which it can fail: key, database, tables, jobs. A key of our
 * own is made beside the embedded database, so only after that is held for this process.
 * @param options.work true in the server, which also works on the jobs; false in commands
 * @throws DomainError with one sentence that says what to do
 */
export async function startServices(config: Config, options: { work: boolean; clock?: Clock }): Promise<Services> {
	const log = createLog(config.logLevel);
	const given = keepsOwnKey(config) ? undefined : await loadMasterKey(config);
	const database = config.databaseUrl ? await openPostgres(config.databaseUrl) : await openEmbedded(config.dataDir);
	try {
		await migrate(database);
		const masterKey = given ?? (await loadMasterKey(config));
		await checkMasterKey(database, masterKey);
		const jobs = await startJobs(database, log, { work: options.work });
		const stop = async () => {
			await jobs.stop();
			await database.close();
			installServices(undefined);
		};
		const services = { config, database, masterKey, clock: options.clock ?? systemClock, jobs, log, stop };
		installServices(services);
		return services;
	} catch (cause) {
		await database.close();
		throw cause;
	}
}
