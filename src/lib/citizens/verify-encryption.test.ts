import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { everythingReadable, makeCompletedReferral, marker, type Referred } from '../../../tests/referred-citizen.ts';
import { giveApp } from '../../../tests/sign-in.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { masterKey } from './encryption.server.ts';
import { plainColumns } from './plain-columns.server.ts';
import { sealedTables } from './sealed-columns.server.ts';
import { verifyEncryption } from './verify-encryption.server.ts';

onEachDatabase('16. sealed values are sealed, and altered ones fail loudly', (open) => {
	let database: TestDatabase;
	let all: Meeting;
	let made: Referred;

	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
		made = await makeCompletedReferral(all);
		await giveApp(all.caseworker.userId);
	});

	const verify = () => asActor(systemActor, (tx) => verifyEncryption(tx));
	const faults = async () => (await verify()).faults;
	const change = (statement: string) => asActor(systemActor, (tx) => tx.execute(sql.raw(statement)));

	it('opens every sealed column there is, and finds no fault', async () => {
		const report = await verify();
		expect(report.faults).toEqual([]);
		expect(report.keys).toBe(1);
		const columns = sealedTables.flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`));
		// A column that the fullest referral leaves empty is not tested by any of this.
		expect(Object.keys(report.opened).sort()).toEqual(columns.sort());
		expect(columns).toHaveLength(20);
	});

	it('leaves what was written readable nowhere in the database', async () => {
		expect(await everythingReadable()).not.toContain(marker);
		// The search itself sees what is there: text, and text as bytes.
		await change(`update message set body = convert_to('${marker}', 'UTF8')`);
		expect(await everythingReadable()).toContain(marker);
	});

	it('finds a plain value in each sealed column', async () => {
		const plain = sealedTables.flatMap((table) => table.columns.map(({ name }) => ({ table: table.name, name })));
		for (const { table, name } of plain) {
			await change(`update ${table} set ${name} = convert_to('Ærlige Prøve', 'UTF8')`);
			const found = await faults();
			expect(found.length, `${table}.${name}`).toBeGreaterThan(0);
			expect(
				found.map(({ column }) => column),
				`${table}.${name}`,
			).toContain(`${table}.${name}`);
		}
		for (const { kind } of await faults()) expect(kind).toBe('plain');
	});

	it('finds a value that was moved, cut or sealed with another key', async () => {
		await change(`update referral set need = goals`);
		await change(`update citizen set phone = substring(phone from 1 for length(phone) - 1)`);
		const other = masterKey(Buffer.alloc(32, 9)).seal('x', 'x').toString('hex');
		await change(`update message set body = '\\x${other}'`);
		expect((await faults()).map(({ kind, column }) => [kind, column])).toEqual(
			expect.arrayContaining([
				['undecipherable', 'referral.need'],
				['undecipherable', 'citizen.phone'],
				['undecipherable', 'message.body'],
			]),
		);
	});

	it('finds a key that opens nothing, and what a destroyed key left behind', async () => {
		const { citizenId } = made;
		await change(`update citizen_key set wrapped = '\\x${'07'.repeat(32)}'`);
		expect(await faults()).toContainEqual({ kind: 'plain', column: 'citizen_key.wrapped', id: citizenId });
		await change(`delete from citizen_key`);
		expect(await faults()).toContainEqual({ kind: 'orphan', column: 'citizen.given_name', id: citizenId });
	});

	it('finds a name where only codes belong', async () => {
		for (const [statement, column] of [
			[`update consent set fields = array['given_name', 'Amina Warsame']`, 'consent.fields'],
			[`update mail set subject = 'Til Amina Warsame'`, 'mail.subject'],
			[`update consent set text_version = 'Til Amina'`, 'consent.text_version'],
			[`update citizen set language = 'dansk og somali'`, 'citizen.language'],
		] as const) {
			await change(statement);
			expect((await faults()).map((fault) => fault.column)).toContain(column);
		}
		expect(plainColumns.map(({ table, column }) => `${table}.${column}`)).toContain('audit_entry.action');
	});

	it('finds a job that holds more than ids', async () => {
		await asActor(systemActor, (tx) => tx.enqueue('send-mail', { mailId: 'Amina Warsame' }));
		expect((await faults()).map(({ kind }) => kind)).toEqual(['job']);
	});

	it('finds it in what the queue hands on, and nothing in how the queue tells the time', async () => {
		const { pool } = database.services.database;
		const own = '__pgboss__send-it';
		await pool.query(`select pgboss.create_queue($1, '{"policy":"standard"}')`, [own]);
		const due = (data: object | null) =>
			pool.query('insert into pgboss.job (name, data) values ($1, $2)', [
				own,
				{ name: 'seal-log', key: '', data, options: { tz: 'Europe/Copenhagen' } },
			]);
		await due(null);
		expect(await faults()).toEqual([]);
		await due({ name: 'Amina Warsame' });
		expect((await faults()).map(({ kind }) => kind)).toEqual(['job']);
	});

	it('finds a binary column that nobody has told it of', async () => {
		const { pool } = database.services.database;
		await pool.query('alter table membership add column photo bytea');
		expect(await faults()).toEqual([{ kind: 'unknown_column', column: 'membership.photo' }]);
	});
});
