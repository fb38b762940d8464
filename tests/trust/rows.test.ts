import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor, databaseRole, services } from '../../src/lib/database/as-actor.server.ts';
import type { Actor } from '../../src/lib/identity/actor.ts';
import { onEachDatabase } from '../database.ts';
import { makeMeeting, makeStaff, type Meeting } from '../factories.ts';
import { makeCompletedReferral, makeSentReferral } from '../referred-citizen.ts';
import { statement } from './statements.ts';

/*
 * Raw SQL as each restricted role, over every table the database itself says is guarded: what a mistake in any page or
 * storage function could reach at most.
 */

interface Column {
	table: string;
	column: string;
	type: string;
}
const query = async <T>(text: string): Promise<T[]> => (await services().database.pool.query(text)).rows as T[];

/** Tables about people: they say so by whom or what a row belongs to. */
const aboutPeople = `select distinct table_name as name from information_schema.columns c
	join information_schema.tables using (table_schema, table_name)
	where table_schema = 'public' and table_type = 'BASE TABLE'
		and (column_name in ('citizen_id', 'referral_id', 'consent_id') or table_name in ('citizen', 'referral'))
	order by 1`;
const guarded = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
	and relrowsecurity order by 1`;

/** Whoever has collected a list may throw it away: of these, others find none. (lists.test.ts has rows in them.) */
const ownToDelete = ['offer_list', 'offer_list_item'];

/** What the role may do with the columns of guarded tables. */
const granted = (role: string, privilege: 'select' | 'update') =>
	query<Column>(`select relname as table, attname as column, format_type(atttypid, null) as type
		from pg_class join pg_attribute on attrelid = pg_class.oid
		where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and attnum > 0 and not attisdropped
			and has_column_privilege('socialkompas_${role}', pg_class.oid, attname, '${privilege}') order by 1, attnum`);

const byTable = (columns: readonly Column[]) => Map.groupBy(columns, ({ table }) => table);

onEachDatabase('rows about people', (open) => {
	let all: Meeting;
	let others: Record<string, Actor>;
	let referralId: string;
	let citizenId: string;
	beforeAll(async () => {
		await open();
		all = await makeMeeting();
		({ referralId, citizenId } = await makeSentReferral(all));
		await makeCompletedReferral(all);
		const { authorityId } = all.caseworker;
		others = {
			'a caseworker of another centre': all.stranger,
			'a caseworker of another municipality': { ...all.caseworker, authorityId: 'xx' },
			'a coordinator of another centre': await makeStaff('coordinator', 'cfr'),
			'a leader of another centre': await makeStaff('leader', 'cfr'),
			'a contact of another organisation': all.otherContact,
			'whoever made up a link': { kind: 'citizen', authorityId, referralId, citizenId, tokenHash: 'f'.repeat(64) },
			anyone: { kind: 'public' },
		};
	});

	/** How many rows of each table the actor can see, through the columns its role may read. */
	async function visible(actor: Actor): Promise<Record<string, number>> {
		const counts: Record<string, number> = {};
		for (const [table, columns] of byTable(await granted(databaseRole(actor), 'select'))) {
			const names = columns.map(({ column }) => `"${column}"`).join(', ');
			const found = await asActor(actor, (tx) => tx.execute(sql.raw(`select ${names} from "${table}"`)));
			counts[table] = found.rows.length;
		}
		return counts;
	}
	const none = (counts: Record<string, number>) => Object.fromEntries(Object.keys(counts).map((table) => [table, 0]));

	describe(statement(11), () => {
		it('every table about people has policies, forced on its owner, and needs an actor', async () => {
			const people = (await query<{ name: string }>(aboutPeople)).map(({ name }) => name);
			expect(people.length).toBeGreaterThan(10);
			const rows = await query<{ name: string; forced: boolean; strict: number }>(`select relname as name,
				relrowsecurity and relforcerowsecurity as forced,
				(select count(*)::int from pg_policy where polrelid = pg_class.oid and not polpermissive) as strict
				from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
			const open = rows.filter(({ name, forced, strict }) => people.includes(name) && (!forced || strict === 0));
			expect(open.map(({ name }) => name)).toEqual([]);
		});

		it('whose they are see them: the test can fail', async () => {
			const own = await visible(all.caseworker);
			const tables = ['citizen', 'citizen_key', 'referral', 'referral_event', 'message', 'follow_up', 'consent'];
			for (const table of [...tables, 'consent_event', 'citizen_link']) expect(own[table], table).toBeGreaterThan(0);
			expect(await visible(all.contact)).toMatchObject({ referral: 2, message: 4, citizen_key: 2 });
			expect(await visible(all.staff.coordinator)).toMatchObject({ referral: 2 });
		});

		it('others read none of them', async () => {
			for (const [who, actor] of Object.entries(others)) {
				const counts = await visible(actor);
				expect(counts, who).toEqual(none(counts));
			}
		});

		it('others change and delete none of them', async () => {
			for (const [who, actor] of Object.entries(others)) {
				for (const [table, [first]] of byTable(await granted(databaseRole(actor), 'update'))) {
					const set = `update "${table}" set "${first?.column}" = "${first?.column}"`;
					const changed = await asActor(actor, (tx) => tx.execute(sql.raw(set))).then(
						({ rowCount }) => rowCount ?? 0,
						() => 0,
					);
					expect(changed, `${who}: ${table}`).toBe(0);
				}
				for (const { name } of await query<{ name: string }>(guarded)) {
					const deleted = asActor(actor, (tx) => tx.execute(sql.raw(`delete from "${name}"`)));
					if (ownToDelete.includes(name)) {
						const count = await deleted.then(
							({ rowCount }) => rowCount ?? 0,
							() => 0,
						);
						expect(count, `${who}: ${name}`).toBe(0);
					} else await expect(deleted, `${who}: ${name}`).rejects.toThrow();
				}
			}
		});

		it('others write nothing into what is not theirs', async () => {
			const copy = (table: string, change: string) =>
				sql.raw(`insert into "${table}" select (jsonb_populate_record(t, '${change}')).* from "${table}" t`);
			const message = `{"id":"${crypto.randomUUID()}","request_id":"${crypto.randomUUID()}"}`;
			await expect(
				asActor(all.stranger, (tx) =>
					tx.execute(sql`insert into message (authority_id, referral_id, at, sender, user_id, request_id, body)
						values ('kk', ${referralId}, now(), 'staff', ${all.stranger.userId}, gen_random_uuid(), '\\x00')`),
				),
			).rejects.toMatchObject({ cause: { code: '42501' } });
			await expect(
				asActor(all.stranger, (tx) =>
					tx.execute(sql`insert into citizen_key (authority_id, citizen_id, wrapped, master_key_id)
						values ('kk', ${citizenId}, '\\x00', 'x')`),
				),
			).rejects.toMatchObject({ cause: { code: '42501' } });
			// What one cannot see one cannot copy, either.
			const copied = await asActor(all.stranger, (tx) => tx.execute(copy('message', message))).then(
				({ rowCount }) => rowCount ?? 0,
				() => 0,
			);
			expect(copied).toBe(0);
		});

		it('who does not work with citizens reads nothing that is sealed', async () => {
			for (const role of ['report', 'admin', 'organisation', 'public'] as const) {
				const sealed = (await granted(role, 'select')).filter(({ type }) => type === 'bytea');
				const names = sealed.map(({ table, column }) => `${table}.${column}`);
				// An organisation's key and messages are shown by their own policies, while a consent is in force; mail to staff is an administrator's.
				expect(
					names.filter((name) => !['citizen_key.wrapped', 'message.body'].includes(name) && !name.startsWith('mail.')),
					role,
				).toEqual([]);
			}
		});
	});

	describe(statement(12), () => {
		/** Someone who owns nothing and may do everything that can be granted: only the policies are left. */
		async function withoutActor(work: (table: string) => Promise<void>, take = '') {
			const client = await services().database.pool.connect();
			const role = `plain_${Date.now()}`;
			try {
				await client.query('begin');
				await client.query(`create role ${role} nologin`);
				await client.query(`grant usage on schema public to ${role}`);
				await client.query(`grant all on all tables in schema public to ${role}`);
				for (const other of ['staff', 'report', 'admin', 'organisation', 'citizen', 'system', 'share', 'seal']) {
					await client.query(`grant socialkompas_${other} to ${role}`);
				}
				await client.query(`set local role ${role}`);
				if (take) await client.query(`set local role ${take}`);
				const { rows } = await client.query(guarded);
				for (const { name } of rows as { name: string }[]) {
					const found = await client.query(`select count(*)::int as n from "${name}"`).catch(() => undefined);
					if (!found) throw new Error(`${name} could not be asked`);
					await work(`${name}: ${(found.rows[0] as { n: number }).n}`);
				}
			} finally {
				await client.query('rollback');
				client.release();
			}
		}

		it('with every right there is to grant', async () => {
			const found: string[] = [];
			await withoutActor(async (line) => void found.push(line));
			expect(found.length).toBeGreaterThan(10);
			expect(found.filter((line) => !line.endsWith(': 0'))).toEqual([]);
		});

		it('nor would those tables show any that are empty here', async () => {
			const asksForRole = (text: string | null) => /current_setting\('role'::text\) ~~ 'socialkompas/.test(text ?? '');
			const policies = await query<{ name: string; using: string | null; check: string | null }>(
				`select tablename as name, qual as using, with_check as check from pg_policies
					where permissive = 'RESTRICTIVE' and cmd = 'ALL' and roles = '{public}'`,
			);
			const strict = policies.filter(({ using, check }) => asksForRole(using) && asksForRole(check));
			const names = (await query<{ name: string }>(guarded)).map(({ name }) => name);
			expect(names.length).toBeGreaterThan(20);
			expect(names.filter((name) => !strict.some((policy) => policy.name === name))).toEqual([]);
		});

		it.each(['staff', 'report', 'admin', 'organisation', 'citizen'])(
			'with the role %s, and nobody named as the actor',
			async (role) => {
				const client = await services().database.pool.connect();
				try {
					for (const [table, columns] of byTable(await grantedThrough(client, role))) {
						await client.query(`begin; set local role socialkompas_${role}`);
						const names = columns.map(({ column }) => `"${column}"`).join(', ');
						const { rows } = await client.query(`select ${names} from "${table}"`);
						await client.query('rollback');
						expect(rows.length, table).toBe(0);
					}
				} finally {
					client.release();
				}
			},
		);
	});
});

/** As `granted`, on a connection that is held already: the embedded database has but one. */
async function grantedThrough(
	client: { query(text: string): Promise<{ rows: unknown[] }> },
	role: string,
): Promise<Column[]> {
	const { rows } = await client.query(`select relname as table, attname as column, '' as type
		from pg_class join pg_attribute on attrelid = pg_class.oid
		where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and attnum > 0 and not attisdropped
			and has_column_privilege('socialkompas_${role}', pg_class.oid, attname, 'select') order by 1, attnum`);
	return rows as Column[];
}
