import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Logger } from 'pino';
import type { MasterKey } from '../citizens/encryption.server.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.server.ts';
import { DomainError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import type { Jobs } from '../notifications/jobs.server.ts';
import { isDatabaseAway, isDatabaseFull } from './away.ts';
import type { Database } from './connection.server.ts';

/** What the running application has: opened once at start, by the server, a command or a test. */
export interface Services {
	config: Config;
	database: Database;
	masterKey: MasterKey;
	clock: Clock;
	jobs: Jobs;
	log: Logger;
	/** asked to stop: requests are still answered, but new ones had better go to another process */
	stopping?: boolean;
	/** Finishes what is under way, then lets go of everything. */
	stop(): Promise<void>;
}

type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

/** A transaction that runs as somebody, with what storage needs beside the database. */
export type Tx = Transaction & {
	/** the same instant throughout the transaction */
	readonly now: Date;
	readonly masterKey: MasterKey;
	readonly config: Config;
	/** puts a job into the queue when, and only when, this transaction commits */
	readonly enqueue: (queue: string, data: object) => Promise<void>;
};

/**
 * The process has one set of services, but this module may be loaded twice in it: once inside the built server, once by
 * whoever runs that server (src/cli/serve.ts, a test). The symbol is where both look.
 */
const installed = Symbol.for('socialkompas.services');
const home = globalThis as { [installed]?: Services };

/** Makes these the services of this process. */
export function installServices(services: Services | undefined): void {
	home[installed] = services;
}

/** The services of this process; undefined before they are opened. */
export const installedServices = (): Services | undefined => home[installed];

/** @throws Error when nothing has been opened: a mistake in the program, not in its use */
export function services(): Services {
	const found = installedServices();
	if (!found) throw new Error('installServices has not been called');
	return found;
}

type DatabaseRole = 'public' | 'staff' | 'report' | 'admin' | 'organisation' | 'citizen' | 'system';

const roleOfStaff = {
	caseworker: 'staff',
	coordinator: 'report',
	leader: 'report',
	administrator: 'admin',
	data_protection_officer: 'admin',
} as const;

/** The database role an actor takes. */
export function databaseRole(actor: Actor): DatabaseRole {
	return actor.kind === 'staff' ? roleOfStaff[actor.role] : actor.kind;
}

/** What the policies know about the actor. */
function settings(actor: Actor): Record<string, string> {
	const text = (value: string | null | undefined) => value ?? '';
	return {
		authority_id: 'authorityId' in actor ? actor.authorityId : '',
		role: 'role' in actor ? actor.role : actor.kind,
		user_id: 'userId' in actor ? actor.userId : '',
		centre_id: actor.kind === 'staff' ? text(actor.centreId) : '',
		organisation_id: actor.kind === 'organisation' ? actor.organisationId : '',
		token_hash: actor.kind === 'citizen' || actor.kind === 'public' ? text(actor.tokenHash) : '',
	};
}

/**
 * Runs work in one transaction as this actor: the restricted role, the actor's identity for the row-level policies, the
 * application's clock. Everything commits together or not at all.
 * @throws what the work throws, after rolling back; DomainError `database.unreachable` or `database.full` 503
 */
export async function asActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
	const { database, clock, masterKey, jobs, config } = services();
	const now = clock();
	const run = database.orm.transaction(async (transaction) => {
		const pairs = Object.entries({ ...settings(actor), now: now.toISOString() });
		// One round trip: set_config('role', …, true) is SET LOCAL ROLE.
		await transaction.execute(
			sql`select set_config('role', ${`socialkompas_${databaseRole(actor)}`}, true), ${sql.join(
				pairs.map(([name, value]) => sql`set_config(${`app.${name}`}, ${value}, true)`),
				sql`, `,
			)}`,
		);
		const enqueue = (queue: string, data: object) => jobs.enqueue(transaction, queue, data);
		return work(Object.assign(transaction, { now, masterKey, config, enqueue }));
	});
	return run.catch((cause: unknown) => {
		if (isDatabaseAway(cause)) throw new DomainError('database.unreachable', 503);
		throw isDatabaseFull(cause) ? new DomainError('database.full', 503) : cause;
	});
}
