import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createCitizen } from '../src/lib/citizens/citizens.server.ts';
import { verifyEncryption } from '../src/lib/citizens/verify-encryption.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor, type StaffActor } from '../src/lib/identity/actor.ts';
import { count } from './faults/count.ts';
import { onFreshPostgres, withPostgres } from './faults/fresh-database.ts';
import { Ledger } from './faults/ledger.ts';
import type { Person } from './faults/person.ts';
import { makePairs, within } from './faults/scene.ts';
import { freePort, startServer } from './faults/server.ts';
import { workUntil } from './faults/work.ts';
import { runCommand } from './process.ts';

const oldKey = '07'.repeat(32);
const newKey = '08'.repeat(32);

const earlier = 300;

/** Citizens from before, under the old key. @returns their ids */
async function makeCitizens(caseworker: StaffActor): Promise<string[]> {
	const ids: string[] = [];
	for (let each = 0; each < earlier; each++) {
		const person = { givenName: `Øjvind ${each}`, familyName: '', phone: '', email: '', safeContact: '' };
		const rest = { language: 'da', needsInterpreter: false, ageBand: '', adult: true } as const;
		ids.push(await asActor(caseworker, (tx) => createCitizen(tx, caseworker, { ...person, ...rest })));
	}
	return ids;
}

/*
 * The whole of what SECURITY.md and the README promise: people go on reading and writing while one server takes over
 * from another and the operator's command exchanges the key. A test in one process is beside the code
 * (src/lib/citizens/rotate-master-key.test.ts); here it is real processes, which only PostgreSQL takes several of.
 */
it.skipIf(!withPostgres())(
	'the master key is exchanged while people work, and not one of their requests is refused or lost (PostgreSQL)',
	{ timeout: 240_000 },
	() =>
		onFreshPostgres(async ({ DATABASE_URL }) => {
			const underOld = { DATABASE_URL, MASTER_KEY: oldKey };
			const both = { DATABASE_URL, MASTER_KEY: newKey, MASTER_KEY_ALSO: oldKey };
			const pairs = await makePairs(underOld, 3);
			const reader = pairs[0]?.caseworker;
			if (!reader) throw new Error('nobody is there');
			const ids = await within(underOld, () => makeCitizens(reader));

			const failures: string[] = [];
			let heard = 0;
			let read = 0;
			/** Somebody from before, whose name must be there whichever key it is under. */
			const readOne = async (caseworker: Person) => {
				const which = (read += 7) % earlier;
				const { status, body } = await caseworker.get(`/citizens/${ids[which]}`);
				if (status !== 200 || !body.includes(`Øjvind ${which}`)) failures.push(`reading citizen ${which}: ${status}`);
			};
			const manner = {
				first: readOne,
				heard: (method: string, path: string, _: number, answer: { status: number } | undefined) => {
					heard += 1;
					if (!answer || answer.status >= 400) failures.push(`${method} ${path}: ${answer?.status ?? 'no answer'}`);
				},
			};
			const ledger = new Ledger();
			const workEnds = new AbortController();
			const more = async (requests: number) => {
				const enough = heard + requests;
				for (const end = Date.now() + 60_000; heard < enough && Date.now() < end;) await wait(20);
				expect(heard).toBeGreaterThanOrEqual(enough);
			};

			let server = await startServer(await freePort(), { ...underOld, MASTER_KEY_ALSO: newKey, DRAIN_SECONDS: '1' });
			const started = [server];
			try {
				const work = workUntil(pairs, () => server.url, ledger, workEnds.signal, manner);
				await more(20);
				// The other way round: the next server takes over, and the first one finishes what it has begun.
				const first = server;
				server = await startServer(await freePort(), both);
				started.push(server);
				expect(await first.stop()).toBe(0);
				const before = heard;
				const rotated = await runCommand(['main.ts', 'rotate-master-key'], both).exit();
				expect(rotated).toMatchObject({ code: 0, stderr: '' });
				expect(Number(/^(\d+) citizens/.exec(rotated.stdout)?.[1])).toBeGreaterThanOrEqual(earlier);
				expect(heard).toBeGreaterThan(before + 5);
				await more(20);
				workEnds.abort();
				await work;
				expect(await server.stop()).toBe(0);
			} finally {
				workEnds.abort();
				for (const each of started) if (each.alive()) await each.kill();
			}
			expect(failures).toEqual([]);
			expect(ledger.surprises).toEqual([]);

			const underNew = { DATABASE_URL, MASTER_KEY: newKey };
			const found = await within(underNew, async () => ({
				counted: await count(ledger),
				verified: await asActor(systemActor, (tx) => verifyEncryption(tx)),
			}));
			expect(found.counted).toMatchObject({ lost: [], untold: [] });
			expect(found.counted.found).toBeGreaterThan(3);
			expect(found.verified.faults).toEqual([]);
			expect(found.verified.keys).toBeGreaterThanOrEqual(earlier);
			const refused = await runCommand(['main.ts', 'verify-encryption'], underOld).exit();
			expect(refused.code).toBe(1);
			expect(refused.stderr).toContain('This master key is not the one the database was made with.');
		}),
);
