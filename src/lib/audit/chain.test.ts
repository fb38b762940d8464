import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeStaff } from '../../../tests/factories.ts';
import { asActor, services } from '../database/as-actor.server.ts';
import { defaultAuthority as kk, systemActor, type StaffActor } from '../identity/actor.ts';
import { audit } from './audit.server.ts';
import { sealLog, type Head } from './seal.server.ts';
import { verifyLog } from './verify-log.server.ts';

onEachDatabase('19. the log can’t be changed unseen', (open) => {
	let database: TestDatabase;
	let someone: StaffActor;

	beforeEach(async () => {
		database = await open();
		someone = await makeStaff('caseworker', 'cabs');
	});

	const write = async (count: number) => {
		for (let i = 0; i < count; i += 1) {
			await asActor(someone, (tx) =>
				audit(tx, someone, { action: 'citizen.list', subjectType: 'citizen', result: i % 2 ? 'ok' : 'æøå, 3:x' }),
			);
		}
	};
	const verify = (kept?: Head) => asActor(systemActor, (tx) => verifyLog(tx, kk, kept));
	/**
	 * Seals until nothing waits. Transactions of other databases in the cluster, such as those of another test file, are
	 * waited for like any: which entry they might be about to write can't be told apart.
	 */
	const seal = async (size?: number) => {
		let sealed = 0;
		for (let tries = 0; tries < 400; tries += 1) {
			const done = await sealLog(kk, size);
			sealed += done.sealed;
			if ((await verify()).waiting === 0) return { ...done, sealed };
			await pause(20);
		}
		throw new Error('something waits for ever');
	};
	const faults = async (kept?: Head) => (await verify(kept)).faults;
	/** What the owner of the database could do, with all guards taken off. */
	const tamper = async (statement: string) => {
		const client = await services().database.pool.connect();
		try {
			await client.query(`begin; alter table audit_entry disable row level security;
				alter table audit_seal disable row level security; ${statement};
				alter table audit_entry enable row level security; alter table audit_seal enable row level security; commit`);
		} finally {
			client.release();
		}
	};

	it('chains every entry once, in order, in small batches, and finds the whole log whole', async () => {
		await write(7);
		expect((await seal(3)).sealed).toBe(7);
		expect((await seal(3)).sealed).toBe(0);
		await write(2);
		const { sealed, head } = await seal(3);
		expect(sealed).toBe(2);
		expect(await verify(head)).toMatchObject({ checked: 9, waiting: 0, faultCount: 0, head });
	});

	it.each([
		['instant by a microsecond', `at = at + interval '1 microsecond'`],
		['role', `role = null`],
		['user', `user_id = null`],
		['action', `action = 'citizen.read'`],
		['citizen', `citizen_id = gen_random_uuid()`],
		['result', `result = 'ok'`],
	])('finds an entry whose %s was changed', async (_, change) => {
		await write(6);
		await seal();
		await tamper(`update audit_entry set ${change} where id = 3`);
		expect(await faults()).toEqual([{ kind: 'changed', seq: 3, entryId: 3 }]);
	});

	it('finds an entry that was taken out, with and without its link', async () => {
		await write(5);
		await seal();
		await tamper('delete from audit_entry where id = 2');
		expect(await faults()).toEqual([{ kind: 'missing', seq: 2, entryId: 2 }]);
		await tamper('delete from audit_seal where seq = 2');
		expect(await faults()).toEqual([{ kind: 'links_missing', seq: 2, count: 1 }]);
	});

	it('finds an entry that was put in among others', async () => {
		await write(5);
		await asActor(someone, async (tx) => {
			await audit(tx, someone, { action: 'citizen.list' });
			await tx.execute(sql`savepoint before_more`);
			await audit(tx, someone, { action: 'citizen.list' });
			await tx.execute(sql`rollback to before_more`);
			await audit(tx, someone, { action: 'citizen.list' });
		});
		await seal();
		await tamper(`insert into audit_entry (authority_id, id, at, actor_kind, action) overriding system value
			values ('kk', 7, now(), 'staff', 'citizen.read')`);
		expect(await faults()).toEqual([{ kind: 'added', entryId: 7 }]);
	});

	it('finds by the head kept elsewhere that the end was cut off, or all of it written anew', async () => {
		await write(5);
		const { head } = await seal();
		await tamper('delete from audit_entry where id > 3; delete from audit_seal where seq > 3');
		expect(await faults()).toEqual([]);
		expect(await faults(head)).toEqual([{ kind: 'cut_off', seq: 3, head: 5 }]);
		await write(4);
		await tamper(`update audit_entry set role = 'leader' where id = 1; delete from audit_seal`);
		await seal();
		expect(await faults()).toEqual([]);
		expect(await faults(head)).toEqual([{ kind: 'rewritten', seq: 5 }]);
	});

	it('lets no role of the application change, delete, number or chain an entry', async () => {
		await write(1);
		await seal();
		const attempts = [
			`update audit_entry set result = 'x'`,
			`delete from audit_entry`,
			`truncate audit_entry`,
			`insert into audit_entry (authority_id, id, at, actor_kind, action) overriding system value values ('kk', 99, now(), 'staff', 'x')`,
			`insert into audit_seal values ('kk', 2, 2, '\\x00')`,
			`update audit_seal set hash = '\\x00'`,
			`delete from audit_seal`,
			`update audit_horizon set settled_to = 0`,
			`alter table audit_entry disable trigger all`,
			`set local role socialkompas_seal`,
		];
		const roles = ['public', 'staff', 'report', 'admin', 'organisation', 'citizen', 'system'];
		const client = await services().database.pool.connect();
		try {
			for (const role of roles) {
				for (const attempt of attempts.slice(0, -1)) {
					await client.query(`begin; set local role socialkompas_${role}`);
					await expect(client.query(attempt), `${role}: ${attempt}`).rejects.toThrow();
					await client.query('rollback');
				}
				if (role === 'system') continue;
				await client.query(`begin; set local role socialkompas_${role}`);
				await expect(client.query(`select seal_audit('kk', 10)`), role).rejects.toThrow('permission denied');
				await client.query('rollback');
			}
		} finally {
			client.release();
		}
		expect(await faults()).toEqual([]);
	});

	it('goes on in another cluster, where transactions have lower numbers', async () => {
		await write(2);
		await seal();
		await tamper(`alter table audit_horizon disable row level security; update audit_horizon
			set next_xid = 1000000000000, next_to = 5; alter table audit_horizon enable row level security`);
		await write(2);
		expect((await seal()).sealed).toBe(2);
		expect(await verify()).toMatchObject({ checked: 4, waiting: 0, faultCount: 0 });
	});

	it('refuses to chain where it could not know what is still under way', async () => {
		const seal = sql`select seal_audit('kk', 10)`;
		await expect(
			asActor(systemActor, async (tx) => {
				await audit(tx, systemActor, { action: 'log.read' });
				await tx.execute(seal);
			}),
		).rejects.toMatchObject({ cause: { message: expect.stringContaining('first to write') } });
	});

	it.each(['slow', 'quick'])(
		'chains no entry before an older one still being written (%s began first)',
		async (first) => {
			if (database.services.database.kind === 'embedded') return; // one connection: nothing can be interleaved
			const { pool } = services().database;
			const insert = `insert into audit_entry (authority_id, at, actor_kind, action) values ('kk', now(), 'system', $1)`;
			const slow = await pool.connect();
			const quick = await pool.connect();
			try {
				await write(1);
				expect((await seal()).sealed).toBe(1);
				for (const client of [slow, quick]) {
					await client.query(
						`begin; select set_config('role', 'socialkompas_system', true), set_config('app.authority_id', 'kk', true)`,
					);
				}
				await (first === 'slow' ? slow : quick).query('select pg_current_xact_id()');
				await slow.query(insert, ['slow.one']);
				await quick.query(insert, ['quick.one']);
				await quick.query('commit');
				// The quick one is there, with a higher id; the slow one may still come before it.
				expect((await sealLog(kk)).sealed).toBe(0);
				expect(await verify()).toMatchObject({ waiting: 1, faultCount: 0 });
				await slow.query(insert, ['slow.two']);
				expect((await sealLog(kk)).sealed).toBe(0);
				await slow.query('commit');
				expect((await seal()).sealed).toBe(3);
				expect(await verify()).toMatchObject({ checked: 4, waiting: 0, faultCount: 0 });
			} finally {
				slow.release();
				quick.release();
			}
		},
	);

	it('makes nobody wait: entries are written while others’ are not committed, nor their chaining', async () => {
		if (database.services.database.kind === 'embedded') return; // one connection: everyone waits for it anyway
		await write(1);
		const held = Promise.withResolvers<void>();
		const patience = pause(5000).then(() => 'waited');
		/** Writes an entry and does not commit before all others have written theirs. */
		const writeAndHold = async () => {
			const written = Promise.withResolvers<string>();
			const committed = asActor(someone, async (tx) => {
				await audit(tx, someone, { action: 'citizen.list' });
				written.resolve('written');
				await held.promise;
			});
			return { written: await Promise.race([written.promise, patience]), committed };
		};
		const chaining = await services().database.pool.connect();
		try {
			const holders = await Promise.all([writeAndHold(), writeAndHold()]);
			expect(holders.map(({ written }) => written)).toEqual(['written', 'written']);
			await chaining.query(`begin; set local role socialkompas_system`);
			await chaining.query(`select seal_audit('kk', 10)`);
			expect(await Promise.race([write(3).then(() => 'written'), patience])).toBe('written');
			held.resolve();
			await Promise.all(holders.map(({ committed }) => committed));
		} finally {
			held.resolve();
			await chaining.query('rollback');
			chaining.release();
		}
	});

	it('goes on chaining while there is always somebody writing', async () => {
		if (database.services.database.kind === 'embedded') return;
		const { pool } = services().database;
		const begin = async (): Promise<pg.PoolClient> => {
			const client = await pool.connect();
			await client.query(
				`begin; select set_config('role', 'socialkompas_system', true), set_config('app.authority_id', 'kk', true);
				insert into audit_entry (authority_id, at, actor_kind, action) values ('kk', now(), 'system', 'overlap')`,
			);
			return client;
		};
		let running = await begin();
		let sealed = 0;
		for (let i = 0; i < 100 && sealed < 3; i += 1) {
			const next = await begin();
			await running.query('commit');
			running.release();
			running = next;
			sealed += (await sealLog(kk)).sealed;
			expect((await verify()).faultCount).toBe(0);
		}
		await running.query('rollback');
		running.release();
		expect(sealed).toBeGreaterThanOrEqual(3);
	});
});
