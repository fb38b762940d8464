import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../tests/factories.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor, type StaffActor } from '../identity/actor.ts';
import {
	createCitizen,
	findCitizens,
	initials,
	readCitizen,
	updateCitizen,
	type CitizenInput,
} from './citizens.server.ts';

const input: CitizenInput = {
	givenName: 'Åse',
	familyName: 'Prøvegård',
	phone: '00 12 34 56',
	email: '',
	safeContact: 'Kun sms',
	language: 'da',
	needsInterpreter: false,
	ageBand: '65+',
	adult: true,
};

onEachDatabase('a citizen', (open) => {
	let all: Meeting;
	beforeAll(async () => {
		await open();
		all = await makeMeeting();
	});
	const create = (changes: Partial<CitizenInput> = {}) =>
		asActor(all.caseworker, (tx) => createCitizen(tx, all.caseworker, { ...input, ...changes }));

	it('is read as it was written, by the own centre', async () => {
		const id = await create();
		const { adult, ...written } = input;
		expect(adult).toBe(true);
		const read = await asActor(all.colleague, (tx) => readCitizen(tx, all.colleague, id));
		expect(read).toMatchObject(written);
	});

	it('is an adult: anyone younger is refused, and nothing is stored', async () => {
		await expect(create({ adult: false, givenName: 'Barn' })).rejects.toMatchObject({
			code: 'citizen.not_adult',
			details: { field: 'adult' },
		});
		expect(await asActor(all.caseworker, (tx) => findCitizens(tx, all.caseworker, 'Barn'))).toEqual([]);
	});

	it('is found by part of the name, whatever its case, and by nobody of another centre', async () => {
		const id = await create({ givenName: 'Øjvind', familyName: 'Sjælden' });
		const find = (query: string) => asActor(all.caseworker, (tx) => findCitizens(tx, all.caseworker, query));
		expect(await find('ØJVIND sjæl')).toEqual([{ id, name: 'Øjvind Sjælden', initials: 'ØS' }]);
		expect(await asActor(all.stranger, (tx) => findCitizens(tx, all.stranger, 'Øjvind'))).toEqual([]);
		await expect(asActor(all.stranger, (tx) => readCitizen(tx, all.stranger, id))).rejects.toMatchObject({
			status: 404,
		});
		await expect(
			asActor(all.stranger, (tx) => updateCitizen(tx, all.stranger, id, { ...input, version: '' })),
		).rejects.toMatchObject({
			status: 404,
		});
	});

	it('is not corrected over a correction that a colleague made meanwhile', async () => {
		const id = await create();
		const { version } = await asActor(all.caseworker, (tx) => readCitizen(tx, all.caseworker, id));
		const correct = (actor: StaffActor, changes: Partial<CitizenInput>, seen: string) =>
			asActor(actor, (tx) => updateCitizen(tx, actor, id, { ...input, ...changes, version: seen }));
		await correct(all.colleague, { phone: '00 55 55 55' }, version);
		await expect(correct(all.caseworker, { safeContact: 'Ring først' }, version)).rejects.toMatchObject({
			code: 'citizen.changed_meanwhile',
			status: 409,
		});
		const now = await asActor(all.caseworker, (tx) => readCitizen(tx, all.caseworker, id));
		expect(now).toMatchObject({ phone: '00 55 55 55', safeContact: 'Kun sms' });
		await correct(all.caseworker, { phone: now.phone, safeContact: 'Ring først' }, now.version);
		const after = await asActor(all.caseworker, (tx) => readCitizen(tx, all.caseworker, id));
		expect(after).toMatchObject({ phone: '00 55 55 55', safeContact: 'Ring først' });
	});

	it('is nowhere in the database in plain text', async () => {
		await create({ givenName: 'Plaintekst', phone: '00 99 88 77' });
		const rows = await asActor(systemActor, (tx) => tx.execute(sql`select c::text as row from citizen c`));
		expect(JSON.stringify(rows.rows)).not.toMatch(/Plaintekst|00 99 88 77|Prøvegård/);
	});

	it('leaves a line in the log for every look, without a word of what was seen', async () => {
		const id = await create();
		await asActor(all.caseworker, (tx) => readCitizen(tx, all.caseworker, id));
		const { rows } = await asActor(systemActor, (tx) =>
			tx.execute(sql`select action, user_id, role from audit_entry where citizen_id = ${id} order by id`),
		);
		expect(rows).toEqual([
			{ action: 'citizen.create', user_id: all.caseworker.userId, role: 'caseworker' },
			{ action: 'citizen.read', user_id: all.caseworker.userId, role: 'caseworker' },
		]);
	});

	it('can’t be taken out of the log by the application', async () => {
		for (const actor of [all.caseworker, all.staff.administrator, systemActor]) {
			await expect(asActor(actor, (tx) => tx.execute(sql`delete from audit_entry`))).rejects.toThrow();
			await expect(asActor(actor, (tx) => tx.execute(sql`update audit_entry set action = 'x'`))).rejects.toThrow();
		}
	});

	it('has initials of first and last name', () => {
		expect(['Åse Prøvegård', 'bo', 'Anne Marie Ø. Holm', ' '].map(initials)).toEqual(['ÅP', 'B', 'AH', '']);
	});
});
