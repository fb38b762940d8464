import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCitizen, findCitizens } from '../src/lib/citizens/citizens.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor, type StaffActor } from '../src/lib/identity/actor.ts';
import { actorByToken } from '../src/lib/referrals/links.server.ts';
import { readReferral } from '../src/lib/referrals/read-referral.server.ts';
import { acceptReferral, openReferral } from '../src/lib/referrals/referrals.server.ts';
import { onEmbeddedDatabase } from './database.ts';
import { makeMeeting, makeOffer, makeStaff, type Meeting } from './factories.ts';
import { serveSite, type Client, type Form, type Site } from './request.ts';

const someone = {
	givenName: 'Prøve',
	familyName: 'Ærlig',
	phone: '00 11 22 33',
	email: 'proeve@test.example',
	safeContact: '',
	language: 'da',
	needsInterpreter: false,
	ageBand: '',
	adult: true,
} as const;

const person: Form = { given_name: 'Ny', family_name: 'Borger', phone: '00 11 22 33', language: 'so', adult: 'yes' };

onEmbeddedDatabase('the caseworker’s pages', (open) => {
	let site: Site;
	let all: Meeting;
	let client: Client;

	beforeAll(async () => {
		await open();
		site = await serveSite();
		all = await makeMeeting();
	});
	beforeEach(async () => {
		client = site.client();
		await client.signInAs(all.caseworker);
	});

	const newCitizen = (actor: StaffActor = all.caseworker) => asActor(actor, (tx) => createCitizen(tx, actor, someone));
	const read = (id: string) => asActor(all.caseworker, (tx) => readReferral(tx, all.caseworker, id));
	const count = async (table: string) => {
		const result = await asActor(all.caseworker, (tx) =>
			tx.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`),
		);
		return Number((result.rows[0] as { n: number }).n);
	};
	/** What a person sees: the data for the scripts is theirs too, and would be counted twice. */
	const seen = (body: string) => body.replaceAll(/<script[\s\S]*?<\/script>/g, '');
	const idOf = (location: string | undefined) => /\/referrals\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';

	async function draft(): Promise<string> {
		const form = { request_id: randomUUID(), offer: all.offer.slug, citizen: await newCitizen() };
		return idOf((await client.post('/referrals/new?/create', form)).location);
	}

	/** A draft all the way to its answer, page by page as a browser without scripts does it. */
	async function consented(): Promise<string> {
		const id = await draft();
		await client.post(`/referrals/${id}/why`, { purpose: 'accompaniment', need: 'Selskab', goals: 'Kaffe' });
		await client.post(`/referrals/${id}/accompaniment`, { who: 'Lise', when: 'tirsdag', where: 'ved døren' });
		const question = { fields: ['given_name', 'accompaniment'], language: 'da', giver: 'citizen' };
		await client.post(`/referrals/${id}/consent?/ask`, question);
		const consent = (await read(id)).consent?.id ?? '';
		const answer = { consent, answer: 'yes', feedback: 'no', method: 'oral' };
		expect((await client.post(`/referrals/${id}/consent?/answer`, answer)).location).toBe(`/referrals/${id}/review`);
		return id;
	}

	async function sent(): Promise<string> {
		const id = await consented();
		await client.post(`/referrals/${id}/review`, { version: String((await read(id)).version) });
		expect((await read(id)).state).toBe('sent');
		return id;
	}

	describe('are for their own centre', () => {
		it('and another centre’s, an unknown and a misspelt id are not found alike', async () => {
			const id = await sent();
			const citizenId = (await read(id)).citizen.id;
			const stranger = site.client();
			await stranger.signInAs(all.stranger);
			const paths = (referral: string, citizen: string) => [
				`/citizens/${citizen}`,
				`/citizens/${citizen}/edit`,
				`/referrals/${referral}`,
				`/referrals/${referral}/why`,
				`/referrals/${referral}/print/consent`,
			];
			for (const path of paths(id, citizenId)) expect((await stranger.get(path)).status, path).toBe(404);
			for (const path of paths(randomUUID(), randomUUID())) expect((await client.get(path)).status, path).toBe(404);
			expect((await client.get('/referrals/1')).status).toBe(404);
			const withdrawal = await stranger.post(`/referrals/${id}?/withdraw`, { version: '1' });
			expect(withdrawal.status).toBe(404);
			expect((await read(id)).state).toBe('sent');
		});

		it('and nobody else’s: roles without them are refused, nobody signed in is asked to sign in', async () => {
			const leader = site.client();
			await leader.signInAs(all.staff.leader);
			const contact = site.client();
			await contact.signInAs(all.contact);
			for (const path of ['/citizens', '/citizens/new', '/referrals', '/referrals/new']) {
				expect((await leader.get(path)).status, path).toBe(403);
				expect((await contact.get(path)).status, path).toBe(403);
				expect((await site.client().get(path)).location).toContain('/sign-in?return=');
			}
		});

		it('and no citizen of another centre can be referred', async () => {
			const theirs = await newCitizen(all.stranger);
			const form = { request_id: randomUUID(), offer: all.offer.slug, citizen: theirs };
			expect((await client.post('/referrals/new?/create', form)).status).toBe(404);
		});
	});

	describe('about citizens', () => {
		it('stop anyone under 18 with the reason, and keep what was typed', async () => {
			const before = await count('citizen');
			const answer = await client.post('/citizens/new', { ...person, request_id: randomUUID(), adult: 'no' });
			expect(answer.status).toBe(422);
			expect(answer.body).toContain('Her kan kun voksne henvises');
			expect(answer.body).toMatch(/name="family_name"[^>]*value="Borger"/);
			expect(answer.body).toMatch(/<option value="so" selected/);
			expect(await count('citizen')).toBe(before);
		});

		it('say what is missing beside the field, in the language of the page', async () => {
			const english = site.client('en');
			await english.signInAs(all.caseworker);
			const answer = await english.post('/citizens/new', { request_id: randomUUID(), language: 'so', email: 'nej' });
			expect(answer.status).toBe(400);
			for (const text of ['first name', 'whole e-mail address', '18 or older']) expect(answer.body).toContain(text);
		});

		it('take no CPR number, in any field', async () => {
			const before = await count('citizen');
			const form = { ...person, request_id: randomUUID(), safe_contact: 'cpr 010190-1234' };
			const answer = await client.post('/citizens/new', form);
			expect(answer.status).toBe(400);
			expect(answer.body).toContain('ligner et CPR-nummer');
			expect(await count('citizen')).toBe(before);
		});

		it('make one citizen and one referral of a form sent twice', async () => {
			const before = [await count('citizen'), await count('referral')];
			const form = { ...person, request_id: randomUUID(), offer: all.offer.slug };
			const first = await client.post('/citizens/new', form);
			const second = await client.post('/citizens/new', form);
			expect(first.location).toMatch(/^\/referrals\/.+\/why$/);
			expect(second.location).toBe(first.location);
			expect([await count('citizen'), await count('referral')]).toEqual(before.map((n) => n + 1));
		});

		it('find a name without putting it into an address', async () => {
			await newCitizen();
			const answer = await client.post('/citizens', { q: 'ærl' });
			expect(answer.status).toBe(200);
			expect(answer.body).toContain('Prøve Ærlig');
			expect((await client.get('/citizens?q=zzz')).body).toContain('Prøve Ærlig');
			expect((await client.post('/citizens', { q: 'findes ikke' })).body).toContain('Ingen borger hedder');
		});

		const versionShown = async (id: string) =>
			/name="version" value="(\w+)"/.exec((await client.get(`/citizens/${id}/edit`)).body)?.[1] ?? '';

		it('correct what is written, and come back to where one was', async () => {
			const id = await newCitizen();
			const changed = { ...person, given_name: 'Rettet', version: await versionShown(id) };
			const answer = await client.post(`/citizens/${id}/edit?return=%2Freferrals`, changed);
			expect(answer.location).toBe('/referrals');
			expect((await client.get(`/citizens/${id}`)).body).toContain('Rettet');
		});

		it('are told when a colleague corrected it meanwhile, and may save theirs after all', async () => {
			const id = await newCitizen();
			const version = await versionShown(id);
			const correct = (given_name: string, seenVersion: string, phone = '') =>
				client.post(`/citizens/${id}/edit`, { ...person, given_name, phone, version: seenVersion });
			expect((await correct('Kollegaens', version)).status).toBe(303);
			// A mistake of another kind is not the moment at which the colleague's words are forgotten.
			const wrong = await correct('Min', version, 'bogstaver');
			expect([wrong.status, /name="version" value="(\w+)"/.exec(wrong.body)?.[1]]).toEqual([400, version]);
			const late = await correct('Min', version);
			expect(late.status).toBe(409);
			expect(late.body).toContain('En kollega har rettet oplysningerne imens');
			expect(late.body).toMatch(/name="given_name"[^>]*value="Min"/);
			expect((await client.get(`/citizens/${id}`)).body).toContain('Kollegaens');
			const known = /name="version" value="(\w+)"/.exec(late.body)?.[1] ?? '';
			expect((await correct('Min', known)).status).toBe(303);
		});

		it('give back what was typed before the session ended', async () => {
			client.signOut();
			const lost = await client.post('/citizens/new', { ...person, request_id: randomUUID(), offer: all.offer.slug });
			expect(lost.location).toBe('/sign-in?return=%2Fcitizens%2Fnew');
			await client.signInAs(all.caseworker);
			const page = await client.get('/citizens/new');
			expect(page.body).toMatch(/name="given_name"[^>]*value="Ny"/);
			expect(page.body).toContain(all.offer.name);
		});

		it('give it to nobody else who signs in on the same computer, nor keep what a stranger sends', async () => {
			const typed = () => ({ ...person, given_name: 'Fortrolig', request_id: randomUUID(), offer: '' });
			const kept = async () => {
				const { rows } = await asActor(systemActor, (tx) =>
					tx.execute(sql`select count(*)::int as n from pending_form`),
				);
				return (rows[0] as { n: number }).n;
			};
			const before = await kept();
			await site.client().post('/citizens/new', typed());
			expect(await kept()).toBe(before);
			client.signOut();
			await client.post('/citizens/new', typed());
			expect(await kept()).toBe(before + 1);
			await client.signInAs(all.stranger);
			for (let times = 0; times < 2; times++)
				expect((await client.get('/citizens/new')).body).not.toContain('Fortrolig');
			expect(await kept()).toBe(before);
			// Not even what one leaves behind oneself, when one signs out.
			client.signOut();
			await client.post('/citizens/new', typed());
			await client.post('/sign-out');
			await client.signInAs(all.stranger);
			expect((await client.get('/citizens/new')).body).not.toContain('Fortrolig');
		});

		it('keep no more than an office can have typed in an hour', async () => {
			const typed = { ...person, request_id: randomUUID(), offer: '' };
			const there = { 'x-forwarded-for': '10.7.8.9' };
			client.signOut();
			for (let times = 0; times < 60; times++) {
				await client.post('/citizens/new', typed, there);
				expect(client.cookies.delete('kept')).toBe(true);
			}
			const lost = await client.post('/citizens/new', typed, there);
			expect([lost.status, client.cookies.has('kept')]).toEqual([303, false]);
			await client.post('/citizens/new', typed, { 'x-forwarded-for': '10.7.8.10' });
			expect(client.cookies.has('kept')).toBe(true);
		});
	});

	describe('that make a referral', () => {
		it('go from the offer to sent without any script, and show what the organisation will see', async () => {
			const id = await consented();
			const review = seen((await client.get(`/referrals/${id}/review`)).body);
			expect(review).toContain('ved døren');
			expect(review).not.toMatch(/00 11 22 33|Selskab|Kaffe/);
			const { version } = await read(id);
			const first = await client.post(`/referrals/${id}/review`, { version: String(version) });
			const again = await client.post(`/referrals/${id}/review`, { version: String(version) });
			expect(first.location).toBe(`/referrals/${id}`);
			expect(again.location).toBe(`/referrals/${id}`);
			expect((await read(id)).state).toBe('sent');
			expect((await client.get(`/referrals/${id}/why`)).location).toBe(`/referrals/${id}`);
		});

		it('make one referral of a form sent twice', async () => {
			const before = await count('referral');
			const form = { request_id: randomUUID(), offer: all.offer.slug, citizen: await newCitizen() };
			const first = await client.post('/referrals/new?/create', form);
			expect((await client.post('/referrals/new?/create', form)).location).toBe(first.location);
			expect(await count('referral')).toBe(before + 1);
		});

		it('lead a draft on to where one left off, and not ahead of it', async () => {
			const id = await draft();
			expect((await client.get(`/referrals/${id}`)).location).toBe(`/referrals/${id}/why`);
			expect((await client.get(`/referrals/${id}/review`)).location).toBe(`/referrals/${id}/why`);
			const why = { purpose: 'information', need: 'Vil gerne kende jer' };
			expect((await client.post(`/referrals/${id}/why`, why)).location).toBe(`/referrals/${id}/consent`);
			expect((await client.get(`/referrals/${id}/accompaniment`)).location).toBe(`/referrals/${id}/consent`);
			expect((await client.get('/referrals')).body).toContain(`/referrals/${id}`);
		});

		it('choose nothing beforehand, and tick what is necessary when asked to', async () => {
			const id = await draft();
			await client.post(`/referrals/${id}/why`, { purpose: 'contact', need: 'Selskab' });
			const ticked = (body: string) =>
				[...body.matchAll(/<input[^>]*name="fields"[^>]*>/g)]
					.filter(([tag]) => /\schecked/.test(tag))
					.map(([tag]) => /value="([^"]+)"/.exec(tag)?.[1]);
			expect(ticked((await client.get(`/referrals/${id}/consent`)).body)).toEqual([]);
			const suggested = await client.post(`/referrals/${id}/consent?/suggest`, { fields: 'need', language: 'pl' });
			expect(ticked(suggested.body)).toEqual(['given_name', 'phone', 'need']);
			expect(suggested.body).toMatch(/<option value="pl" selected/);
		});

		it('refuse too little before the citizen is asked', async () => {
			const id = await draft();
			await client.post(`/referrals/${id}/why`, { purpose: 'contact', need: 'Selskab' });
			const question = { fields: ['given_name', 'need'], language: 'da', giver: 'citizen' };
			const answer = await client.post(`/referrals/${id}/consent?/ask`, question);
			expect(answer.status).toBe(422);
			expect(answer.body).toContain('for lidt til det');
			expect((await read(id)).consent).toBeUndefined();
		});

		it('hold an answer to the question that was on the page', async () => {
			const id = await draft();
			await client.post(`/referrals/${id}/why`, { purpose: 'information', need: 'Selskab' });
			const ask = (fields: string[]) =>
				client.post(`/referrals/${id}/consent?/ask`, { fields, language: 'da', giver: 'citizen' });
			await ask(['given_name']);
			const first = (await read(id)).consent?.id ?? '';
			await ask(['given_name', 'phone']);
			const answer = { consent: first, answer: 'yes', feedback: 'yes', method: 'oral' };
			expect((await client.post(`/referrals/${id}/consent?/answer`, answer)).status).toBe(409);
			expect((await read(id)).consent?.state).toBe('requested');
		});

		it('say why an offer takes nobody today, and what to do instead', async () => {
			const full = await makeOffer({ capacity: 'full', name: 'Fuldt sted' });
			const page = await client.get(`/referrals/new?offer=${full.slug}`);
			expect(page.body).toContain('Tilbuddet er fuldt lige nu');
			expect(page.body).toContain('href="/offers"');
			const form = { request_id: randomUUID(), offer: full.slug, citizen: await newCitizen() };
			expect((await client.post('/referrals/new?/create', form)).status).toBe(409);
			expect((await client.get('/referrals/new?offer=findes-ikke')).status).toBe(404);
			expect((await client.get('/referrals/new')).body).toContain('Find først et tilbud');
		});

		it('bring what was written along to another offer, and ask for consent anew', async () => {
			const from = await sent();
			const other = await makeOffer();
			const page = await client.get(`/referrals/new?offer=${other.slug}&from=${from}`);
			expect(page.body).toContain('Henvis Prøve Ærlig hertil');
			const citizen = (await read(from)).citizen.id;
			const form = { request_id: randomUUID(), offer: other.slug, citizen, from };
			const id = idOf((await client.post('/referrals/new?/create', form)).location);
			expect(await read(id)).toMatchObject({ state: 'draft', texts: { need: 'Selskab', goals: 'Kaffe' } });
			expect((await read(id)).consent).toBeUndefined();
		});
	});

	describe('about a referral', () => {
		it('tell who was first when a page is stale, and keep what was typed', async () => {
			const id = await sent();
			const { version } = await read(id);
			await asActor(all.contact, async (tx) => {
				await openReferral(tx, all.contact, id);
				const plan = { contactPlan: 'Maria ringer', contactBy: '2026-11-06' };
				await acceptReferral(tx, all.contact, { referralId: id, version: version + 1 }, plan);
			});
			const form = { form: 'error', version: String(version), error_reason: 'duplicate' };
			const answer = await client.post(`/referrals/${id}?/error`, form);
			expect(answer.status).toBe(409);
			expect(answer.body).toContain('Der er sket noget, siden du åbnede siden');
			expect(answer.body).toMatch(/Senest: .*sagde ja/);
			expect(answer.body).toMatch(/value="duplicate" checked/);
			expect((await read(id)).state).toBe('accepted');
			expect(answer.body).toContain('har sagt ja. Maria ringer. Senest fredag 6. november.');
		});

		it('send a message once, and none after the consent has ended', async () => {
			const id = await sent();
			const message = { form: 'message', request_id: randomUUID(), text: 'Vi ses tirsdag' };
			await client.post(`/referrals/${id}?/message`, message);
			await client.post(`/referrals/${id}?/message`, message);
			const page = seen((await client.get(`/referrals/${id}`)).body);
			expect(page.split('Vi ses tirsdag')).toHaveLength(2);
			const { version } = await read(id);
			const withdrawn = await client.post(`/referrals/${id}?/withdraw`, { form: 'withdraw', version: String(version) });
			expect(withdrawn.location).toBe(`/referrals/${id}`);
			expect((await read(id)).state).toBe('withdrawn');
			const late = { form: 'message', request_id: randomUUID(), text: 'Hallo?' };
			const refused = await client.post(`/referrals/${id}?/message`, late);
			expect(refused.status).toBe(409);
			expect(refused.body).toContain('Samtykket gælder ikke længere');
		});

		it('want a reason before anything is ended', async () => {
			const id = await sent();
			const { version } = await read(id);
			const answer = await client.post(`/referrals/${id}?/error`, { form: 'error', version: String(version) });
			expect(answer.status).toBe(400);
			expect(answer.body).toContain('Vælg, hvad der gik galt');
			expect(answer.body).toMatch(/<details[^>]* open[^>]*>(?:(?!<details)[\s\S])*id="act-error"/);
		});

		it('show the citizen’s link once, on the page or the paper, and the newest alone works', async () => {
			const id = await sent();
			const linkIn = (body: string) => /\/consent\/([\w-]{20,})/.exec(body)?.[1] ?? '';
			const shown = linkIn((await client.post(`/referrals/${id}?/link`)).body);
			expect((await actorByToken(shown))?.referralId).toBe(id);
			expect(linkIn((await client.get(`/referrals/${id}`)).body)).toBe('');
			const printed = await client.post(`/referrals/${id}/print/consent?/link`);
			expect((await actorByToken(linkIn(printed.body)))?.referralId).toBe(id);
			expect(await actorByToken(shown)).toBeUndefined();
			expect(linkIn((await client.get(`/referrals/${id}/print/consent`)).body)).toBe('');
		});
	});

	describe('to hand over', () => {
		it('give one or all to a colleague of the centre, and to nobody else', async () => {
			const giver = await makeStaff('caseworker', 'cabs', { name: 'Giver' });
			await client.signInAs(giver);
			const [first, second] = [await draft(), await draft()];
			// A draft has no page with this form, but it can be posted all the same.
			await client.post(`/referrals/${first}?/handOver`, { to: all.stranger.userId });
			expect((await read(first)).caseworker.id).toBe(giver.userId);
			expect((await client.post('/referrals/hand-over', { to: all.stranger.userId })).status).toBe(422);
			const given = await client.post('/referrals/hand-over', { to: all.colleague.userId });
			expect(given.location).toBe('/referrals/hand-over?done=2');
			for (const id of [first, second]) expect((await read(id)).caseworker.id).toBe(all.colleague.userId);
			// Whose they are is not for a caseworker to say.
			const stolen = await client.post('/referrals/hand-over', { from: all.colleague.userId, to: giver.userId });
			expect(stolen.status).toBe(400);
			expect((await read(first)).caseworker.id).toBe(all.colleague.userId);
		});

		it('let a coordinator do it for a colleague who is away', async () => {
			const away = await makeStaff('caseworker', 'cabs', { name: 'Væk Andersen' });
			await client.signInAs(away);
			const id = await draft();
			const coordinator = site.client();
			await coordinator.signInAs(all.staff.coordinator);
			expect((await coordinator.get('/referrals/hand-over')).body).toContain('Væk Andersen (1 åbne)');
			const form = { from: away.userId, to: all.colleague.userId };
			expect((await coordinator.post('/referrals/hand-over', form)).location).toBe('/referrals/hand-over?done=1');
			expect((await read(id)).caseworker.id).toBe(all.colleague.userId);
		});
	});

	it('find a centre’s citizens for nobody of another', async () => {
		const theirs = await asActor(all.stranger, (tx) => findCitizens(tx, all.stranger, ''));
		const ours = await asActor(all.caseworker, (tx) => findCitizens(tx, all.caseworker, '', 1000));
		expect(theirs.filter(({ id }) => ours.some((each) => each.id === id))).toEqual([]);
	});
});
