import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../database/connection.server.ts';

/** The queues there are. A job's data holds ids only. */
export const queues = ['send-mail', 'clock', 'seal-log', 'retention', 'confirm-offers'] as const;
export type Queue = (typeof queues)[number];

type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

export interface Jobs {
	/** Adds a job inside a transaction: it exists when, and only when, the transaction commits. */
	enqueue(tx: Transaction, queue: string, data: object): Promise<void>;
	/** Begins to work on a queue. @param together how many jobs are worked on at the same time */
	work<T extends object>(queue: Queue, handler: (data: T) => Promise<void>, together?: number): Promise<void>;
	/** Puts a job into the queue by the clock (cron, Copenhagen time). */
	schedule(queue: Queue, cron: string): Promise<void>;
	/** Finishes what is under way and stops. */
	stop(): Promise<void>;
}

const roles = ['staff', 'report', 'admin', 'organisation', 'citizen', 'system'].map((role) => `socialkompas_${role}`);

/**
 * Starts the queue on the application's own database, so that a job is written by the same transaction as the change
 * that caused it.
 * @param options.work false: only put jobs in (commands, tests); no timers are left running
 */
export async function startJobs(database: Database, log: Logger, options: { work: boolean }): Promise<Jobs> {
	const executeSql = async (text: string, values?: unknown[]) => {
		const client = await database.pool.connect();
		try {
			const result: unknown = await client.query(text, values);
			// A text of several statements gives a result for each.
			const results = (Array.isArray(result) ? result : [result]) as { rows?: unknown[] }[];
			return { rows: results.flatMap((each) => each.rows ?? []) };
		} catch (cause) {
			// The embedded database has one session: a failed block must not be left open for the next user of it.
			await client.query('rollback').catch(() => undefined);
			throw cause;
		} finally {
			client.release();
		}
	};
	const boss = new PgBoss({
		db: { executeSql },
		backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
		schedule: options.work,
		supervise: options.work,
	});
	boss.on('error', (error) => log.error({ err: { message: error.message } }, 'job queue'));
	await boss.start();
	const known = new Set((await boss.getQueues()).map((queue) => queue.name));
	for (const queue of queues) {
		// Eight tries with doubling waits: a mail server that is away for a night is waited for.
		if (!known.has(queue)) await boss.createQueue(queue, { retryLimit: 8, retryDelay: 30, retryBackoff: true });
		// Asking for anything in a queue makes its facts known to this process. Sending would otherwise look them up on a
		// second connection, which the embedded database, busy with the sender's own transaction, does not have.
		await boss.findJobs(queue, { id: '00000000-0000-0000-0000-000000000000' });
	}
	await executeSql(
		`grant usage on schema pgboss to ${roles}; grant select, insert on all tables in schema pgboss to ${roles}; grant execute on all functions in schema pgboss to ${roles};`,
	);
	return {
		async enqueue(tx, queue, data) {
			await boss.send(queue, data, { db: fromDrizzle(tx, sql) });
		},
		async work(queue, handler, together = 1) {
			// A full batch is followed by the next at once: a morning's mail does not wait two seconds for each.
			const options = {
				pollingIntervalSeconds: 2,
				batchSize: together,
				burstWhenBatchFull: true,
				perJobResults: true,
			} as const;
			await boss.work<object>(queue, options, (jobs) =>
				Promise.all(
					jobs.map(({ id, data }) =>
						handler(data as never).then(
							() => ({ id, status: 'completed' as const }),
							(cause: unknown) => ({ id, status: 'failed' as const, output: { message: (cause as Error).message } }),
						),
					),
				),
			);
		},
		async schedule(queue, cron) {
			await boss.schedule(queue, cron, undefined, { tz: 'Europe/Copenhagen' });
		},
		async stop() {
			await boss.stop({ graceful: true, timeout: 10_000, close: false });
		},
	};
}
