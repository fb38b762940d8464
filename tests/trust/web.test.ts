import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeCatalogue } from '../../src/lib/catalogue/catalogue-store.server.ts';
import { createCitizen } from '../../src/lib/citizens/citizens.server.ts';
import { asActor, services, type Tx } from '../../src/lib/database/as-actor.server.ts';
import { publicActor, systemActor } from '../../src/lib/identity/actor.ts';
import { openQueuedMail } from '../../src/lib/notifications/mail.server.ts';
import { mailTexts } from '../../src/lib/notifications/mail-texts.ts';
import { mail } from '../../src/lib/notifications/tables.server.ts';
import { runClock } from '../../src/lib/referrals/clock.server.ts';
import { mailLink } from '../../src/lib/referrals/links.server.ts';
import { sendMessage } from '../../src/lib/referrals/messages.server.ts';
import { withdrawConsent } from '../../src/lib/referrals/consents.server.ts';
import { days, onEmbeddedDatabase, onEachDatabase, type TestDatabase } from '../database.ts';
import { chromiumPath, launch, openPage } from '../e2e/browser.ts';
import { makeContact, makeLocation, makeMeeting, makeOffer, makeOrganisation } from '../factories.ts';
import { makeCompletedReferral, makeSentReferral, marker } from '../referred-citizen.ts';
import { linkTo, makeSentReferralOf } from '../referral-to-order.ts';
import { serveSite, type Site } from '../request.ts';
import { internals, loggedBy, readable } from './revealed.ts';
import { people, whoGetsIn, type Person } from './routes.ts';
import { statement } from './statements.ts';
import { makeWorld, type World } from './world.ts';

const lines = Object.keys(whoGetsIn);
/** The sign-in provider's server names no origin and has no cookie: its message proves itself by a signature. */
const fromServers = ['POST /sign-in/oidc/logout'];
/** The one who is let in first; undefined when nobody is. */
const welcome = (line: string): Person | undefined => people.find((person) => whoGetsIn[line]?.[person] === 'in');

function addressOf(world: World, line: string, person: Person): string {
	const [path = '', action] = (line.split(' ')[1] ?? '').split('?');
	return `${world.address(path, person)}${action ? `?${action}` : ''}`;
}

onEmbeddedDatabase(statement(21), (open) => {
	let world: World;
	beforeAll(async () => {
		await open();
		world = await makeWorld(await serveSite());
	});

	it.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
		'from %s, every form there is',
		async (origin) => {
			for (const line of lines.filter((each) => each.startsWith('POST ') && !fromServers.includes(each))) {
				const person = welcome(line) ?? 'nobody';
				const form = world.form(line.split(' ')[1] ?? '');
				const { status } = await world.clients[person].post(addressOf(world, line, person), form, { origin });
				expect(status, line).toBe(403);
			}
		},
	);

	it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
		'sent as %s',
		async (type) => {
			const headers = { origin: 'https://evil.example', 'content-type': type };
			const { status } = await world.clients.caseworker.post('/citizens/new', {}, headers);
			expect(status).toBe(403);
		},
	);

	it('from our own it is taken: the test can fail', async () => {
		const { status } = await world.clients.caseworker.post('/citizens', { q: 'x' });
		expect(status).toBe(200);
	});
});

onEmbeddedDatabase(statement(22), (open) => {
	let world: World;
	beforeAll(async () => {
		await open();
		world = await makeWorld(await serveSite());
	});

	/** Made to stand in other sites' frames; it shows nothing that is anyone's own. */
	const framed = ['GET /embed'];

	it('on every page, and nothing on it comes from elsewhere', async () => {
		let seen = 0;
		for (const line of lines.filter((each) => each.startsWith('GET '))) {
			const person = welcome(line);
			if (!person) continue;
			const { headers, status, body } = await world.clients[person].get(addressOf(world, line, person));
			if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue;
			const policy = headers.get('content-security-policy') ?? '';
			const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
			expect(scripts, line).toContain("'self'");
			expect(scripts, line).not.toMatch(/unsafe|https?:|\*/);
			expect(policy, line).toContain("object-src 'none'");
			expect(policy, line).toContain("base-uri 'self'");
			if (!framed.includes(line)) {
				expect(policy, line).toContain("frame-ancestors 'none'");
				expect(headers.get('x-frame-options'), line).toBe('DENY');
			}
			expect(headers.get('x-content-type-options'), line).toBe('nosniff');
			const loaded = [
				...body.matchAll(
					/<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc="([^"]*)"|<link\b[^>]*\bhref="([^"]*)"/g,
				),
			];
			for (const [, source, href] of loaded) expect(source ?? href, line).toMatch(/^(?!https?:|\/\/)/);
			seen += 1;
		}
		expect(seen).toBeGreaterThan(35);
	});

	it('on the page of an error, too', async () => {
		for (const [person, path] of [
			['nobody', '/no-such-page'],
			['leader', '/citizens'],
			['nobody', '/consent/made-up'],
		] as const) {
			const { headers } = await world.clients[person].get(path);
			expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
		}
	});
});

