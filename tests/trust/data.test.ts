import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCitizen } from '../../src/lib/citizens/citizens.server.ts';
import { subjectAccess } from '../../src/lib/citizens/subject-access.server.ts';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { eraseEverywhere } from '../../src/lib/erasure.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { onEachDatabase, onEmbeddedDatabase } from '../database.ts';
import type { Meeting } from '../factories.ts';
import { makeCompletedReferral, makeSentReferral, marker } from '../referred-citizen.ts';
import { serveSite, type Site } from '../request.ts';
import { loggedBy } from './revealed.ts';
import { people, whoGetsIn, type Person } from './routes.ts';
import { statement } from './statements.ts';
import { makeWorld, type World } from './world.ts';

onEachDatabase('data about people', (open) => {
	let site: Site;
	let world: World;
	let all: Meeting;
	beforeAll(async () => {
		await open();
		site = await serveSite();
		world = await makeWorld(site);
		all = world.meeting;
	});

	describe(statement(18), () => {
		const lines = async () => {
			const { rows } = await asActor(systemActor, (tx) => tx.execute(sql`select * from audit_entry order by id`));
			return rows as { action: string; result: string; role: string | null; actor_kind: string }[];
		};
		/** What the log gained while this was done: `action result` */
		async function gained(work: () => Promise<unknown>): Promise<string[]> {
			const before = (await lines()).length;
			await work();
			return (await lines()).slice(before).map(({ action, result }) => `${action} ${result}`);
		}

		it('reading, searching, printing', async () => {
			const { caseworker, contact, citizen } = world.clients;
			const { citizenId, referralId } = world.sent;
			const looks: [() => Promise<unknown>, string][] = [
				[() => caseworker.get('/citizens'), 'citizen.list ok'],
				[() => caseworker.post('/citizens', { q: marker }), 'citizen.search ok'],
				[() => caseworker.post('/referrals/new?/search', { q: marker }), 'citizen.search ok'],
				[() => caseworker.get(`/citizens/${citizenId}`), 'citizen.read ok'],
				[() => caseworker.get(`/citizens/${citizenId}/edit`), 'citizen.read ok'],
				[() => caseworker.get('/referrals'), 'referral.list ok'],
				[() => caseworker.get(`/referrals/${referralId}`), 'referral.read ok'],
				[() => caseworker.get(`/referrals/${referralId}/print/consent`), 'referral.read ok'],
				[() => caseworker.get(`/referrals/${world.draft.referralId}/consent`), 'referral.read ok'],
				[() => contact.get('/inbox'), 'inbox.list ok'],
				[() => contact.get(`/inbox/${referralId}`), 'referral.read ok'],
				[() => citizen.get(world.link), 'referral.read ok'],
			];
			for (const [look, action] of looks) expect(await gained(look), action).toContain(action);
		});

		it('exporting', async () => {
			const ask = () => asActor(systemActor, (tx) => subjectAccess(tx, systemActor, world.sent.citizenId));
			expect(await gained(ask)).toContain('export.subject_access ok');
		});

		it('being refused, with the route and the reason', async () => {
			const { stranger, outsider, leader } = world.clients;
			const { citizenId, referralId } = world.sent;
			expect(await gained(() => stranger.get(`/citizens/${citizenId}`))).toEqual([
				expect.stringMatching(/^denied \/\(staff\)\/citizens\/\[id=uuid\] \w+\.not_found$/),
			]);
			expect((await gained(() => outsider.get(`/inbox/${referralId}`))).join()).toMatch(/^denied .*not_found/);
			expect(await gained(() => leader.get('/citizens'))).toEqual(['denied /(staff)/citizens identity.not_allowed']);
			const refused = await gained(() => leader.post(`/referrals/${referralId}?/withdraw`, { version: '1' }));
			expect(refused).toEqual(['denied /(staff)/referrals/[id=uuid] identity.not_allowed']);
		});

		it('holds codes and ids, never a word', async () => {
			const all = await lines();
			expect(all.length).toBeGreaterThan(20);
			expect(JSON.stringify(all)).not.toContain(marker);
			const { rows } = await asActor(systemActor, (tx) =>
				tx.execute(sql`select distinct action, result, actor_kind, role, subject_type from audit_entry`),
			);
			for (const row of rows as Record<string, string | null>[]) {
				const { action, ...codes } = row;
				expect(action).toMatch(/^([a-z_]+\.[a-z_]+|denied \/[\w()[\]=/.-]*)$/);
				for (const code of Object.values(codes)) expect(code ?? '').toMatch(/^[a-z_.]*$/);
			}
		});
	});

	describe(statement(16), () => {
		it.each([
			['swapped with another citizen’s', 'set given_name = (select given_name from citizen where id <> c.id limit 1)'],
			['swapped with another column’s', 'set given_name = family_name'],
			['changed in one bit', 'set given_name = set_bit(given_name, 200, 1 - get_bit(given_name, 200))'],
			['cut', 'set given_name = substring(given_name from 1 for length(given_name) - 1)'],
		])('%s: nothing is shown, and the log says so', async (_, change) => {
			const { citizenId } = await makeSentReferral(all);
			await makeSentReferral(all);
			await asActor(systemActor, (tx) => tx.execute(sql.raw(`update citizen c ${change} where id = '${citizenId}'`)));
			await expect(asActor(all.caseworker, (tx) => readCitizen(tx, all.caseworker, citizenId))).rejects.toMatchObject({
				code: 'encryption.unreadable',
				status: 500,
			});
			const client = site.client();
			await client.signInAs(all.caseworker);
			const said = await loggedBy(async () => {
				const { status, body } = await client.get(`/citizens/${citizenId}`);
				expect(status).toBe(500);
				expect(body).not.toContain(marker);
			});
			expect(said).not.toContain(marker);
		});
	});

	describe(statement(17), () => {
		it('pages, exports, the search and the log', async () => {
			const { meeting } = world;
			const done = await makeCompletedReferral(meeting);
			const erase = () => asActor(systemActor, (tx) => eraseEverywhere(tx, systemActor, done.citizenId));
			expect(await loggedBy(erase)).not.toContain(marker);
			const held = await asActor(systemActor, (tx) => subjectAccess(tx, systemActor, done.citizenId));
			expect(JSON.stringify(held)).not.toContain(marker);
			const { caseworker, contact } = world.clients;
			for (const path of [`/citizens/${done.citizenId}`, `/referrals/${done.referralId}`]) {
				const { status, body } = await caseworker.get(path);
				expect(status, path).toBe(404);
				expect(body).not.toContain(marker);
			}
			expect((await contact.get(`/inbox/${done.referralId}`)).body).not.toContain(marker);
			for (const path of [`/api/offers?q=${marker}`, `/offers?q=sidder+alene`]) {
				expect((await site.client().get(path)).body).not.toContain(`${marker}sen`);
			}
		});
	});
});

