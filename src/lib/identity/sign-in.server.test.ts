import { beforeEach, expect, it } from 'vitest';
import { hours, minutes, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeStaff } from '../../../tests/factories.ts';
import { auditEntry } from '../audit/tables.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor, type StaffActor } from './actor.ts';
import { seedDemoPeople } from './demo-people.server.ts';
import { signInWithPasskey } from './passkeys.server.ts';
import { hashPassword } from './passwords.server.ts';
import { checkCode, confirmTotp } from './second-factor.server.ts';
import { createSession, endSession, validateSession, wearMembership } from './sessions.server.ts';
import { signIn, signInToDemo } from './sign-in.server.ts';
import { membership, session, userAccount } from './tables.server.ts';

const password = 'rød cykel over broen';
const failed = { code: 'identity.sign_in_failed', status: 422 };
/** The process counts failures by address: each test comes from its own. */
let tests = 0;
const from = () => `10.1.0.${(tests += 1)}`;

onEachDatabase('signing in', (open) => {
	let person: StaffActor;

	beforeEach(async () => {
		await open();
		person = await makeStaff('caseworker', 'cabs', {
			email: 'Maria@test.example',
			passwordHash: await hashPassword(password),
		});
	});

	it('takes the right password, whatever the capitals of the address', async () => {
		const admitted = await signIn({ email: 'maria@TEST.example', password, from: from() });
		expect(admitted).toEqual({ userId: person.userId, membershipId: person.membershipId, role: 'caseworker' });
	});

	it('answers a wrong password, an unknown address and a closed account alike', async () => {
		const closed = { email: 'closed@test.example', passwordHash: await hashPassword(password), active: false };
		await makeStaff('caseworker', 'cabs', closed);
		const attempts = [
			{ email: 'maria@test.example', password: `${password}!` },
			{ email: 'nobody@test.example', password },
			{ email: closed.email, password },
		];
		const messages: string[] = [];
		for (const attempt of attempts) {
			const error = await signIn({ ...attempt, from: from() }).catch((cause: unknown) => cause);
			expect(error).toMatchObject(failed);
			messages.push(String(error));
		}
		expect(new Set(messages).size).toBe(1);
		const lines = await asActor(systemActor, (tx) => tx.select({ result: auditEntry.result }).from(auditEntry));
		expect(lines.map(({ result }) => result)).toEqual(Array(3).fill(failed.code));
	});

	it('takes as long for an unknown address as for a wrong password', async () => {
		const time = async (email: string) => {
			const began = performance.now();
			await signIn({ email, password: 'forkert', from: from() }).catch(() => undefined);
			return performance.now() - began;
		};
		await time('warm@test.example');
		let known = Infinity;
		let unknown = Infinity;
		// In turns, and the best of some: other work on the machine slows one or the other.
		for (const each of ['a', 'b', 'c', 'd']) {
			known = Math.min(known, await time('maria@test.example'));
			unknown = Math.min(unknown, await time(`${each}@test.example`));
		}
		// Skipping the hash would be ten times faster.
		expect(unknown).toBeGreaterThan(known / 3);
	});

	it('is refused without looking at the password while too many were wrong', async () => {
		const here = from();
		const attempt = (given: string) => signIn({ email: 'slow@test.example', password: given, from: here });
		for (let i = 0; i < 6; i++) await attempt('wrong').catch(() => undefined);
		await expect(attempt(password)).rejects.toMatchObject({ code: 'identity.too_many_attempts', status: 429 });
	});

	it('is slowed for whoever guesses the codes of somebody whose password they have', async () => {
		const guess = () => checkCode(person.userId, '000000');
		for (let i = 0; i < 5; i++) await expect(guess()).rejects.toMatchObject({ code: 'identity.code_wrong' });
		await expect(guess()).rejects.toMatchObject({ code: 'identity.too_many_attempts' });
		const first = await makeStaff();
		const begin = () => confirmTotp(first.userId, '000000', true);
		for (let i = 0; i < 5; i++) await expect(begin()).rejects.toMatchObject({ code: 'identity.code_wrong' });
		await expect(begin()).rejects.toMatchObject({ code: 'identity.too_many_attempts' });
	});

	it('is slowed for whoever tries passkeys, too', async () => {
		const site = { id: 'localhost', origin: 'http://localhost' };
		const here = from();
		const attempt = () =>
			signInWithPasskey({ response: '{"id":"x"}', challenge: 'x', site, from: here, expected: undefined });
		for (let i = 0; i < 9; i++) await expect(attempt()).rejects.toMatchObject({ code: 'identity.passkey_failed' });
		await expect(attempt()).rejects.toMatchObject({ code: 'identity.too_many_attempts' });
	});

	it('stores only hashes: neither password nor token is in the database', async () => {
		const { token } = await createSession(person.userId, person.membershipId);
		const stored = await asActor(systemActor, async (tx) =>
			JSON.stringify([await tx.select().from(userAccount), await tx.select().from(session)]),
		);
		expect(stored).not.toContain(password);
		expect(stored).not.toContain(token);
		expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
	});
});

