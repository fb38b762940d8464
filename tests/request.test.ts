import { beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from './database.ts';
import { makeStaff } from './factories.ts';
import { serveSite, type Site } from './request.ts';

onEachDatabase('a request through the real handle', (open) => {
	let site: Site;
	beforeAll(async () => {
		await open();
		site = await serveSite();
	});

	it('gets a page in its language, with the headers that protect it', async () => {
		const danish = await site.client().get('/about');
		expect(danish.body).toContain('<html lang="da"');
		expect(danish.headers.get('content-security-policy')).toContain("default-src 'self'");
		expect(danish.headers.get('x-content-type-options')).toBe('nosniff');
		expect((await site.client('en').get('/about')).body).toContain('<html lang="en"');
	});

	it('knows who is signed in', async () => {
		const client = site.client();
		await client.signInAs(await makeStaff('caseworker', 'cabs', { name: 'Frida Prøvesen' }));
		const page = await client.get('/about');
		expect(page.body).toContain('Frida Prøvesen');
		expect(page.headers.get('cache-control')).toBe('no-store');
		client.signOut();
		expect((await client.get('/about')).body).not.toContain('Frida Prøvesen');
	});

	it('says in words that a page is not there', async () => {
		const page = await site.client().get('/does-not-exist');
		expect(page.status).toBe(404);
		expect(page.body).toContain('<h1');
	});

	it.each([
		['another site', { origin: 'https://evil.example' }, 403],
		['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
		['nowhere', { origin: 'null' }, 403],
	])('refuses a form from %s', async (_, headers, status) => {
		expect((await site.client().post('/sign-in', { email: 'a@b.example' }, headers)).status).toBe(status);
	});
});
