import { beforeAll, expect, it } from 'vitest';
import type pg from 'pg';
import { asActor, services } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { readCitizenPage } from '../src/lib/referrals/citizen-page.server.ts';
import { actorByToken, makeLink } from '../src/lib/referrals/links.server.ts';
import { generatePeople, type People } from './bench/people/generate.ts';
import { allLooks, looks } from './bench/people/looks.ts';
import { onPostgres } from './database.ts';

/** Enough that reading a table from end to end would be the slower way, and made in some seconds. */
const referrals = 6000;

/** Of these, nothing is ever read from end to end to show something about one person or one plate of work. */
const large = [
	'referral',
	'citizen',
	'citizen_key',
	'message',
	'follow_up',
	'consent',
	'consent_event',
	'consent_receipt',
	'referral_event',
	'citizen_link',
	'audit_entry',
];

/**
 * The plans of what is really asked, as PostgreSQL itself tells them (auto_explain): of the role that asks, with its
 * policies, and of what functions and triggers ask on the way.
 */
async function withPlans(work: () => Promise<unknown>): Promise<string[]> {
	const plans: string[] = [];
	const { pool } = services().database;
	const hear = (notice: { message?: string | undefined }) => plans.push(notice.message ?? '');
	const clients = new Set<pg.PoolClient>();
	const listen = (client: pg.PoolClient) => {
		if (clients.has(client)) return;
		clients.add(client);
		client.on('notice', hear);
	};
	pool.on('acquire', listen);
	try {
		await work();
	} finally {
		pool.off('acquire', listen);
		for (const client of clients) client.off('notice', hear);
	}
	return plans.filter((text) => text.includes('Query Text'));
}

/** Which large tables a plan reads from end to end. */
const readWhole = (plan: string): string[] =>
	[...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table = '']) => table).filter((table) => large.includes(table));

// The embedded database has the same planner, and no way to be overheard.
onPostgres('the plans of everyday questions', (open) => {
	let people: People;

	beforeAll(async () => {
		await open();
		const { pool } = services().database;
		people = await generatePeople(referrals);
		await pool.query('vacuum analyze');
		const { rows } = await pool.query('select current_database() as name');
		const { name } = rows[0] as { name: string };
		for (const [key, value] of [
			['session_preload_libraries', "'auto_explain'"],
			['auto_explain.log_min_duration', '0'],
			['auto_explain.log_level', "'notice'"],
			['auto_explain.log_nested_statements', 'on'],
		]) {
			await pool.query(`alter database ${name} set ${key} = ${value}`);
		}
		// Connections that are there already know nothing of it.
		const idle = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
		for (const client of idle) client.release(true);
	}, 120_000);

	async function expectNoneWhole(plans: string[]): Promise<void> {
		expect(plans.length).toBeGreaterThan(2);
		const whole = plans.filter((plan) => readWhole(plan).length > 0);
		expect(whole, whole.join('\n\n')).toEqual([]);
	}

	it.each(allLooks)('%s: no large table is read from end to end', async (look) => {
		await expectNoneWhole(await withPlans(() => looks[look](people)));
	});

	it('the citizen’s own page: no large table is read from end to end', async () => {
		const { caseworker, referralId } = people;
		const path = await asActor(caseworker, (tx) => makeLink(tx, caseworker, referralId));
		const plans = await withPlans(async () => {
			const actor = await actorByToken(path.replace('/consent/', ''));
			if (!actor) throw new Error('the link leads nowhere');
			await asActor(actor, (tx) => readCitizenPage(tx, actor));
		});
		await expectNoneWhole(plans);
	});

	it('a table that is read from end to end is noticed', async () => {
		const count = 'select count(*) from message where read_at is not null';
		const plans = await withPlans(() => asActor(systemActor, (tx) => tx.execute(count)));
		expect(plans.flatMap(readWhole)).toContain('message');
	});
});
