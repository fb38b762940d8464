import { beforeAll, beforeEach, expect, it } from 'vitest';
import { minutes, onEmbeddedDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { makeStaff } from '../../../../tests/factories.ts';
import { giveApp, signInWith, type App } from '../../../../tests/sign-in.ts';
import { serveSite, type Site } from '../../../../tests/request.ts';
import { asActor } from '../../../lib/database/as-actor.server.ts';
import { systemActor } from '../../../lib/identity/actor.ts';
import { seedDemoPeople } from '../../../lib/identity/demo-people.server.ts';
import { hashPassword } from '../../../lib/identity/passwords.server.ts';
import { membership } from '../../../lib/identity/tables.server.ts';

const email = 'lis@test.example';
const password = 'rød cykel over broen';

onEmbeddedDatabase('the sign-in page', (open) => {
	let site: Site;
	let database: TestDatabase;
	let app: App;

	beforeAll(async () => {
		database = await open({ DEMO: 'false' });
		const person = await makeStaff('leader', 'cabs', { email, passwordHash: await hashPassword(password) });
		app = await giveApp(person.userId);
		site = await serveSite();
	});
	// A code is taken once.
	beforeEach(() => database.clock.advance(minutes));

	it('lets a person in with the right password and code, to where their work begins', async () => {
		const client = site.client();
		const halfway = await client.post('/sign-in?/password', { email, password });
		expect(halfway).toMatchObject({ status: 303, location: '/sign-in/code' });
		const first = client.cookies.get('session');
		expect((await client.get('/overview')).location).toBe('/sign-in/code?return=%2Foverview');
		expect((await client.get('/about')).body).not.toContain('Person');
		const wrong = await client.post('/sign-in/code?/code', { code: '12345' });
		expect(wrong.status).toBe(422);
		expect(wrong.body).toContain('Koden passer ikke.');
		const answer = await client.post('/sign-in/code?/code', { code: app.code() });
		expect(answer).toMatchObject({ status: 303, location: '/overview' });
		expect(client.cookies.get('session')).not.toBe(first);
		expect(client.cookies.get('session')).toMatch(/^[\w-]{43}$/);
		expect((await client.get('/overview')).status).toBe(200);
		expect(await client.get('/sign-in')).toMatchObject({ status: 303, location: '/overview' });
	});

	it('goes back to the page that was asked for, and never to another site', async () => {
		const go = (to: string) => {
			database.clock.advance(minutes);
			return signInWith(site.client(), { email, password, app, return: to });
		};
		expect(await go('/offers?q=g%C3%A6ld')).toBe('/offers?q=g%C3%A6ld');
		expect(await go('https://evil.example/')).toBe('/overview');
		expect(await go('//evil.example')).toBe('/overview');
		const asked = await site.client().get('/overview?period=month');
		expect(asked.location).toBe('/sign-in?return=%2Foverview%3Fperiod%3Dmonth');
	});

	it('says the same of a wrong password and an unknown address, and keeps only the address', async () => {
		const wrong = await site
			.client()
			.post('/sign-in?/password', { email: 'lis@test.example', password: 'forkert-kode' });
		const unknown = await site
			.client()
			.post('/sign-in?/password', { email: 'nn@test.example', password: 'forkert-kode' });
		const sentence = 'Mailadresse og adgangskode passer ikke sammen.';
		for (const answer of [wrong, unknown]) {
			expect(answer.status).toBe(422);
			expect(answer.body).toContain(sentence);
			expect(answer.body).not.toContain('forkert-kode');
		}
		expect(wrong.body).toContain('value="lis@test.example"');
	});

	it('names each empty field, beside it and in the summary', async () => {
		const { status, body } = await site.client().post('/sign-in?/password', { email: '', password: '' });
		expect(status).toBe(400);
		const page = body.replaceAll(/<script[\s\S]*?<\/script>/g, '');
		expect(page.match(/Skriv din adgangskode\./g)).toHaveLength(2);
		expect(body).toContain('href="#f-email"');
	});

	it('takes no form from another site', async () => {
		const form = { email: 'lis@test.example', password };
		const answer = await site.client().post('/sign-in?/password', form, { origin: 'https://evil.example' });
		expect(answer.status).toBe(403);
	});

	it('knows no demo people where there is no demo', async () => {
		await asActor(systemActor, seedDemoPeople);
		expect((await site.client().get('/sign-in')).body).not.toContain('Maria');
		expect((await site.client().post('/sign-in?/demo', { person: 'maria' })).status).toBe(404);
	});

	it('ends the session for good when one signs out', async () => {
		const client = site.client();
		expect(await signInWith(client, { email, password, app })).toBe('/overview');
		const token = client.cookies.get('session') ?? '';
		expect(await client.post('/sign-out')).toMatchObject({ status: 303, location: '/' });
		expect(client.cookies.has('session')).toBe(false);
		client.cookies.set('session', token);
		expect((await client.get('/overview')).location).toContain('/sign-in');
	});
});

onEmbeddedDatabase('the demo', (open) => {
	let site: Site;

	beforeAll(async () => {
		await open({ DEMO: 'true' });
		await asActor(systemActor, seedDemoPeople);
		site = await serveSite();
	});

	it('says that it is one on every page, and offers its people', async () => {
		const { body } = await site.client().get('/sign-in');
		expect(body).toContain('Demo – alle personer og organisationer er opdigtede.');
		expect(body).toContain('Vær Maria Lundtoft');
	});

	it('makes one somebody with one click, and somebody else with the next', async () => {
		const client = site.client();
		expect(await client.post('/sign-in?/demo', { person: 'maria' })).toMatchObject({
			status: 303,
			location: '/referrals',
		});
		expect((await client.get('/about')).body).toContain('Maria Lundtoft');
		expect((await client.post('/sign-in?/demo', { person: 'jens-ole' })).location).toBe('/admin/log');
		expect((await client.get('/admin/log')).status).toBe(200);
		expect((await client.get('/referrals')).status).toBe(403);
		expect((await client.post('/sign-in?/demo', { person: 'somebody' })).status).toBe(404);
	});
});

onEmbeddedDatabase('what is around every page', (open) => {
	let site: Site;

	beforeAll(async () => {
		await open({ DEMO: 'false' });
		site = await serveSite();
	});

	it('changes language and stays where it was', async () => {
		const client = site.client();
		expect((await client.get('/about')).body).toContain('<html lang="da"');
		const answer = await client.post('/language', { locale: 'en', return: '/about?x=1' });
		expect(answer).toMatchObject({ status: 303, location: '/about?x=1' });
		const { body } = await client.get('/about');
		expect(body).toContain('<html lang="en"');
		expect(body).toContain('<title>About Socialkompas – Socialkompas</title>');
		expect((await client.post('/language', { locale: 'xx', return: '//evil.example' })).location).toBe('/');
		expect(client.cookies.get('locale')).toBe('en');
	});

	it('changes hat, and only to one of one’s own', async () => {
		const person = await makeStaff('caseworker');
		const other = await makeStaff('administrator');
		await asActor(systemActor, (tx) =>
			tx.insert(membership).values({ userId: person.userId, role: 'leader', centreId: 'cabs', createdAt: tx.now }),
		);
		const client = site.client();
		await client.signInAs(person);
		const hat = /name="membership" value="([^"]+)"/.exec((await client.get('/about')).body)?.[1] ?? '';
		expect(await client.post('/sign-in?/wear', { membership: hat })).toMatchObject({
			status: 303,
			location: '/overview',
		});
		expect((await client.get('/overview')).status).toBe(200);
		expect((await client.post('/sign-in?/wear', { membership: other.membershipId })).status).toBe(400);
	});

	it('is there when something is wrong too, with ways on', async () => {
		const { status, body } = await site.client().get('/no-such-page');
		expect(status).toBe(404);
		expect(body).toContain('Siden findes ikke.');
		expect(body).toContain('Gå til forsiden');
	});
});
