import { beforeAll, beforeEach, expect, it } from 'vitest';
import { hours, minutes, onEmbeddedDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { makeStaff } from '../../../../tests/factories.ts';
import { serveSite, type Site } from '../../../../tests/request.ts';
import { appWith, giveApp, mailedLink, signInWith, type App } from '../../../../tests/sign-in.ts';
import { asActor } from '../../../lib/database/as-actor.server.ts';
import { systemActor, type StaffActor } from '../../../lib/identity/actor.ts';
import { invite } from '../../../lib/identity/credential-links.server.ts';
import { hashPassword } from '../../../lib/identity/passwords.server.ts';
import { listMail } from '../../../lib/notifications/mail.server.ts';

const before = 'rød cykel over broen';
const after = 'gul paraply på havnen';

onEmbeddedDatabase('a link to choose how to sign in', (open) => {
	let database: TestDatabase;
	let site: Site;
	let person: StaffActor;
	let app: App;
	let email: string;
	let people = 0;

	beforeAll(async () => {
		database = await open({ DEMO: 'false' });
		site = await serveSite();
	});
	beforeEach(async () => {
		database.clock.advance(hours);
		email = `lis-${(people += 1)}@test.example`;
		person = await makeStaff('leader', 'cabs', { email, passwordHash: await hashPassword(before) });
		app = await giveApp(person.userId);
	});

	const ask = (to: string) => site.client().post('/reset', { email: to });
	const choose = (link: string, password = after) =>
		site.client().post(`${link}?/password`, { password, repeated: password });

	it('gives a new password to whoever forgot theirs, and the code is still asked for', async () => {
		expect(await ask(email.toUpperCase())).toMatchObject({ status: 303, location: '/reset?sent' });
		const link = await mailedLink(email);
		const page = await site.client().get(link);
		expect(page.body).toContain('Vælg en ny adgangskode');
		expect(page.headers.get('referrer-policy')).toBe('strict-origin');
		expect(page.headers.get('cache-control')).toBe('no-store');
		const client = site.client();
		expect((await client.post(`${link}?/password`, { password: after, repeated: after })).location).toBe(
			'/sign-in/code',
		);
		expect((await client.get('/overview')).location).toContain('/sign-in/code');
		expect((await client.post('/sign-in/code?/code', { code: app.code() })).location).toBe('/overview');
		expect((await site.client().post('/sign-in?/password', { email, password: before })).status).toBe(422);
	});

	it('works once, for an hour, and only for what it was sent for', async () => {
		await ask(email);
		const link = await mailedLink(email);
		expect((await site.client().get(link.replace('/reset/', '/invitation/'))).status).toBe(404);
		expect((await choose(link, 'kort')).body).toContain('mindst 15 tegn');
		expect((await choose(link)).status).toBe(303);
		const again = await choose(link);
		expect(again.status).toBe(404);
		expect(again.body).toContain('Linket virker ikke mere.');
		await ask(email);
		const late = await mailedLink(email);
		database.clock.advance(hours + minutes);
		expect((await site.client().get(late)).status).toBe(404);
	});

	it('is sent to nobody unknown, and the page says the same', async () => {
		expect(await ask('ukendt@test.example')).toMatchObject({ status: 303, location: '/reset?sent' });
		await expect(mailedLink('ukendt@test.example')).rejects.toThrow('no link');
	});

	it('is sent three times in a row and then more slowly, and the page says the same', async () => {
		const sent = () =>
			asActor(systemActor, async (tx) =>
				(await listMail(tx)).filter(({ to, kind }) => to === email && kind === 'reset'),
			);
		for (let times = 0; times < 5; times += 1) {
			expect(await ask(email)).toMatchObject({ status: 303, location: '/reset?sent' });
		}
		expect(await sent()).toHaveLength(3);
		database.clock.advance(minutes);
		await ask(email);
		expect(await sent()).toHaveLength(4);
	});

	it('lets an invited person choose a password and set up an app before any page about people', async () => {
		const path = await asActor(systemActor, (tx) => invite(tx, systemActor, person.userId));
		const newcomer = await makeStaff('caseworker', 'cabs', { email: 'ny@test.example', name: 'Åse Ny' });
		const link = await asActor(systemActor, (tx) => invite(tx, systemActor, newcomer.userId));
		expect(path).not.toBe(link);
		const client = site.client();
		expect((await client.get(link)).body).toContain('Hej Åse Ny.');
		const chosen = await client.post(`${link}?/password`, { password: after, repeated: after });
		expect(chosen.location).toBe('/sign-in/enrol');
		expect((await client.get('/referrals')).location).toBe('/sign-in/code?return=%2Freferrals');
		expect((await client.get('/sign-in/code?return=%2Freferrals')).location).toBe('/sign-in/enrol?return=%2Freferrals');
		const page = (await client.get('/sign-in/enrol')).body;
		const secret = (/<code class="secret[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '');
		const theirs = appWith(secret);
		const wrong = await client.post('/sign-in/enrol?/app', { code: '000000' });
		expect(wrong.status).toBe(422);
		expect(wrong.body).toContain(secret.slice(0, 4));
		expect((await client.post('/sign-in/enrol?/app', { code: theirs.code() })).location).toBe('/referrals');
		expect((await client.get('/referrals')).status).toBe(200);
		database.clock.advance(minutes);
		expect(await signInWith(site.client(), { email: 'ny@test.example', password: after, app: theirs })).toBe(
			'/referrals',
		);
		expect((await choose(link)).status).toBe(404);
	});
});
