import { beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../../../tests/database.ts';
import { makeContact, makeStaff } from '../../../../../tests/factories.ts';
import { serveSite, type Site } from '../../../../../tests/request.ts';

onEmbeddedDatabase('the declaration of confidentiality', (open) => {
	let site: Site;

	beforeAll(async () => {
		await open();
		site = await serveSite();
	});

	it('is given by an active tick, once', async () => {
		const client = site.client();
		await client.signInAs(await makeContact(undefined, { declared: false }));
		const page = await client.get('/inbox/declaration?return=/inbox/x');
		expect(page.status).toBe(200);
		expect(page.body).not.toContain('checked');
		const refused = await client.post('/inbox/declaration', { return: '/inbox/x' });
		expect(refused.status).toBe(400);
		expect(refused.body).toContain('Sæt kryds');
		const given = await client.post('/inbox/declaration', { promise: 'yes', return: '/inbox/x' });
		expect(given).toMatchObject({ status: 303, location: '/inbox/x' });
		expect((await client.get('/inbox/declaration')).location).toBe('/inbox');
	});

	it('is not for staff', async () => {
		const client = site.client();
		await client.signInAs(await makeStaff());
		expect((await client.get('/inbox/declaration')).status).toBe(403);
	});
});
