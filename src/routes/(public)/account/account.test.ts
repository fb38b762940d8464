import { beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../../tests/database.ts';
import { makeStaff } from '../../../../tests/factories.ts';
import { serveSite, type Site } from '../../../../tests/request.ts';
import { appWith } from '../../../../tests/sign-in.ts';

onEmbeddedDatabase('one’s own account', (open) => {
	let site: Site;

	beforeAll(async () => {
		await open({ DEMO: 'false' });
		site = await serveSite();
	});

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
});
