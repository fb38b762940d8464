import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { makeCompletedReferral, marker, type Referred } from '../../../tests/referred-citizen.ts';
import { parseConfig } from '../config.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { listMail } from '../notifications/mail.server.ts';
import { createCitizen, readCitizen } from './citizens.server.ts';
import { masterKey } from './encryption.server.ts';
import { beginOwnKey, checkMasterKey, endOwnKey, loadMasterKey } from './master-key.server.ts';
import { rotateMasterKey } from './rotate-master-key.server.ts';
import { verifyEncryption } from './verify-encryption.server.ts';

// The one tests/database.ts begins with, and the next.
const oldKey = Buffer.alloc(32, 7);
const newKey = Buffer.alloc(32, 8);

onEachDatabase('exchanging the master key', (open) => {
	let database: TestDatabase;
	let all: Meeting;
	let made: Referred;

	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
		made = await makeCompletedReferral(all);
		await checkMasterKey(database.services.database, database.services.masterKey);
	});

	const use = (...keys: Parameters<typeof masterKey>) => {
		database.services.masterKey = masterKey(...keys);
	};
	const check = () => checkMasterKey(database.services.database, database.services.masterKey);
	const newCitizen = (name: string) =>
		asActor(all.caseworker, (tx) =>
			createCitizen(tx, all.caseworker, {
				givenName: name,
				familyName: '',
				phone: '',
				email: '',
				safeContact: '',
				language: 'da',
				needsInterpreter: false,
				ageBand: '',
				adult: true,
			}),
		);
	const nameOf = (id: string) =>
		asActor(all.caseworker, async (tx) => (await readCitizen(tx, all.caseworker, id)).givenName);
	const faults = () => asActor(systemActor, async (tx) => (await verifyEncryption(tx)).faults);

	it('serves readers and writers throughout, and leaves nothing under the old key', async () => {
		const ids: string[] = [];
		for (let i = 0; i < 12; i += 1) ids.push(await newCitizen(`Borger ${i}`));
		use(newKey, oldKey);
		let running = true;
		let reads = 0;
		const reader = (async () => {
			while (running) {
				expect(await nameOf(ids[reads % ids.length] ?? '')).toBe(`Borger ${reads % ids.length}`);
				await asActor(all.staff.administrator, (tx) => listMail(tx));
				reads += 1;
			}
		})();
		const late = newCitizen('Kom til undervejs');
		const done = await rotateMasterKey(undefined, 2);
		running = false;
		await reader;
		expect(done.keys).toBe(13);
		expect(done.values).toBeGreaterThan(5);
		expect(reads).toBeGreaterThan(3);
		use(newKey);
		await check();
		expect(await nameOf(await late)).toBe('Kom til undervejs');
		expect(await nameOf(made.citizenId)).toBe(marker);
		expect(await faults()).toEqual([]);
	});

	it('goes on where it was broken off', async () => {
		for (let i = 0; i < 5; i += 1) await newCitizen(`Borger ${i}`);
		use(newKey, oldKey);
		const broken = rotateMasterKey(({ keys }) => {
			if (keys === 4) throw new Error('the power went');
		}, 2);
		await expect(broken).rejects.toThrow('the power went');
		expect(await faults()).toEqual([]);
		// Neither key alone is enough now, and the server says so rather than show half of the citizens.
		use(newKey);
		await expect(check()).rejects.toMatchObject({ code: 'config.master_key' });
		use(oldKey);
		await expect(check()).rejects.toMatchObject({ message: expect.stringContaining('rotate-master-key') });
		use(newKey, oldKey);
		await check();
		expect((await rotateMasterKey(undefined, 2)).keys).toBe(2);
		use(newKey);
		await check();
		expect(await faults()).toEqual([]);
		expect(await rotateMasterKey()).toEqual({ keys: 0, values: 0 });
	});

	it('makes the old key useless for what is in the database', async () => {
		use(newKey, oldKey);
		await rotateMasterKey();
		use(oldKey);
		await expect(check()).rejects.toMatchObject({ code: 'config.master_key' });
		await expect(nameOf(made.citizenId)).rejects.toMatchObject({ code: 'encryption.unreadable' });
		const opened = await asActor(systemActor, async (tx) => (await verifyEncryption(tx)).opened);
		expect(opened).toEqual({});
	});

	it('can be read by a server that has the two keys the other way round', async () => {
		use(newKey, oldKey);
		const id = await newCitizen('Ny');
		use(oldKey, newKey);
		expect(await nameOf(id)).toBe('Ny');
		expect(await nameOf(made.citizenId)).toBe(marker);
		const under = await asActor(systemActor, (tx) =>
			tx.execute(sql`select master_key_id from citizen_key order by citizen_id = ${id}::uuid`),
		);
		expect(under.rows.map((row) => row['master_key_id'])).toEqual([masterKey(oldKey).id, masterKey(newKey).id]);
	});
});

describe('the key in the data folder', () => {
	it('is exchanged with a usable one at every moment', async () => {
		const dataDir = await mkdtemp(join(tmpdir(), 'socialkompas-key-'));
		try {
			const config = parseConfig({ DATA_DIR: dataDir });
			const before = await loadMasterKey(config);
			const sealed = before.seal('mail.body:1', 'Hej');
			await beginOwnKey(dataDir);
			const during = await loadMasterKey(config);
			expect(during.ids).toEqual([during.id, before.id]);
			expect(during.open('mail.body:1', sealed)).toBe('Hej');
			// Broken off and begun again: the same two keys.
			const files = await readFile(join(dataDir, 'master.key'), 'utf8');
			await beginOwnKey(dataDir);
			expect(await readFile(join(dataDir, 'master.key'), 'utf8')).toBe(files);
			await endOwnKey(dataDir);
			expect(await readdir(dataDir)).toEqual(['master.key']);
			expect((await loadMasterKey(config)).ids).toEqual([during.id]);
		} finally {
			await rm(dataDir, { recursive: true });
		}
	});
});
