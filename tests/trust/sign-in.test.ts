import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { verify } from '@node-rs/argon2';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { askForReset, invite } from '../../src/lib/identity/credential-links.server.ts';
import { longestPassword } from '../../src/lib/identity/password-rules.ts';
import { hashPassword, verifyPassword } from '../../src/lib/identity/passwords.server.ts';
import { beginTotp, checkCode, confirmTotp } from '../../src/lib/identity/second-factor.server.ts';
import { createSession, validateSession } from '../../src/lib/identity/sessions.server.ts';
import { signIn } from '../../src/lib/identity/sign-in.server.ts';
import { passkey } from '../../src/lib/identity/tables.server.ts';
import { deactivateUser } from '../../src/lib/identity/users.server.ts';
import { leave } from '../../src/lib/referrals/leaving.server.ts';
import { makeLink } from '../../src/lib/referrals/links.server.ts';
import { followUp, referral } from '../../src/lib/referrals/tables.server.ts';
import { hours, minutes, onEachDatabase, type TestDatabase } from '../database.ts';
import { makeContact, makeMeeting, makeStaff, type Meeting } from '../factories.ts';
import { everythingReadable, makeCompletedReferral } from '../referred-citizen.ts';
import { serveSite, type Site } from '../request.ts';
import { appWith, giveApp, mailedLink, signInWith, type App } from '../sign-in.ts';

/** The real one, which also counts. */
vi.mock(import('@node-rs/argon2'), async (original) => {
	const real = await original();
	return { ...real, verify: vi.fn(real.verify) };
});

const password = 'rød cykel over broen';
const seconds = 1000;
const tooMany = { code: 'identity.too_many_attempts', status: 429 };
const wrong = { code: 'identity.sign_in_failed', status: 422 };
/** 256 bits are 43 characters of base64url. */
const token = /^[\w-]{43}$/;

onEachDatabase('trust: what is stored', (open) => {
	let all: Meeting;
	beforeEach(async () => {
		await open();
		all = await makeMeeting();
	});

	it('1. A database dump contains no usable session, invitation, reset or citizen token: only hashes.', async () => {
		const { referralId } = await makeCompletedReferral(all);
		const email = 'ny@test.example';
		const { userId } = await makeStaff('leader', 'cabs', { email, passwordHash: await hashPassword(password) });
		const session = (await createSession(all.caseworker.userId, all.caseworker.membershipId)).token;
		const last = (path: string) => path.split('/').at(-1) ?? '';
		const invitation = last(await asActor(systemActor, (tx) => invite(tx, systemActor, userId)));
		await askForReset({ email, from: '10.0.0.9' });
		const reset = last(await mailedLink(email));
		const citizen = last(await asActor(all.caseworker, (tx) => makeLink(tx, all.caseworker, referralId)));
		const dump = await everythingReadable();
		for (const each of [session, invitation, reset, citizen]) {
			expect(each).toMatch(token);
			expect(dump).not.toContain(each);
			expect(dump).toContain(createHash('sha256').update(each).digest('hex'));
		}
	});

	it('4. Deactivating a user ends all their sessions at once and hands over their open referrals and follow-ups.', async () => {
		const { referralId } = await makeCompletedReferral(all);
		const { caseworker, colleague, staff } = all;
		const admin = staff.administrator;
		const tokens = [];
		for (let i = 0; i < 2; i += 1) {
			tokens.push((await createSession(caseworker.userId, caseworker.membershipId)).token);
		}
		const close = (to?: string) =>
			asActor(admin, (tx) => leave(tx, admin, { userId: caseworker.userId, ...(to ? { to } : {}) }));
		await expect(close()).rejects.toMatchObject({ code: 'identity.needs_successor' });
		expect(await validateSession(tokens[0] ?? '')).toBeDefined();
		await close(colleague.userId);
		for (const each of tokens) expect(await validateSession(each)).toBeUndefined();
		const held = await asActor(systemActor, (tx) => tx.select().from(referral).where(eq(referral.id, referralId)));
		expect(held.map(({ caseworkerId }) => caseworkerId)).toEqual([colleague.userId]);
		const due = await asActor(colleague, (tx) => tx.$count(followUp, eq(followUp.referralId, referralId)));
		expect(due).toBeGreaterThan(0);
	});

	it('5. argon2id, at least 19 MiB, t=2, p=1; at least 15 characters or a passkey; common passwords refused.', async () => {
		const hash = await hashPassword(password);
		const [, memory, time, lanes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash) ?? [];
		expect([Number(memory) >= 19 * 1024, Number(time) >= 2, Number(lanes) >= 1]).toEqual([true, true, true]);
		expect(await verifyPassword(hash, password)).toBe(true);
		expect(await verifyPassword(hash, `${password} `)).toBe(false);
		await expect(hashPassword('fjorten tegn12')).rejects.toMatchObject({ code: 'identity.password_short' });
		for (const common of [
			'password1234567',
			'Sommer2026Sommer2026',
			'qwertyuiopasdfghjkl',
			'a'.repeat(longestPassword),
		]) {
			await expect(hashPassword(common), common).rejects.toMatchObject({ code: 'identity.password_common' });
		}
	});
});