onEmbeddedDatabase(statement(20), (open) => {
	let world: World;
	beforeAll(async () => {
		await open();
		world = await makeWorld(await serveSite());
	});

	const pages = Object.keys(whoGetsIn).filter((line) => line.startsWith('GET '));
	const enter = async (line: string, person: Person) =>
		world.clients[person].get(world.address(line.slice('GET '.length), person));
	/** Everything a page leads to, sends to or loads. */
	const addresses = (body: string) =>
		[...body.matchAll(/\b(?:href|action|src|formaction)="([^"]*)"/g)].map(([, address = '']) => address);

	it('whoever may open it, every page that is not for all is kept by nobody', async () => {
		let seen = 0;
		for (const line of pages) {
			const whom = whoGetsIn[line];
			if (people.every((person) => whom?.[person] === 'in')) continue;
			for (const person of people.filter((each) => whom?.[each] === 'in')) {
				const { headers, status } = await enter(line, person);
				if (status !== 200) continue;
				expect(headers.get('cache-control'), `${line} as ${person}`).toContain('no-store');
				seen += 1;
				// The same for scripts, which a cache could keep just as well.
				const path = world.address(line.slice('GET '.length), person);
				const data = await world.clients[person].get(`${path.replace(/\/$/, '')}/__data.json`);
				if (data.status === 200) {
					expect(data.headers.get('cache-control'), `${line} as ${person}, for scripts`).toContain('no-store');
				}
			}
		}
		expect(seen).toBeGreaterThan(25);
	});

	it('neither is one that is open to all, once somebody has signed in', async () => {
		for (const path of ['/', '/offers', '/about']) {
			const { headers } = await world.clients.caseworker.get(path);
			expect(headers.get('cache-control'), path).toContain('no-store');
		}
	});

	it('no address on any page holds a name, a telephone number or a secret', async () => {
		const secrets = [marker, marker.toLowerCase(), '00 11 22 33', 'borger.example', world.link.split('/').at(-1) ?? ''];
		const sessions = [...Object.values(world.clients)].flatMap(({ cookies }) => cookies.get('session') ?? []);
		expect(sessions.length).toBeGreaterThan(7);
		let count = 0;
		for (const line of pages) {
			for (const person of people.filter((each) => whoGetsIn[line]?.[each] === 'in')) {
				const { body } = await enter(line, person);
				for (const address of addresses(body)) {
					// A number or address to call or write to is what such a link is for.
					if (/^(tel|mailto|data):/.test(address) || address.startsWith(world.link)) continue;
					const found = [...secrets, ...sessions].filter((secret) => decodeURIComponent(address).includes(secret));
					expect(found, `${line} as ${person}: ${address}`).toEqual([]);
					count += 1;
				}
			}
		}
		expect(count).toBeGreaterThan(1000);
	});

	it('nor does where a form leads, whatever was typed into it', async () => {
		const { caseworker } = world.clients;
		const typed = {
			request_id: crypto.randomUUID(),
			given_name: marker,
			family_name: 'Hemmeligsen',
			phone: '00 11 22 33',
			language: 'da',
			adult: 'yes',
		};
		const { location } = await caseworker.post('/citizens/new', typed);
		expect(location).toMatch(/^\/citizens\/[0-9a-f-]{36}(\?|$)/);
		expect(location).not.toMatch(/kv|hemmelig|0011/i);
		const signedOut = await world.clients.nobody.post('/citizens/new', typed);
		expect(signedOut.location).toBe('/sign-in?return=%2Fcitizens%2Fnew');
	});

	it('and the page of a citizen’s link tells no other site where it is', async () => {
		const { headers } = await world.clients.citizen.get(world.link);
		expect(headers.get('referrer-policy')).toBe('strict-origin');
	});
});