onEmbeddedDatabase(statement(22, 'with tiles of the operator’s choice'), (open) => {
	it('only pictures, and only from there', async () => {
		await open({ MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png', MAP_TILES_ATTRIBUTION: '© Fliser' });
		const site = await serveSite();
		const policy = (await site.client().get('/offers')).headers.get('content-security-policy') ?? '';
		expect(policy.match(/https?:\/\/[^\s;]+/g)).toEqual(['https://tiles.example']);
		expect(/img-src ([^;]*)/.exec(policy)?.[1]).toContain('https://tiles.example');
	});
});

const attack = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{7*7}}`;
const formulas = ['=HYPERLINK("http://evil.example")', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1'];

onEmbeddedDatabase(statement(23), (open) => {
	let site: Site;
	let offerSlug: string;
	let referralId: string;
	let citizenId: string;
	let link: string;
	let sessions: Record<'caseworker' | 'contact', string>;

	beforeAll(async () => {
		await open();
		site = await serveSite();
		const organisation = await makeOrganisation({ name: `Forening ${attack}`, description: attack });
		const offer = await makeOffer({
			organisationId: organisation.id,
			name: `Tilbud ${attack}`,
			summary: attack,
			description: attack,
		});
		offerSlug = offer.slug;
		await makeLocation(offer.id, { name: attack, address: attack, city: attack });
		for (const name of formulas) await makeOffer({ name, summary: name });
		const meeting = { ...(await makeMeeting()), offer, organisationId: organisation.id };
		const contact = await makeContact(organisation.id, { name: attack });
		const texts = { need: attack, goals: attack, practical: attack, accompaniment: attack };
		const hostile = { ...meeting, contact };
		referralId = await makeSentReferralOf(hostile, {
			citizen: { givenName: attack.slice(0, 80), familyName: attack.slice(0, 80), safeContact: attack },
			texts,
			fields: ['given_name', 'family_name', 'phone', 'need', 'goals', 'practical', 'safe_contact'],
		});
		await asActor(meeting.caseworker, (tx) =>
			sendMessage(tx, meeting.caseworker, { referralId, requestId: crypto.randomUUID(), text: attack }),
		);
		await asActor(contact, (tx) =>
			sendMessage(tx, contact, { referralId, requestId: crypto.randomUUID(), text: attack }),
		);
		citizenId = await asActor(meeting.caseworker, (tx) =>
			createCitizen(tx, meeting.caseworker, {
				givenName: attack.slice(0, 80),
				familyName: '',
				phone: '',
				email: '',
				safeContact: attack,
				language: 'da',
				needsInterpreter: false,
				ageBand: '',
				adult: true,
			}),
		);
		link = await linkTo(meeting, referralId);
		const cookie = async (actor: typeof meeting.caseworker | typeof contact) => {
			const client = site.client();
			await client.signInAs(actor);
			return client.cookies.get('session') ?? '';
		};
		sessions = { caseworker: await cookie(meeting.caseworker), contact: await cookie(contact) };
	});

	it('in a table for a spreadsheet no cell begins a formula', async () => {
		const { status, body } = await site.client().get('/offers.csv');
		expect(status).toBe(200);
		const cells = (
			parse(body, { bom: true, delimiter: body.includes(';') ? ';' : ',', relax_column_count: true }) as string[][]
		).flat();
		expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true);
		expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
	});

	it('in a mail there is none of it', async () => {
		const texts = await asActor(systemActor, async (tx) => {
			const all = await tx.select({ id: mail.id }).from(mail);
			const opened = [];
			for (const { id } of all) opened.push(await openQueuedMail(tx, id));
			return opened;
		});
		expect(texts.length).toBeGreaterThan(0);
		for (const text of texts) expect(`${text?.subject} ${text?.body}`).not.toMatch(/[<>]|hacked/);
	});

	describe.skipIf(!chromiumPath)('in a browser', () => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await launch();
		});
		afterAll(() => browser.close());

		async function visit(path: string, session?: string): Promise<{ page: Page; faults: string[] }> {
			const opened = await openPage(browser, site.url, { locale: 'da', width: 1280, javaScript: true });
			if (session) await opened.page.context().addCookies([{ name: 'session', value: session, url: site.url }]);
			await opened.page.goto(site.url + path, { waitUntil: 'networkidle' });
			return opened;
		}
		async function isHarmless(page: Page, faults: string[]): Promise<void> {
			expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
			// The policy would stop the script in any case: the element itself must not have come to be.
			expect(await page.locator('img[src="x"]').count()).toBe(0);
			expect(faults).toEqual([]);
		}

		it('the list, and a place’s pop-up on the map', async () => {
			const { page, faults } = await visit('/offers');
			expect(await page.locator('main').innerText()).toContain('<img src=x');
			await isHarmless(page, faults);
			await page.locator('.mark-anchor button').first().click();
			await page.locator('.leaflet-popup', { hasText: '<img src=x' }).waitFor();
			await isHarmless(page, faults);
			await page.context().close();
		});

		it('the pages of the offer, on screen and in print, and of who reads of it', async () => {
			const looks: [string, string | undefined][] = [
				[`/offers/${offerSlug}`, undefined],
				[`/offers/${offerSlug}/print`, undefined],
				[`/offers?q=${encodeURIComponent(attack)}`, undefined],
				[link, undefined],
				['/citizens', sessions.caseworker],
				[`/citizens/${citizenId}`, sessions.caseworker],
				['/referrals', sessions.caseworker],
				[`/referrals/${referralId}`, sessions.caseworker],
				[`/referrals/${referralId}/print/consent`, sessions.caseworker],
				['/inbox', sessions.contact],
				[`/inbox/${referralId}`, sessions.contact],
			];
			for (const [path, session] of looks) {
				const { page, faults } = await visit(path, session);
				expect(await page.locator('body').innerText(), path).toContain('<img src=x');
				await isHarmless(page, faults);
				await page.context().close();
			}
		});
	});
});

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