onEachDatabase('trust: signing in', (open) => {
	let database: TestDatabase;
	let site: Site;
	let app: App;
	let email: string;
	let userId: string;
	let people = 0;

	beforeAll(async () => {
		database = await open({ DEMO: 'false' });
		site = await serveSite();
	});
	beforeEach(async () => {
		// What an earlier test did wrong is forgotten.
		database.clock.advance(25 * hours);
		email = `person-ved-døren-${(people += 1)}@test.example`;
		({ userId } = await makeStaff('leader', 'cabs', { email, passwordHash: await hashPassword(password) }));
		app = await giveApp(userId);
	});

	it('2. Tokens have at least 128 random bits; the cookie is `__Host-` prefixed in production, Secure, HttpOnly, SameSite=Lax.', async () => {
		const made = new Set<string>();
		for (let i = 0; i < 20; i += 1) made.add((await createSession(userId, null)).token);
		expect(made.size).toBe(20);
		for (const each of made) expect(each).toMatch(token);
		const proxied = { origin: site.url.replace('http:', 'https:'), 'x-forwarded-proto': 'https' };
		const answer = await site.client().post('/sign-in?/password', { email, password }, proxied);
		const cookie = answer.headers.getSetCookie().find((line) => line.includes('session=')) ?? '';
		expect(cookie).toMatch(/^__Host-session=[\w-]{43};/);
		for (const part of ['; Path=/', '; HttpOnly', '; Secure', '; SameSite=Lax']) expect(cookie).toContain(part);
		expect(cookie).not.toMatch(/domain=/i);
	});

	it('3. Signing in replaces the session; idle limit 30 minutes, absolute 12 hours.', async () => {
		const client = site.client();
		await client.post('/sign-in?/password', { email, password });
		const halfway = client.cookies.get('session') ?? '';
		await client.post('/sign-in/code?/code', { code: app.code() });
		const first = client.cookies.get('session') ?? '';
		expect(first).not.toBe(halfway);
		database.clock.advance(minutes);
		await signInWith(client, { email, password, app });
		const second = client.cookies.get('session') ?? '';
		for (const old of [halfway, first]) {
			const before = site.client();
			before.cookies.set('session', old);
			expect((await before.get('/overview')).location).toMatch(/^\/sign-in\?/);
		}
		database.clock.advance(29 * minutes);
		expect((await client.get('/overview')).status).toBe(200);
		database.clock.advance(31 * minutes);
		expect(await validateSession(second)).toBeUndefined();
		const { token: long } = await createSession(userId, null);
		for (let used = 0; used < 11.9 * hours; used += 20 * minutes) {
			expect(await validateSession(long)).toBeDefined();
			database.clock.advance(20 * minutes);
		}
		database.clock.advance(5 * minutes);
		expect(await validateSession(long)).toBeUndefined();
	});

	it('4. Deactivating a user ends all their sessions at once and hands over their open referrals and follow-ups.', async () => {
		const client = site.client();
		expect(await signInWith(client, { email, password, app })).toBe('/overview');
		const admin = await makeStaff('administrator');
		await asActor(admin, (tx) => deactivateUser(tx, admin, userId));
		expect((await client.get('/overview')).location).toMatch(/^\/sign-in\?/);
		expect((await site.client().post('/sign-in?/password', { email, password })).status).toBe(422);
	});

	it('6. Staff and organisation users have a second factor (TOTP or passkey); a TOTP code works once; a reset never skips it.', async () => {
		const contactEmail = `forening-${people}@test.example`;
		const contact = await makeContact(undefined, { email: contactEmail, passwordHash: await hashPassword(password) });
		const theirs = await giveApp(contact.userId);
		const doors = [
			{ email, app, page: '/overview' },
			{ email: contactEmail, app: theirs, page: '/inbox' },
		];
		for (const door of doors) {
			const client = site.client();
			await client.post('/sign-in?/password', { email: door.email, password });
			for (const path of [door.page, '/account']) expect((await client.get(path)).status).toBe(303);
			expect((await client.post('/sign-in/code?/code', { code: door.app.code() })).location).toBe(door.page);
			expect((await client.get(door.page)).status).toBe(200);
			const copied = site.client();
			await copied.post('/sign-in?/password', { email: door.email, password });
			expect((await copied.post('/sign-in/code?/code', { code: door.app.code() })).status).toBe(422);
			expect((await copied.get(door.page)).status).toBe(303);
		}

		database.clock.advance(minutes);
		const code = app.code();
		const atOnce = await Promise.allSettled([
			checkCode(userId, code),
			checkCode(userId, code),
			checkCode(userId, code),
		]);
		expect(atOnce.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

		const without = `uden-app-${people}@test.example`;
		await makeStaff('leader', 'cabs', { email: without, passwordHash: await hashPassword(password) });
		const unequipped = site.client();
		const led = await unequipped.post('/sign-in?/password', { email: without, password });
		expect(led.location).toBe('/sign-in/enrol');
		expect((await unequipped.get('/overview')).status).toBe(303);

		// With a passkey alone it is the same: whoever has only the password adds no app beside it.
		const { userId: withPasskey } = await makeStaff();
		await asActor(systemActor, (tx) =>
			tx.insert(passkey).values({
				id: `nøgle-${people}`,
				userId: withPasskey,
				publicKey: 'x',
				counter: 0,
				transports: [],
				name: 'Telefon',
				createdAt: tx.now,
			}),
		);
		await expect(beginTotp(withPasskey, true)).rejects.toMatchObject({ code: 'identity.factor_exists' });
		const slipped = appWith((await beginTotp(withPasskey, false)).secret);
		await expect(confirmTotp(withPasskey, slipped.code(), true)).rejects.toMatchObject({
			code: 'identity.factor_exists',
		});

		await site.client().post('/reset', { email });
		const link = await mailedLink(email);
		const reset = site.client();
		const fresh = 'gul paraply på havnen';
		expect((await reset.post(`${link}?/password`, { password: fresh, repeated: fresh })).location).toBe(
			'/sign-in/code',
		);
		expect((await reset.get('/overview')).location).toMatch(/^\/sign-in\/code/);
		expect((await reset.get('/sign-in/enrol')).location).toBe('/sign-in/code');
		expect((await reset.post('/sign-in/enrol?/app', { code: '000000' })).location).toBe('/sign-in/code');
		expect((await reset.get('/overview')).status).toBe(303);
	});

	it('7. The tenth failed sign-in is slowed per account and per address, without locking the account for good.', async () => {
		let from = 0;
		const fail = (to: string, at?: string) =>
			signIn({ email: to, password: 'forkert', from: at ?? `10.0.${from++}.1` });
		// However patient: so many are made, each after waiting as long as it takes.
		const failOften = async (often: number, attempt: () => Promise<unknown>) => {
			for (let made = 0; made < often;) {
				const cause = await attempt().catch((error: unknown) => error);
				if ((cause as { status: number }).status === 422) made += 1;
				else database.clock.advance(5 * seconds);
			}
		};
		// Beyond the tenth the wait grows no more: a minute later the right password is taken.
		await failOften(16, () => fail(email));
		await expect(fail(email)).rejects.toMatchObject(tooMany);
		await expect(signIn({ email, password, from: '10.9.9.9' })).rejects.toMatchObject(tooMany);
		database.clock.advance(61 * seconds);
		expect(await signIn({ email, password, from: '10.9.9.9' })).toMatchObject({ userId });

		let other = 0;
		await failOften(10, () => fail(`gæt-${(other += 1)}@test.example`, '10.7.7.7'));
		await expect(signIn({ email, password, from: '10.7.7.7' })).rejects.toMatchObject(tooMany);
		expect(await signIn({ email, password, from: '10.7.7.8' })).toMatchObject({ userId });
		database.clock.advance(16 * seconds);
		expect(await signIn({ email, password, from: '10.7.7.7' })).toMatchObject({ userId });

		// All at once they see one another too: the sixth waits for the fifth.
		const many = await Promise.allSettled(Array.from({ length: 12 }, () => fail(email)));
		const codes = many.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'in'));
		expect(codes.filter((code) => code === wrong.code)).toHaveLength(5);
		expect(codes.filter((code) => code === tooMany.code)).toHaveLength(7);
	});

	it('8. Known and unknown e-mail addresses answer alike, in text and in time.', async () => {
		const strip = (body: string) => body.replaceAll(/nonce="[^"]*"|[\p{L}\d.-]+@test\.example|__sveltekit_\w+/gu, '');
		const timed = async (path: string, form: Record<string, string>) => {
			const began = performance.now();
			const answer = await site.client().post(path, form);
			return { ...answer, body: strip(answer.body), time: performance.now() - began };
		};
		const unknown = 'ukendt-ved-døren@test.example';
		await timed('/sign-in?/password', { email: 'varm@test.example', password: 'forkert' });
		const [here, there] = [
			await timed('/sign-in?/password', { email, password: 'forkert' }),
			await timed('/sign-in?/password', { email: unknown, password: 'forkert' }),
		];
		expect([there.status, there.body]).toEqual([here.status, here.body]);
		const again = await timed('/sign-in?/password', { email, password: 'forkert' });
		// Skipping the hash would be ten times faster. The quicker of two: a busy machine is slow now and then.
		expect(there.time).toBeGreaterThan(Math.min(here.time, again.time) / 3);

		// A hash takes some hundredths of a second, which a busy machine hides: what is hashed, and at which cost, can be counted.
		const costs: Record<string, string[]> = {};
		for (const who of [email, unknown]) {
			vi.mocked(verify).mockClear();
			await expect(signIn({ email: who, password: 'forkert', from: '10.3.3.3' })).rejects.toMatchObject(wrong);
			costs[who] = vi
				.mocked(verify)
				.mock.calls.map(([hash]) => `${hash}`.slice(0, '$argon2id$v=19$m=19456,t=2,p=1$'.length));
		}
		expect(costs[email]).toEqual(['$argon2id$v=19$m=19456,t=2,p=1$']);
		expect(costs[unknown]).toEqual(costs[email]);

		const [asked, askedUnknown] = [await timed('/reset', { email }), await timed('/reset', { email: unknown })];
		expect([askedUnknown.status, askedUnknown.location]).toEqual([asked.status, asked.location]);
		expect(asked.location).toBe('/reset?sent');
		for (const { time } of [asked, askedUnknown]) expect(time).toBeGreaterThan(390);
		expect(await mailedLink(email)).toMatch(/^\/reset\//);
		await expect(mailedLink(unknown)).rejects.toThrow('no link');
	});
});
