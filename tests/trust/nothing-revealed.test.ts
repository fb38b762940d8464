import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { storeCatalogue } from '../../src/lib/catalogue/catalogue-store.server.ts';
import { asActor, services, type Tx } from '../../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor } from '../../src/lib/identity/actor.ts';
import { openQueuedMail } from '../../src/lib/notifications/mail.server.ts';
import { mailTexts } from '../../src/lib/notifications/mail-texts.ts';
import { mail } from '../../src/lib/notifications/tables.server.ts';
import { runClock } from '../../src/lib/referrals/clock.server.ts';
import { withdrawConsent } from '../../src/lib/referrals/consents.server.ts';
import { mailLink } from '../../src/lib/referrals/links.server.ts';
import { days, onEachDatabase, onEmbeddedDatabase, type TestDatabase } from '../database.ts';
import { makeMeeting } from '../factories.ts';
import { makeCompletedReferral, makeSentReferral, marker } from '../referred-citizen.ts';
import { serveSite, type Site } from '../request.ts';
import { addressOf, lines, welcome } from './doors.ts';
import { internals, loggedBy, readable } from './revealed.ts';
import { people, whoGetsIn } from './routes.ts';
import { statement } from './statements.ts';
import { makeWorld, type World } from './world.ts';

onEachDatabase(statement(24), (open) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await open();
	});

	it('in every mail that a referral’s life brings about', async () => {
		const meeting = await makeMeeting();
		const { caseworker } = meeting;
		const as = <T>(work: (tx: Tx) => Promise<T>) => asActor(caseworker, work);
		await makeCompletedReferral(meeting);
		const withdrawn = await makeSentReferral(meeting);
		await as((tx) => mailLink(tx, caseworker, withdrawn.referralId));
		await as((tx) => withdrawConsent(tx, caseworker, { referralId: withdrawn.referralId }));
		await makeSentReferral(meeting);
		for (const wait of [3, 3, 10, 30, 60]) {
			database.clock.advance(wait * days);
			await asActor(systemActor, (tx) => runClock(tx, systemActor));
		}
		const mails = await asActor(systemActor, async (tx) => {
			const found = [];
			for (const { id, kind } of await tx.select().from(mail)) found.push({ kind, ...(await openQueuedMail(tx, id)) });
			return found;
		});
		const kinds = new Set(mails.map(({ kind }) => kind));
		for (const kind of [
			'referral_sent',
			'referral_reminder',
			'referral_answered',
			'referral_withdrawn',
			'consent_link',
		]) {
			expect([...kinds]).toContain(kind);
		}
		for (const { kind, subject, body, to } of mails) {
			const text = `${subject}\n${body}`;
			expect(to, kind).toMatch(/@/);
			expect(text, kind).not.toMatch(new RegExp(`${marker}|alene|00 11 22 33|Tilbud \\d|Forening \\d`, 'i'));
			expect(mailTexts, 'a kind that is not in mail-texts.ts').toHaveProperty(kind);
		}
	});
});

onEmbeddedDatabase(statement(25), (open) => {
	let world: World;
	beforeAll(async () => {
		await open();
		world = await makeWorld(await serveSite());
	});

	it('when a table is gone: a page, its data and a form say sorry, and no more', async () => {
		const { pool } = services().database;
		await pool.query('alter table referral rename to elsewhere');
		try {
			const { caseworker } = world.clients;
			const said = await loggedBy(async () => {
				const page = await caseworker.get('/referrals');
				expect(page.status).toBe(500);
				expect(page.body).toContain('<h1');
				const data = await caseworker.get('/referrals/__data.json');
				const form = await caseworker.post(`/referrals/${world.sent.referralId}?/message`, {
					request_id: crypto.randomUUID(),
					text: `${marker} bor her`,
				});
				expect(form.status).toBe(500);
				for (const { body } of [page, data, form]) expect(readable(body)).not.toMatch(internals);
			});
			expect(said).toContain('unexpected error');
			expect(said).not.toContain(marker);
		} finally {
			await pool.query('alter table elsewhere rename to referral');
		}
	});

	it('when it is the question itself that holds a person: what was typed is neither told nor logged', async () => {
		const { pool } = services().database;
		const email = `${marker.toLowerCase()}@test.example`;
		await pool.query('alter table user_account rename to elsewhere');
		try {
			const said = await loggedBy(async () => {
				const { status, body } = await world.clients.nobody.post('/sign-in?/password', { email, password: 'blå båd' });
				expect(status).toBe(500);
				expect(readable(body)).not.toMatch(internals);
			});
			expect(said).toContain('unexpected error');
			expect(said).not.toContain(email);
		} finally {
			await pool.query('alter table elsewhere rename to user_account');
		}
	});

	it('when it is asked for nonsense', async () => {
		const { caseworker, nobody } = world.clients;
		for (const path of [
			'/%',
			'/offers/%ff',
			'/citizens/%00',
			'/..%2f..%2fetc/passwd',
			'/offers?bbox=NaN&page=-1&age=1e99',
		]) {
			const { status, body } = await nobody.get(path);
			expect(status, path).toBeLessThan(500);
			expect(readable(body), path).not.toMatch(internals);
		}
		const broken = await caseworker.post('/citizens/new', {}, { 'content-type': 'multipart/form-data; boundary=x' });
		expect(broken.status).toBeLessThan(500);
		expect(readable(broken.body)).not.toMatch(internals);
		for (const path of ['/citizens?/no-such', '/citizens?/default', '/citizens?/__proto__', '/about?/x', '/about']) {
			const { status, body } = await caseworker.post(path, { q: marker });
			expect([404, 405], path).toContain(status);
			expect(readable(body), path).not.toMatch(internals);
		}
	});

	it('a walk through every route by everyone leaves no personal value in the log', async () => {
		const token = world.link.split('/').at(-1) ?? '';
		const said = await loggedBy(async () => {
			for (const line of lines) {
				for (const person of people) {
					const address = addressOf(world, line, person);
					const client = world.clients[person];
					if (line.startsWith('GET ')) await client.get(`${address}?q=${marker}&return=${marker}`);
					else if (person !== welcome(line))
						await client.post(address, { ...world.form(line.split(' ')[1] ?? ''), q: marker });
				}
			}
		});
		expect(said.split('\n').length).toBeGreaterThan(500);
		for (const secret of [marker, token, '@', '00 11 22 33', '22 00 00 00', 'Person 1']) {
			expect(said.includes(secret), secret).toBe(false);
		}
		expect(said).not.toContain('"status":500');
	}, 180_000);
});

