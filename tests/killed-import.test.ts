import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { storeCatalogue } from '../src/lib/catalogue/catalogue-store.server.ts';
import { offer, offerTerm, organisation } from '../src/lib/catalogue/tables.server.ts';
import { parseConfig } from '../src/lib/config.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { startServices } from '../src/lib/services.server.ts';
import { manyOffers } from './many-offers.ts';
import { migratedFolder } from './process.ts';
import { administer, databaseBeside } from './setup/templates.ts';

const program = join(import.meta.dirname, 'programs/half-import.ts');

/** Runs the program until it says that it is in the middle, then kills it so that it can clean up nothing. */
async function killHalfway(environment: Record<string, string>): Promise<void> {
	const child = spawn(process.execPath, [program], {
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(child, 'exit');
	for await (const chunk of child.stdout) {
		if (String(chunk).includes('halfway')) child.kill('SIGKILL');
	}
	expect((await ended)[1]).toBe('SIGKILL');
}

/** What the next one to open the database finds, and whether it can do its work. */
async function expectNothingHalf(environment: Record<string, string>): Promise<void> {
	const services = await startServices(parseConfig(environment), { work: false });
	try {
		const count = () =>
			asActor(systemActor, async (tx) => [
				await tx.$count(organisation),
				await tx.$count(offer),
				await tx.$count(offerTerm),
			]);
		expect(await count()).toEqual([0, 0, 0]);
		const again = await asActor(systemActor, (tx) => storeCatalogue(tx, 'test', manyOffers(1000)));
		expect(again.offers).toEqual({ created: 1000, updated: 0, unchanged: 0, removed: 0 });
		expect(await count()).toEqual([1, 1000, 1000]);
	} finally {
		await services.stop();
	}
}

describe('an import killed in the middle leaves nothing half-written', () => {
	let clean: () => Promise<unknown>;
	afterEach(() => clean());

	it('in the embedded database', { timeout: 120_000 }, async () => {
		clean = async () => undefined;
		const environment = { DATA_DIR: await migratedFolder(), DATABASE_URL: '', LOG_LEVEL: 'silent' };
		await killHalfway(environment);
		await expectNothingHalf(environment);
	});

	it.skipIf(!inject('postgresTemplate'))('in PostgreSQL', { timeout: 120_000 }, async () => {
		const url = process.env.TEST_DATABASE_URL ?? '';
		const name = `${inject('postgresTemplate')}_${randomBytes(6).toString('hex')}`;
		await administer(url, `create database ${name} template ${inject('postgresTemplate')}`);
		clean = () => administer(url, `drop database if exists ${name} with (force)`);
		const environment = { DATABASE_URL: databaseBeside(url, name), MASTER_KEY: '07'.repeat(32), LOG_LEVEL: 'silent' };
		await killHalfway(environment);
		await expectNothingHalf(environment);
	});
});