onEachDatabase('a session', (open) => {
	let database: TestDatabase;
	let person: StaffActor;

	beforeEach(async () => {
		database = await open();
		person = await makeStaff();
	});

	it('ends after half an hour without use', async () => {
		const { token } = await createSession(person.userId, person.membershipId);
		database.clock.advance(29 * minutes);
		expect(await validateSession(token)).toBeDefined();
		database.clock.advance(31 * minutes);
		expect(await validateSession(token)).toBeUndefined();
	});

	it('ends after twelve hours of use', async () => {
		const { token } = await createSession(person.userId, person.membershipId);
		for (let i = 0; i < 35; i++) {
			database.clock.advance(20 * minutes);
			expect(await validateSession(token)).toBeDefined();
		}
		database.clock.advance(hours);
		expect(await validateSession(token)).toBeUndefined();
	});

	it('is replaced by the next, and what has ended is cleared away', async () => {
		const first = await createSession(person.userId, person.membershipId);
		const signedIn = await validateSession(first.token);
		const second = await createSession(person.userId, person.membershipId, signedIn?.sessionId);
		expect(await validateSession(first.token)).toBeUndefined();
		database.clock.advance(hours);
		await createSession(person.userId, person.membershipId);
		expect(await asActor(systemActor, (tx) => tx.$count(session))).toBe(1);
		expect(await validateSession(second.token)).toBeUndefined();
	});

	it('wears one hat at a time, and only one’s own', async () => {
		const other = await makeStaff('leader', 'cfr');
		const [leader] = await asActor(systemActor, (tx) =>
			tx
				.insert(membership)
				.values({ userId: person.userId, role: 'leader', centreId: 'cabs', createdAt: tx.now })
				.returning(),
		);
		const { token } = await createSession(person.userId, person.membershipId);
		const worn = async () => (await validateSession(token))?.actor?.role;
		const wear = async (id: string) => {
			const signedIn = await validateSession(token);
			if (signedIn) await wearMembership(signedIn, id);
		};
		await wear(other.membershipId);
		expect(await worn()).toBe('caseworker');
		await wear(leader?.id ?? '');
		expect(await worn()).toBe('leader');
		const signedIn = await validateSession(token);
		expect(signedIn?.memberships.map(({ place }) => place?.da)).toEqual(['Center cabs', 'Center cabs']);
		await endSession(signedIn?.sessionId ?? '');
		expect(await worn()).toBeUndefined();
	});
});

onEachDatabase('the demo’s people', (open) => {
	const seed = () => asActor(systemActor, seedDemoPeople);

	it('are made once, and can be become without a password', async () => {
		await open({ DEMO: 'true' });
		const first = await seed();
		expect(first.missing).toContain('blaa-baenk');
		expect(await seed()).toEqual(first);
		expect(await asActor(systemActor, (tx) => tx.$count(userAccount))).toBe(first.people);
		expect(await signInToDemo('maria')).toMatchObject({ role: 'caseworker' });
		await expect(signInToDemo('nobody')).rejects.toMatchObject({ status: 404 });
	});

	it('are not somebody real who has the same address', async () => {
		await open({ DEMO: 'true' });
		await makeStaff('administrator', 'cabs', { email: 'maria.lundtoft@kk.example' });
		await expect(signInToDemo('maria')).rejects.toMatchObject({ status: 404 });
	});

	it('let nobody in where there is no demo', async () => {
		await open({ DEMO: 'false' });
		await seed();
		await expect(signInToDemo('maria')).rejects.toMatchObject({ status: 404 });
		const guess = signIn({ email: 'maria.lundtoft@kk.example', password: '', from: from() });
		await expect(guess).rejects.toMatchObject(failed);
	});
});
