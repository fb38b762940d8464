import { beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../../tests/database.ts';
import { makeContact, makeOrganisation, makeStaff } from '../../../../tests/factories.ts';
import { giveApp, mailedLink } from '../../../../tests/sign-in.ts';
import { serveSite, type Client, type Site } from '../../../../tests/request.ts';
import { audit } from '../../../lib/audit/audit.server.ts';
import { readHeads } from '../../../lib/audit/head-file.ts';
import { verifyLog } from '../../../lib/audit/verify-log.server.ts';
import { asActor } from '../../../lib/database/as-actor.server.ts';
import { staffRoles, systemActor, type Role, type StaffActor, type UserActor } from '../../../lib/identity/actor.ts';
import { createCitizen } from '../../../lib/citizens/citizens.server.ts';
import { readFactors } from '../../../lib/identity/second-factor.server.ts';
import { writeMail } from '../../../lib/notifications/mail.server.ts';

const pages = {
	'/admin/users': ['administrator'],
	'/admin/users/new': ['administrator'],
	'/admin/mail': ['administrator'],
	'/admin/log': ['data_protection_officer'],
	'/overview': ['coordinator', 'leader'],
	'/overview/gaps': ['coordinator', 'leader'],
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

	it('ask the log by kind, role, person, day and citizen, and for what was refused', async () => {
		const client = await as('data_protection_officer');
		const ask = async (query: string) => (await client.get(`/admin/log?${query}`)).body;
		const refused = people.find(({ role }) => role === 'leader')?.userId ?? '';
		const denied = await ask(`denied=yes&person=${refused}`);
		expect(denied).toContain('Afvist: /admin/users');
		expect(denied).toContain('måtte ikke');
		expect(denied).not.toContain('Log: læst');
		expect(await ask('kind=users')).not.toContain('Afvist:');
		const leaders = await ask('role=leader');
		expect(leaders).toContain('Afvist:');
		expect(leaders).not.toContain('Log: læst');
		expect(await ask('role=data_protection_officer')).toContain('Log: læst');
		expect(await ask('role=citizen')).toContain('Intet passer');
		expect(await ask('to=2026-01-01')).toContain('Intet passer');
		expect((await client.get('/admin/log?older=-1&person=x&kind=y&role=z')).status).toBe(200);
		expect(await ask('kind=log')).toContain('Log: læst');
	});

	it('find one citizen in the log by the beginning of their number, and say when it is none', async () => {
		const caseworker = people.find((each): each is StaffActor => each.role === 'caseworker');
		if (!caseworker) throw new Error('no caseworker');
		const person = { givenName: 'Prøve', familyName: '', phone: '', email: '', safeContact: '' };
		const other = { language: 'da', needsInterpreter: false, ageBand: '', adult: true } as const;
		const id = await asActor(caseworker, (tx) => createCitizen(tx, caseworker, { ...person, ...other }));
		const client = await as('data_protection_officer');
		for (const number of [id, id.slice(0, 8), ` ${id.slice(0, 8).toUpperCase()} `]) {
			const { body } = await client.get(`/admin/log?citizen=${encodeURIComponent(number)}&kind=citizens`);
			expect(body).toContain('Borger: oprettet');
		}
		expect((await client.get('/admin/log?citizen=00000000')).body).toContain('Intet passer');
		const wrong = await client.get('/admin/log?citizen=%C3%98stergaard&from=2026-11-03&to=2026-11-02');
		expect(wrong.status).toBe(200);
		expect(wrong.body).toContain('Skriv borgerens nummer, som det står i loggen');
		expect(wrong.body).toContain('Perioden slutter, før den begynder');
		expect(wrong.body).toContain('value="Østergaard"');
	});

	it('turn the pages of the log', async () => {
		const client = await as('data_protection_officer');
		for (let each = 0; each < 52; each += 1)
			await asActor(systemActor, (tx) => audit(tx, systemActor, { action: 'key.rotate' }));
		const first = (await client.get('/admin/log?kind=retention')).body;
		expect(first.match(/Nøgler: hovednøgle skiftet/g)).toHaveLength(50);
		const older = /href="(\/admin\/log\?[^"]*older=\d+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
		expect(older).toContain('kind=retention');
		const second = (await client.get(older)).body;
		expect(second.match(/Nøgler: hovednøgle skiftet/g)).toHaveLength(2);
		expect(second).toContain('href="/admin/log?kind=retention"');
	});

	it('give the end of the log’s chain as a file that verify-audit takes', async () => {
		const client = await as('data_protection_officer');
		const file = await client.get('/admin/log/head');
		expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="head-\d+\.json"$/);
		const [head] = readHeads(file.body, 'head.json');
		const report = await asActor(systemActor, (tx) => verifyLog(tx, 'kk', head));
		expect(report).toMatchObject({ faults: [], head });
		expect((await client.get('/admin/log')).body).toContain(head?.hash);
		expect((await client.get('/admin/log?kind=log')).body).toContain('Log: kædens ende hentet');
		const altered = head && { ...head, hash: '0'.repeat(64) };
		expect((await asActor(systemActor, (tx) => verifyLog(tx, 'kk', altered))).faults).toMatchObject([
			{ kind: 'rewritten' },
		]);
	});
});