onEachDatabase(statement(26), (open) => {
	let site: Site;
	const secret = /Skjulestien|hemmelig-sti|55\.7123|12\.4987|Brønshøj|2700/i;

	beforeAll(async () => {
		await open();
		const shelter = {
			id: 'shelter',
			name: 'Huset på Skjulestien 14',
			address: 'Skjulestien 14',
			postcode: '2700',
			city: 'Brønshøj',
			latitude: 55.7123,
			longitude: 12.4987,
			confidential: true,
		};
		await asActor(systemActor, (tx) =>
			storeCatalogue(tx, 'test', {
				organisations: [{ id: 'o', name: 'Lyet' }],
				locations: [shelter, { id: 'open', address: 'Åbenvej 2', postcode: '2200', latitude: 55.69, longitude: 12.55 }],
				terms: [],
				offers: [
					{
						id: 'bed',
						organisationId: 'o',
						name: 'En seng for natten',
						description: 'Ring på hos Skjulestien 14',
						locations: [{ locationId: 'shelter' }],
					},
					{ id: 'walk', organisationId: 'o', name: 'Gåtur', locations: [{ locationId: 'open' }] },
				],
			}),
		);
		site = await serveSite();
	});

	/** Every address at which the open catalogue is to be had, found in the table of routes: a new one is looked at, too. */
	const open_ = lines
		.filter(
			(line) =>
				line.startsWith('GET ') &&
				line !== 'GET /metrics' &&
				people.every((person) => whoGetsIn[line]?.[person] === 'in'),
		)
		.map((line) => line.slice('GET '.length));

	it('on every open page, in every file and answer', async () => {
		const client = site.client();
		const slug = /href="\/offers\/([^"/?]+)"[^>]*>[^<]*En seng/.exec((await client.get('/offers')).body)?.[1] ?? '';
		expect(slug).not.toBe('');
		const host = /href="\/organisations\/([^"/?]+)"/.exec((await client.get(`/offers/${slug}`)).body)?.[1] ?? '';
		expect(open_.length).toBeGreaterThan(12);
		let seen = '';
		for (const route of open_) {
			const path = route.replace(/^(\/offers.*)\[slug\]/, `$1${slug}`).replace('[slug]', host);
			const area = 'bbox=12.3,55.5,12.8,55.9&zoom=18';
			for (const address of [path, `${path}?q=seng`, `${path}?${area}`]) {
				const { body } = await client.get(address);
				expect(body, address).not.toMatch(secret);
				seen += body;
			}
		}
		expect(seen).toContain('En seng for natten');
		expect(seen).toContain('Åbenvej 2');
	});

	it('by looking only at the street it is in, or sorting by how far it is', async () => {
		const client = site.client();
		for (const path of ['/api/offers', '/offers']) {
			// A small part of the map around the house holds as much as one around nothing.
			const there = await client.get(`${path}?bbox=12.498,55.712,12.499,55.713`);
			const nowhere = await client.get(`${path}?bbox=12.598,55.612,12.599,55.613`);
			expect(there.body.includes('En seng for natten'), path).toBe(nowhere.body.includes('En seng for natten'));
			const near = await client.get(`${path}?sort=distance&near=55.7123,12.4987&lat=55.7123&lon=12.4987`);
			const far = await client.get(`${path}?sort=distance&near=55.6123,12.5987&lat=55.6123&lon=12.5987`);
			const orderOf = (body: string) => [...body.matchAll(/En seng for natten|Gåtur/g)].map(([name]) => name);
			expect(orderOf(near.body), path).toEqual(orderOf(far.body));
		}
		const { body } = await client.get('/api/offers/map?bbox=12.3,55.5,12.8,55.9&zoom=18');
		expect(body).not.toMatch(secret);
		expect(body).toContain('12.55');
	});

	it('nor in the tables, to those who neither keep it nor oversee it', async () => {
		const { caseworker, otherContact, staff } = await makeMeeting();
		for (const actor of [caseworker, otherContact, staff.leader, staff.administrator, publicActor]) {
			const rows = await asActor(actor, (tx) => tx.execute(sql`select address from confidential_address`)).then(
				(found) => found.rows,
				(cause: Error) => {
					expect((cause.cause as { code?: string }).code).toBe('42501');
					return [];
				},
			);
			expect(rows).toEqual([]);
		}
	});
});
