import { beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../../../tests/database.ts';
import { makeStaff } from '../../../../../tests/factories.ts';
import { serveSite, type Site } from '../../../../../tests/request.ts';
import { hashPassword } from '../../../../lib/identity/passwords.server.ts';

const before = 'rød cykel over broen';
const after = 'gul paraply på havnen';

onEmbeddedDatabase('one’s own password', (open) => {
	let site: Site;

	beforeAll(async () => {
		await open({ DEMO: 'false' });
		site = await serveSite();
	});

	it('is changed by whoever knows the old one, and ends the other sessions', async () => {
		const email = 'lis@test.example';
		const person = await makeStaff('leader', 'cabs', {
			name: 'Lis Ærlig',
			email,
			passwordHash: await hashPassword(before),
		});
		const here = site.client();
		const elsewhere = site.client();
		await here.signInAs(person);
		await elsewhere.signInAs(person);
		const change = (current: string, password: string, repeated = password) =>
			here.post('/account/password', { current, password, repeated });

		expect((await change('noget andet', after)).body).toContain('Det er ikke den adgangskode, du har nu.');
		expect((await change(before, 'kort')).body).toContain('mindst 15 tegn');
		expect((await change(before, 'LisÆrlig123456789')).body).toContain('for nem at gætte');
		const different = await change(before, after, `${after}!`);
		expect(different.status).toBe(400);
		expect(different.body).toContain('De to er ikke ens.');
		expect(different.body).not.toContain(after);

		expect(await change(before, after)).toMatchObject({ status: 303, location: '/account?done=password' });
		expect((await here.get('/account?done=password')).status).toBe(200);
		expect((await elsewhere.get('/account')).location).toContain('/sign-in');
		const enter = (password: string) => site.client().post('/sign-in?/password', { email, password });
		expect((await enter(before)).status).toBe(422);
		expect((await enter(after)).location).toBe('/sign-in/enrol');
	});

	it('is nobody’s without signing in', async () => {
		expect((await site.client().get('/account')).location).toContain('/sign-in');
		expect(
			(await site.client().post('/account/password', { current: 'x', password: 'y', repeated: 'y' })).location,
		).toContain('/sign-in');
	});
});
