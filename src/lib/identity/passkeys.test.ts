import { beforeAll, expect, it } from 'vitest';
import { Authenticator, newChallenge, type Trick } from '../../../tests/authenticator.ts';
import { minutes, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeStaff } from '../../../tests/factories.ts';
import { giveApp } from '../../../tests/sign-in.ts';
import { addPasskey, listPasskeys, removePasskey, signInWithPasskey } from './passkeys.server.ts';
import { readFactors, removeTotp } from './second-factor.server.ts';

const site = { id: 'kompas.example', origin: 'https://kompas.example' };
const refused = { code: 'identity.passkey_failed', status: 422 };

onEachDatabase('a passkey', (open) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await open({ DEMO: 'false' });
	});

	async function own(userId: string, trick: Trick = {}): Promise<Authenticator> {
		const key = new Authenticator(site);
		const answer = { ...key.register(newChallenge(), trick), userId, name: 'Nøgle' };
		await addPasskey(answer, { kind: 'own' });
		return key;
	}
	const someone = async () => (await makeStaff('leader')).userId;
	/** each from an address of its own, so that nobody has to wait for the others' mistakes */
	let address = 0;
	const enter = (key: Authenticator, trick: Trick = {}, expected?: string) =>
		signInWithPasskey({ ...key.sign(newChallenge(), trick), from: `10.7.0.${(address += 1)}`, expected });

	it('lets its owner in, whoever they say they are, and nobody else by it', async () => {
		const [userId, other] = [await someone(), await someone()];
		const key = await own(userId);
		expect(await enter(key)).toMatchObject({ userId, role: 'leader' });
		expect(await enter(key, {}, userId)).toMatchObject({ userId });
		await expect(enter(key, {}, other)).rejects.toMatchObject(refused);
	});

	it('whose count does not rise has been copied, and lets nobody in', async () => {
		const key = await own(await someone());
		await enter(key, { count: 7 });
		for (const count of [7, 6, 0]) await expect(enter(key, { count })).rejects.toMatchObject(refused);
		await enter(key, { count: 8 });
	});

	it('and its copy, at the same moment with the same count, let one of them in', async () => {
		const key = await own(await someone());
		await enter(key, { count: 3 });
		const both = await Promise.allSettled([enter(key, { count: 4 }), enter(key, { count: 4 })]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	it('that never counts is let in each time', async () => {
		const key = await own(await someone(), { count: 0 });
		for (let times = 0; times < 3; times++) await enter(key, { count: 0 });
	});

	it('is worth nothing where its holder was not verified, or the page was another site’s', async () => {
		const userId = await someone();
		const key = await own(userId);
		for (const trick of [{ verified: false }, { origin: 'https://kompas.example.evil.example' }]) {
			await expect(enter(key, trick)).rejects.toMatchObject(refused);
			const unknown = new Authenticator(site).register(newChallenge(), trick);
			await expect(addPasskey({ ...unknown, userId, name: '' }, { kind: 'own' })).rejects.toMatchObject(refused);
		}
		const seen = key.sign(newChallenge());
		const replayed = { ...seen, challenge: newChallenge(), from: '10.7.1.1', expected: undefined };
		await expect(signInWithPasskey(replayed)).rejects.toMatchObject(refused);
		expect(await listPasskeys(userId)).toHaveLength(1);
	});

	it('is taken away by its owner alone', async () => {
		const [userId, other] = [await someone(), await someone()];
		const [kept, spare] = [await own(userId), await own(userId)];
		await own(other);
		await own(other);
		const attempt = removePasskey(other, kept.name);
		await expect(attempt).rejects.toMatchObject({ code: 'user.not_found', status: 404 });
		expect(await listPasskeys(userId)).toHaveLength(2);
		await removePasskey(userId, spare.name);
		expect((await listPasskeys(userId)).map(({ id }) => id)).toEqual([kept.name]);
		await expect(enter(spare)).rejects.toMatchObject(refused);
		await enter(kept);
	});

	it('stays when it is the last way in, also when two are taken away at the same moment', async () => {
		const userId = await someone();
		const keys = [await own(userId), await own(userId)];
		// So that each has a connection of its own, and they do meet.
		await Promise.all(Array.from({ length: 5 }, () => readFactors(userId)));
		await Promise.allSettled(keys.map(({ name }) => removePasskey(userId, name)));
		expect(await listPasskeys(userId)).toHaveLength(1);
		const another = await someone();
		await own(another);
		await giveApp(another);
		database.clock.advance(minutes);
		const [key] = await listPasskeys(another);
		// Without a password the app alone lets nobody in: the key stays, whichever comes first.
		await Promise.allSettled([removePasskey(another, key?.id ?? ''), removeTotp(another)]);
		expect(await readFactors(another)).toEqual({ totp: false, passkeys: 1 });
	});
});
