import { beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../../tests/database.ts';
import { makeContact, makeOrganisation, makeStaff } from '../../../../tests/factories.ts';
import { giveApp, mailedLink } from '../../../../tests/sign-in.ts';
import { serveSite, type Client, type Site } from '../../../../tests/request.ts';
import { asActor } from '../../../lib/database/as-actor.server.ts';
import { staffRoles, systemActor, type Role, type UserActor } from '../../../lib/identity/actor.ts';
import { readFactors } from '../../../lib/identity/second-factor.server.ts';
import { writeMail } from '../../../lib/notifications/mail.server.ts';

const pages = {
	'/admin/users': ['administrator'],
	'/admin/users/new': ['administrator'],
	'/admin/mail': ['administrator'],
	'/admin/log': ['data_protection_officer'],
	'/overview': ['coordinator', 'leader'],
} as const satisfies Record<string, readonly Role[]>;

onEmbeddedDatabase('the pages of administrators, leaders and the data-protection officer', (open) => {
	let site: Site;
	let people: UserActor[];

	beforeAll(async () => {
		await open({ DEMO: 'false' });
		people = [await makeContact()];
		for (const role of staffRoles) people.push(await makeStaff(role));
		site = await serveSite();
	});

	async function as(role: Role): Promise<Client> {
		const person = people.find((each) => each.role === role);
		if (!person) throw new Error(role);
		const client = site.client();
		await client.signInAs(person);
		return client;
	}

	it.each(Object.entries(pages))('%s are for %j and for nobody else', async (path, allowed) => {
		expect((await site.client().get(path)).location).toBe(`/sign-in?return=${encodeURIComponent(path)}`);
		for (const { role } of people) {
			const { status, headers } = await (await as(role)).get(path);
			expect(`${role} ${status}`).toBe(`${role} ${(allowed as readonly Role[]).includes(role) ? 200 : 403}`);
			expect(headers.get('cache-control')).toBe('no-store');
		}
	});

	it('invite a user, who alone gets the link', async () => {
		await makeOrganisation({ name: 'Foreningen Æbletræet' });
		const client = await as('administrator');
		const form = { name: 'Ny Kontakt', email: 'ny@test.example', phone: '', role: 'organisation_contact' };
		const lost = await client.post('/admin/users/new', { ...form, organisation: 'Foreningen Pæretræet' });
		expect(lost.status).toBe(422);
		expect(lost.body).toContain('Vi kender ikke en forening med det navn.');
		expect(lost.body).toContain('value="Foreningen Pæretræet"');

		const made = await client.post('/admin/users/new', { ...form, organisation: 'foreningen æbletræet' });
		expect(made.status).toBe(200);
		expect(made.body).toContain('Ny Kontakt er oprettet');
		const link = await mailedLink('ny@test.example');
		expect(made.body).not.toContain(link);
		expect((await client.get('/admin/mail')).body).not.toContain(link);
		expect((await site.client().get(link)).body).toContain('Hej Ny Kontakt.');

		const again = await client.post('/admin/users/new', { ...form, organisation: 'Foreningen Æbletræet' });
		expect(again.body).toContain('Der er allerede en bruger med den mailadresse.');
		expect((await client.get('/admin/users?q=ny+kontakt')).body).toContain('Foreningen Æbletræet');
	});

	it('ask for what a role needs', async () => {
		const client = await as('administrator');
		const { status, body } = await client.post('/admin/users/new', { name: 'X', email: 'x', phone: 'abc', role: '' });
		expect(status).toBe(400);
		for (const sentence of ['Skriv personens navn.', 'Skriv en hel mailadresse', 'mindst otte tal', 'Vælg en rolle.']) {
			expect(body).toContain(sentence);
		}
		const placeless = { name: 'Uden Sted', email: 'u@test.example', phone: '', role: 'caseworker', centre: '' };
		expect((await client.post('/admin/users/new', placeless)).body).toContain('Vælg det center');
	});

	it('invite anew somebody who lost their phone, after which nothing of before works', async () => {
		const person = await makeStaff('caseworker', 'cabs', { email: 'tabt@test.example', name: 'Tabt Telefon' });
		await giveApp(person.userId);
		const theirs = site.client();
		await theirs.signInAs(person);
		const client = await as('administrator');
		const at = `/admin/users/${person.userId}`;
		expect((await client.post(`${at}?/invite`)).location).toBe(`${at}?done=invited`);
		expect((await theirs.get('/referrals')).location).toContain('/sign-in');
		expect(await readFactors(person.userId)).toEqual({ totp: false, passkeys: 0 });
		expect((await site.client().get(await mailedLink('tabt@test.example'))).status).toBe(200);
		const me = people.find(({ role }) => role === 'administrator')?.userId ?? '';
		expect((await client.post(`/admin/users/${me}?/invite`)).status).toBe(422);
		expect((await (await as('leader')).post(`${at}?/invite`)).status).toBe(403);
	});

	it('close a user and end what they had open', async () => {
		const leaver = await makeStaff('caseworker', 'cabs', { name: 'Else Færdig' });
		const theirs = site.client();
		await theirs.signInAs(leaver);
		expect((await theirs.get('/referrals')).status).toBe(200);
		const client = await as('administrator');
		expect((await client.get(`/admin/users/${leaver.userId}/close`)).body).toContain('Luk Else Færdig');
		const closed = await client.post(`/admin/users/${leaver.userId}/close`);
		expect(closed).toMatchObject({ status: 303, location: '/admin/users?done=closed' });
		expect((await theirs.get('/referrals')).location).toContain('/sign-in');
		expect((await client.get('/admin/users?closed=')).body).toContain('Else Færdig');
		expect((await client.post(`/admin/users/${leaver.userId}/close`)).status).toBe(404);
	});

	it('give a role and take it away', async () => {
		const person = await makeStaff('caseworker', 'cabs', { name: 'Bo Tohatte' });
		const client = await as('administrator');
		const at = `/admin/users/${person.userId}`;
		expect((await client.post(`${at}?/role`, { role: 'leader', centre: 'cabs' })).location).toBe(`${at}?done=added`);
		const twice = await client.post(`${at}?/role`, { role: 'leader', centre: 'cabs' });
		expect(twice.body).toContain('Brugeren har allerede den rolle dér.');
		const taken = await client.post(`${at}/close?role=${person.membershipId}`);
		expect(taken.location).toBe(`${at}?done=ended`);
		expect((await client.get(at)).body).not.toContain(person.membershipId);
		expect((await client.get(`${at}/close?role=${person.membershipId}`)).status).toBe(404);
	});

	it('do not let an administrator shut themselves out', async () => {
		const client = await as('administrator');
		const me = people.find(({ role }) => role === 'administrator')?.userId ?? '';
		expect(await client.get(`/admin/users/${me}/close`)).toMatchObject({ status: 303, location: `/admin/users/${me}` });
		expect((await client.post(`/admin/users/${me}/close`)).location).toBe(`/admin/users/${me}`);
		expect((await client.get('/admin/users')).status).toBe(200);
	});

	it('show kept mail with its text', async () => {
		await asActor(systemActor, (tx) =>
			writeMail(tx, systemActor, {
				kind: 'test',
				to: 'en@test.example',
				subject: 'Emnet',
				body: 'Se http://localhost/x',
			}),
		);
		const { body } = await (await as('administrator')).get('/admin/mail');
		for (const part of ['Emnet', 'en@test.example', 'href="http://localhost/x"', 'På vej'])
			expect(body).toContain(part);
	});

	it('ask the log by kind, person and day', async () => {
		const client = await as('data_protection_officer');
		const refused = people.find(({ role }) => role === 'leader')?.userId ?? '';
		const denied = (await client.get(`/admin/log?kind=denied&person=${refused}`)).body;
		expect(denied).toContain('Afvist: /(staff)/admin/users');
		expect(denied).toContain('identity.not_allowed');
		expect((await client.get('/admin/log?kind=users')).body).not.toContain('Afvist:');
		expect((await client.get('/admin/log?to=2026-01-01')).body).toContain('Intet passer');
		expect((await client.get('/admin/log?from=nonsense&older=-1&person=x&kind=y')).status).toBe(200);
		expect((await client.get('/admin/log?kind=log')).body).toContain('Log: læst');
	});
});
