import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase, onPostgres, type TestDatabase } from './database.ts';
import { serveSite, type Site } from './request.ts';

onEachDatabase('what an operator asks the server', (open) => {
	let database: TestDatabase;
	let site: Site;
	beforeEach(async () => {
		database = await open();
		site = await serveSite();
	});

	it('is alive and ready while the database answers', async () => {
		expect((await site.client().get('/healthz')).status).toBe(200);
		expect((await site.client().get('/readyz')).status).toBe(200);
	});

	it('is alive but not ready when the database is gone', async () => {
		await database.close();
		expect((await site.client().get('/healthz')).status).toBe(200);
		expect((await site.client().get('/readyz')).status).toBe(503);
	});

	it('is not ready while the database keeps everyone waiting', async () => {
		const { pool } = database.services.database;
		const held = await Promise.all(Array.from({ length: pool.options.max ?? 1 }, () => pool.connect()));
		expect((await site.client().get('/readyz')).status).toBe(503);
		for (const client of held) client.release();
		expect((await site.client().get('/readyz')).status).toBe(200);
	});

	it('counts requests by the route’s pattern, not by the address asked for', async () => {
		await site.client().get('/sign-in?return=/citizens/personal-value');
		const { status, body } = await site.client().get('/metrics');
		expect(status).toBe(200);
		expect(body).toMatch(
			/http_request_duration_seconds_count\{route="\/\(public\)\/sign-in",method="GET",status="200"\} \d/,
		);
		expect(body).toContain('database_connections{state="waiting"}');
		expect(body).not.toContain('personal-value');
	});

	it('tells its figures to its own network only', async () => {
		const outside = await site.client().get('/metrics', { 'x-forwarded-for': '203.0.113.9' });
		expect(outside.status).toBe(404);
	});
});

// The embedded database's one connection answers nothing else while it is kept waiting.
onPostgres('a server whose catalogue is large', (open) => {
	it('is not ready while the catalogue is being read, and says why', async () => {
		const database = await open();
		const site = await serveSite();
		// The lock keeps its reader waiting as long as a very large catalogue would.
		const { pool } = database.services.database;
		const holder = await pool.connect();
		await holder.query('begin; lock table offer_location in access exclusive mode');
		const reading = await site.client().get('/readyz');
		expect(reading).toMatchObject({ status: 503, body: 'reading the catalogue' });
		expect((await site.client().get('/healthz')).status).toBe(200);
		await holder.query('rollback');
		holder.release();
		await expect.poll(async () => (await site.client().get('/readyz')).status).toBe(200);
	});
});
