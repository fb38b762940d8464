import { beforeAll, expect, it } from 'vitest';
import { Authenticator } from '../../../../tests/authenticator.ts';
import { minutes, onEmbeddedDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { makeStaff } from '../../../../tests/factories.ts';
import { serveSite, type Client, type Site } from '../../../../tests/request.ts';
import { appWith, giveApp, signInWith } from '../../../../tests/sign-in.ts';
import { hashPassword } from '../../../lib/identity/passwords.server.ts';
import { listPasskeys } from '../../../lib/identity/passkeys.server.ts';
import { readFactors } from '../../../lib/identity/second-factor.server.ts';

onEmbeddedDatabase('one’s own account', (open) => {
	let site: Site;
	let database: TestDatabase;

	beforeAll(async () => {
		database = await open({ DEMO: 'false' });
		site = await serveSite();
	});

	/** What a browser does when somebody asks for a new passkey: the page's question, and the authenticator's answer. */
	async function answerOf(client: Client): Promise<{ key: Authenticator; passkey: string }> {
		const asked = await fetch(`${site.url}/sign-in/passkey`, {
			method: 'POST',
			body: JSON.stringify({ kind: 'new' }),
			headers: {
				'content-type': 'application/json',
				cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
			},
		});
		for (const cookie of asked.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^(\w+)=([^;]*)/.exec(cookie) ?? [];
			client.cookies.set(name, value);
		}
		const { challenge } = (await asked.json()) as { challenge: string };
		const { origin } = database.services.config;
		const key = new Authenticator({ id: new URL(origin).hostname, origin });
		return { key, passkey: key.register(challenge).response };
	}
	const signedIn = async (userInput = {}) => {
		const person = await makeStaff('leader', 'cabs', userInput);
		const client = site.client();
		await client.signInAs(person);
		return { ...person, client };
	};

	it('shows where one is signed in, and ends what is elsewhere', async () => {
		const person = await makeStaff();
		const [here, there, third] = [site.client(), site.client(), site.client()];
		for (const client of [here, there, third]) await client.signInAs(person);
		const keys = [...(await here.get('/account')).body.matchAll(/name="session" value="(\w{32})"/g)];
		expect(keys).toHaveLength(2);
		const answer = await here.post('/account?/end', { session: keys[0]?.[1] ?? '' });
		expect(answer.location).toBe('/account?done=session');
		const left = [await there.get('/account'), await third.get('/account')].map(({ status }) => status);
		expect(left.toSorted()).toEqual([200, 303]);
		await here.post('/account?/end', { session: 'others' });
		expect((await there.get('/account')).status).toBe(303);
		expect((await third.get('/account')).status).toBe(303);
		expect((await here.get('/account')).status).toBe(200);
	});

	it('lets nobody end another person’s session', async () => {
		const [own, other] = [site.client(), site.client()];
		await own.signInAs(await makeStaff());
		const colleague = await makeStaff();
		await other.signInAs(colleague);
		await site.client().signInAs(colleague);
		const key = /name="session" value="(\w{32})"/.exec((await other.get('/account')).body)?.[1] ?? '';
		expect(key).not.toBe('');
		expect((await own.post('/account?/end', { session: key })).status).toBe(404);
		expect((await other.get('/account')).status).toBe(200);
	});

	it('takes an app, and keeps the only second factor there is', async () => {
		const client = site.client();
		await client.signInAs(await makeStaff());
		const page = (await client.get('/account/app')).body;
		const secret = (/<code class="secret[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '');
		expect((await client.post('/account/app?/app', { code: '' })).body).toContain('Skriv koden fra din app.');
		const added = await client.post('/account/app?/app', { code: appWith(secret).code() });
		expect(added.location).toBe('/account?done=factor');
		expect((await client.get('/account/app')).status).toBe(409);
		const kept = await client.post('/account?/remove-app');
		expect(kept.status).toBe(422);
		expect(kept.body).toContain('Det er den eneste, du har.');
	});

	it('is nobody’s without signing in', async () => {
		for (const path of ['/account', '/account/app', '/account/password']) {
			expect((await site.client().get(path)).location).toContain('/sign-in');
		}
		expect((await site.client().post('/account?/end', { session: 'others' })).location).toContain('/sign-in');
	});

	it('gets a passkey that this very person asked for, once, and no other', async () => {
		const [own, other] = [await signedIn(), await signedIn()];
		const { passkey } = await answerOf(own.client);
		const step = own.client.cookies.get('step') ?? '';
		expect(step).not.toBe('');
		// The question that one person was asked, answered as another.
		other.client.cookies.set('step', step);
		expect((await other.client.post('/account?/passkey', { passkey })).status).toBe(422);
		expect((await own.client.post('/account?/passkey', { passkey })).status).toBe(422);
		for (const { userId } of [own, other]) expect(await listPasskeys(userId)).toEqual([]);
		const again = await answerOf(own.client);
		const added = await own.client.post('/account?/passkey', { passkey: again.passkey, name: 'Telefonen' });
		expect(added.location).toBe('/account?done=factor');
		expect(await listPasskeys(own.userId)).toMatchObject([{ id: again.key.name, name: 'Telefonen' }]);
	});

	it('changes how one signs in only when one has just signed in, and leads to doing so', async () => {
		const password = 'rød cykel over broen';
		const email = 'ellen@test.example';
		const { client, userId } = await signedIn({ email, passwordHash: await hashPassword(password) });
		const app = await giveApp(userId);
		database.clock.advance(10 * minutes);
		const { passkey, key } = await answerOf(client);
		expect((await client.post('/account?/passkey', { passkey, name: '' })).location).toBe('/account?done=factor');

		database.clock.advance(1);
		const again = (back: string) => `/sign-in?again=factor&return=${encodeURIComponent(back)}`;
		for (const [action, form] of [
			['passkey', { passkey: (await answerOf(client)).passkey }],
			['remove-passkey', { id: key.name }],
			['remove-app', {}],
		] as const)
			expect((await client.post(`/account?/${action}`, form)).location, action).toBe(again('/account'));
		expect((await client.get('/account/app')).location).toBe(again('/account/app'));
		expect((await client.post('/account/app?/app', { code: app.code() })).location).toBe(again('/account/app'));
		expect(await readFactors(userId)).toEqual({ totp: true, passkeys: 1 });

		const page = (await client.get('/account')).body;
		expect(page).toContain('Før du ændrer, hvordan du logger ind');
		expect(page).not.toContain('?/remove-passkey');
		expect((await client.get(again('/account'))).body).toContain('Log ind igen, så vi ved, at det er dig');
		expect(await signInWith(client, { email, password, app, return: '/account' })).toBe('/account');
		expect((await client.get('/account')).body).toContain('?/remove-passkey');
		expect((await client.post('/account?/remove-passkey', { id: key.name })).location).toBe('/account?done=factor');
		expect(await readFactors(userId)).toEqual({ totp: true, passkeys: 0 });
	});
});
