import { beforeAll, expect, it } from 'vitest';
import { asActor, services } from '../src/lib/database/as-actor.server.ts';
import { setting } from '../src/lib/database/tables.server.ts';
import { publicActor, systemActor } from '../src/lib/identity/actor.ts';
import { sql } from 'drizzle-orm';
import { days, monday, onEachDatabase, type TestDatabase } from './database.ts';

onEachDatabase('a transaction as somebody', (open) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await open();
	});

	it('takes the restricted role and the clock of the application', async () => {
		database.clock.advance(2 * days);
		const [row] = await asActor(publicActor, async (tx) => {
			const { rows } = await tx.execute(sql`select current_user as role, app_now() as now`);
			return rows as { role: string; now: string | Date }[];
		});
		expect(row?.role).toBe('socialkompas_public');
		expect(new Date(row?.now ?? 0)).toEqual(new Date(monday.getTime() + 2 * days));
	});

	it('gives the role back when it ends', async () => {
		await asActor(publicActor, async (tx) => tx.execute(sql`select 1`));
		const { rows } = await services().database.pool.query('select current_user as role');
		expect((rows[0] as { role: string }).role).not.toMatch(/^socialkompas_/);
	});

	it('commits everything or nothing, jobs too', async () => {
		const attempt = asActor(systemActor, async (tx) => {
			await tx.insert(setting).values({ key: 'test', value: 'written' });
			await tx.enqueue('send-mail', { mailId: '1' });
			throw new Error('changed my mind');
		});
		await expect(attempt).rejects.toThrow('changed my mind');
		const { pool } = services().database;
		expect((await pool.query(`select * from setting where key = 'test'`)).rows).toEqual([]);
		expect((await pool.query(`select * from pgboss.job where name = 'send-mail'`)).rows).toEqual([]);
		await asActor(systemActor, (tx) => tx.enqueue('send-mail', { mailId: '2' }));
		expect((await pool.query(`select data from pgboss.job where name = 'send-mail'`)).rows).toHaveLength(1);
	});

	it('refuses what the role may not touch', async () => {
		await expect(asActor(publicActor, (tx) => tx.execute(sql`select * from citizen`))).rejects.toThrow();
	});
});
