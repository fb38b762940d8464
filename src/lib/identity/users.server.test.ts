import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { minutes, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeCentre, makeContact, makeStaff } from '../../../tests/factories.ts';
import { auditEntry } from '../audit/tables.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor, type StaffActor } from './actor.ts';
import { inPlace } from './membership-place.ts';
import { createSession, validateSession } from './sessions.server.ts';
import { session, userAccount } from './tables.server.ts';
import { addMembership, createUser, deactivateUser, endMembership, listUsers, readUser } from './users.server.ts';

const newcomer = {
	name: 'Åse Ødegård',
	email: 'aase@test.example',
	phone: '+45 00 11 22 33',
	membership: { role: 'caseworker', centreId: 'cabs', organisationId: null },
} as const;

onEachDatabase('users', (open) => {
	let database: TestDatabase;
	let admin: StaffActor;

	beforeEach(async () => {
		database = await open();
		await makeCentre('cabs');
		admin = await makeStaff('administrator', 'cabs', { name: 'Anne Admin' });
	});

	/** by user, the membership that makes them administrator */
	const others = new Map<string, string>();
	const as = <T>(work: Parameters<typeof asActor<T>>[1]) => asActor(admin, work);
	const create = (values: Partial<Parameters<typeof createUser>[2]> = {}) =>
		as((tx) => createUser(tx, admin, { ...newcomer, ...values }));

	it('are made with a role and found by name, as Danish sorts them', async () => {
		await create();
		await create({ name: 'Zanne Aaby', email: 'z@test.example' });
		const { users, total } = await as((tx) => listUsers(tx, admin, { page: 1, size: 50, closed: false }));
		expect(users.map(({ name }) => name)).toEqual(['Anne Admin', 'Zanne Aaby', 'Åse Ødegård']);
		expect(total).toBe(3);
		expect(users[2]?.memberships).toMatchObject([
			{ role: 'caseworker', centreId: 'cabs', place: { da: 'Center cabs' } },
		]);
		const found = await as((tx) => listUsers(tx, admin, { q: 'ØDEG', page: 1, size: 50, closed: false }));
		expect(found.users.map(({ email }) => email)).toEqual(['aase@test.example']);
	});

	it('have an address each, whatever its capitals', async () => {
		await create();
		await expect(create({ email: 'AASE@test.example' })).rejects.toMatchObject({ code: 'identity.email_taken' });
	});

	it('keep their passwords from the administrator, in the database too', async () => {
		await create();
		const read = as((tx) => tx.select({ hash: userAccount.passwordHash }).from(userAccount));
		await expect(read).rejects.toThrow();
	});

	it('are signed out at once when they are closed, and never let in again', async () => {
		const { userId } = await create();
		const { token } = await createSession(userId, null);
		expect(await validateSession(token)).toMatchObject({ user: { id: userId } });
		await as((tx) => deactivateUser(tx, admin, userId));
		expect(await validateSession(token)).toBeUndefined();
		expect(await asActor(systemActor, (tx) => tx.$count(session))).toBe(0);
		const closed = await as((tx) => readUser(tx, admin, userId));
		expect(closed).toMatchObject({ active: false, memberships: [] });
		await expect(as((tx) => deactivateUser(tx, admin, userId))).rejects.toMatchObject({ code: 'user.not_found' });
	});

	it('lose a role at once, with the pages they had open in it', async () => {
		const contact = await makeContact();
		const { token } = await createSession(contact.userId, contact.membershipId);
		const { userId, membershipId } = contact;
		await as((tx) => endMembership(tx, admin, { userId, membershipId }));
		expect(await validateSession(token)).toBeUndefined();
		expect((await as((tx) => readUser(tx, admin, userId))).memberships).toEqual([]);
	});

	it('have a role in a place once', async () => {
		const { userId } = await create();
		const again = as((tx) => addMembership(tx, admin, { userId, membership: newcomer.membership }));
		await expect(again).rejects.toMatchObject({ code: 'identity.membership_exists' });
		await makeCentre('cfr');
		database.clock.advance(minutes);
		await as((tx) => addMembership(tx, admin, { userId, membership: inPlace('leader', { centreId: 'cfr' }) }));
		const { memberships } = await as((tx) => readUser(tx, admin, userId));
		expect(memberships.map(({ role }) => role)).toEqual(['caseworker', 'leader']);
	});

	it('always have an administrator', async () => {
		const { userId, membershipId } = admin;
		const alone = { code: 'identity.last_administrator' };
		await expect(as((tx) => deactivateUser(tx, admin, userId))).rejects.toMatchObject(alone);
		await expect(as((tx) => endMembership(tx, admin, { userId, membershipId }))).rejects.toMatchObject(alone);
		await makeStaff('administrator');
		await as((tx) => deactivateUser(tx, admin, userId));
	});

	it('leave a line in the log for each change', async () => {
		const { userId } = await create();
		await as((tx) => deactivateUser(tx, admin, userId));
		const lines = await asActor(systemActor, (tx) =>
			tx
				.select({ action: auditEntry.action, by: auditEntry.userId })
				.from(auditEntry)
				.where(eq(auditEntry.subjectId, userId)),
		);
		expect(lines).toEqual([
			{ action: 'user.create', by: admin.userId },
			{ action: 'user.deactivate', by: admin.userId },
		]);
	});

	it('have a role once, though two give it at the same moment', async () => {
		const { userId } = await create();
		const membership = inPlace('leader', { centreId: 'cabs' });
		const both = await Promise.allSettled(
			[0, 1].map(() => as((tx) => addMembership(tx, admin, { userId, membership }))),
		);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await as((tx) => readUser(tx, admin, userId))).memberships).toHaveLength(2);
	});

	it.each([
		['close each other', deactivateUser],
		[
			'take the role from each other',
			(tx, by, userId) => endMembership(tx, by, { userId, membershipId: others.get(userId) ?? '' }),
		],
	] as [string, typeof deactivateUser][])(
		'are never without an administrator, though the last two %s',
		async (_, end) => {
			const second = await makeStaff('administrator');
			for (const each of [admin, second]) others.set(each.userId, each.membershipId);
			// So that each has a connection of its own, and they do meet.
			await Promise.all(Array.from({ length: 5 }, () => as((tx) => readUser(tx, admin, second.userId))));
			const both = await Promise.allSettled([
				asActor(admin, (tx) => end(tx, admin, second.userId)),
				asActor(second, (tx) => end(tx, second, admin.userId)),
			]);
			const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
			expect(refused).toMatchObject([{ code: 'identity.last_administrator' }]);
		},
	);
});
