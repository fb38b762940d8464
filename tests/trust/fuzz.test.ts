import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCitizen } from '../../src/lib/citizens/citizens.server.ts';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { serveSite, type Answer, type Form, type Site } from '../request.ts';
import { internals, readable } from './revealed.ts';
import { people, whoGetsIn, type Person } from './routes.ts';
import { statement } from './statements.ts';
import { makeWorld, type World } from './world.ts';

/*
 * Whatever is sent, the answer is an answer: never a 500, never a trace, never a wait. `FUZZ_RUNS` says how often each
 * route is tried (default 6), `FUZZ_SEED` repeats a run.
 */
const runs = Number(process.env.FUZZ_RUNS ?? 6);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** Milliseconds that no answer may take. */
const patience = 2000;

const nasty = [
	'',
	' ',
	'\0',
	'Åse\0Prøve',
	'\u202Eevil\u202C',
	'\u200B\u200D\uFEFF',
	'A\u030A e\u0301 n\u0303',
	'👩🏽‍🚒',
	'فاطمة',
	'\uFFFF',
	'-1',
	'0',
	'1e999',
	'NaN',
	'Infinity',
	'9'.repeat(400),
	'2026-13-45',
	'0000-00-00',
	'99999-01-01',
	'1.5',
	'null',
	'undefined',
	'__proto__',
	'constructor',
	'%00%0d%0aSet-Cookie: a=b',
	'\r\nX-Evil: 1',
	"' or 1=1; drop table referral; --",
	'<script>alert(1)</script>',
	'../../../etc/passwd',
	'//evil.example',
	'javascript:alert(1)',
	'{"a":{"b":[]}}',
	'00000000-0000-0000-0000-000000000000',
	'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
	// What slow regular expressions choke on.
	'a'.repeat(50_000) + '!',
	' '.repeat(50_000) + 'x',
	'0'.repeat(50_000) + 'x',
	'a@'.repeat(20_000),
	'1,'.repeat(20_000),
];
const text = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom(...nasty) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
	{ weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
);

/** Names that the pages read from an address. */
const parameters = [
	...['q', 'page', 'sort', 'bbox', 'zoom', 'age', 'lat', 'lon', 'radius', 'theme', 'district', 'open', 'language'],
	...['lang', 'done', 'return', 'answer', 'again', 'role', 'older', 'from', 'to', 'kind', 'person', 'citizen'],
	...['state', 'organisation', 'whose', 'offer', 'period', 'change', 'withdraw', 'capacity', 'free', 'near', 'format'],
	...['limit', 'per_page', 'modified_after', 'taxonomy_term', 'token', 'code', 'provider', 'id', 'height'],
];
const query = fc.dictionary(fc.constantFrom(...parameters), text, { maxKeys: 4 });
/** The good form with some fields spoilt, doubled or left out, and one that no page knows. */
const spoilt = (form: Form) =>
	fc.record(
		{
			...Object.fromEntries(
				Object.entries(form).map(([name, value]) => [
					name,
					fc.oneof(
						{ weight: 2, arbitrary: fc.constant(value) },
						{ weight: 3, arbitrary: text },
						{ weight: 1, arbitrary: fc.array(text, { maxLength: 3 }) },
					),
				]),
			),
			unknown: text,
		},
		{ requiredKeys: [] },
	) as fc.Arbitrary<Form>;

async function timed(work: () => Promise<Answer>): Promise<Answer & { ms: number }> {
	const started = performance.now();
	const answer = await work();
	return { ...answer, ms: performance.now() - started };
}

/** What every answer must be. */
function isAnAnswer({ status, body, ms, headers }: Answer & { ms: number }): void {
	expect(status).toBeLessThan(500);
	// A file to take along holds what it holds.
	if (headers.get('content-type')?.startsWith('text/html')) expect(readable(body)).not.toMatch(internals);
	expect(ms).toBeLessThan(patience);
	expect(headers.get('x-evil')).toBeNull();
}

onEmbeddedDatabase(statement(25, 'hostile input'), (open) => {
	let site: Site;
	let world: World;
	beforeAll(async () => {
		await open();
		site = await serveSite();
		world = await makeWorld(site);
		console.log(`FUZZ_SEED=${seed} FUZZ_RUNS=${runs}`);
	});
	const settings = { seed, numRuns: runs, interruptAfterTimeLimit: 20_000, endOnFailure: true };

	/** Mostly as somebody who gets in, where there is most to break. */
	const whoever = (line: string) => {
		const welcome = people.filter((person) => whoGetsIn[line]?.[person] === 'in');
		return fc.constantFrom<Person>(...welcome, ...welcome, ...people.slice(0, 1));
	};

	it.each(Object.keys(whoGetsIn).filter((line) => /^(GET|POST) /.test(line)))('%s', async (line) => {
		const [method = '', route = ''] = line.split(' ');
		const [path = '', action] = route.split('?');
		const property = fc.asyncProperty(whoever(line), query, spoilt(world.form(route)), async (person, asked, form) => {
			const parts = new URLSearchParams(asked);
			const address = `${world.address(path, person)}?${action ? `${action}&` : ''}${parts}`;
			const client = world.clients[person];
			isAnAnswer(await timed(() => (method === 'GET' ? client.get(address) : client.post(address, form))));
		});
		await fc.assert(property, settings);
	});

	it('in the path itself, and in the cookies', async () => {
		const routes = ['/offers/', '/organisations/', '/consent/', '/citizens/', '/referrals/', '/inbox/', '/api/'];
		const property = fc.asyncProperty(fc.constantFrom(...routes), text, async (route, part) => {
			const short = part.slice(0, 2000).toWellFormed();
			isAnAnswer(await timed(() => world.clients.nobody.get(route + encodeURIComponent(short))));
			const client = site.client();
			for (const name of ['session', 'kept', 'locale']) client.cookies.set(name, short);
			isAnAnswer(await timed(() => client.get('/citizens/new')));
		});
		await fc.assert(property, { ...settings, numRuns: runs * 5 });
	});

	it('as bytes that are no text, and as kinds of body that no form has', async () => {
		const { caseworker } = world.clients;
		const send = (type: string, body: BodyInit) =>
			timed(async () => {
				const response = await fetch(`${site.url}/citizens/new`, {
					method: 'POST',
					body,
					redirect: 'manual',
					headers: {
						origin: site.url,
						accept: 'text/html',
						'content-type': type,
						cookie: `session=${caseworker.cookies.get('session')}`,
					},
				});
				const { status, headers } = response;
				return { status, headers, location: undefined, body: await response.text() };
			});
		const kinds = fc.constantFrom(
			'application/x-www-form-urlencoded',
			'multipart/form-data; boundary=x',
			'multipart/form-data',
			'text/plain',
			'application/json',
			'nonsense',
		);
		const property = fc.asyncProperty(kinds, fc.uint8Array({ maxLength: 400 }), async (kind, bytes) => {
			isAnAnswer(await send(kind, new Uint8Array(bytes)));
		});
		await fc.assert(property, { ...settings, numRuns: runs * 5 });
		isAnAnswer(await send('application/x-www-form-urlencoded', 'given_name=%ED%A0%80&given_name=%FF%FE'));
		isAnAnswer(
			await send('multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="q"\r\n\r\n'),
		);
	});

	it('larger than any form is refused early, with a word', async () => {
		const { caseworker } = world.clients;
		const started = performance.now();
		const { status } = await caseworker.post('/citizens/new', { given_name: 'x'.repeat(600_000) });
		expect(status).toBe(413);
		expect(performance.now() - started).toBeLessThan(patience);
	});

	describe('a name that is written otherwise than most', () => {
		// What was tried before may have ended this session, as it should: one can sign out everywhere.
		beforeAll(() => world.clients.caseworker.signInAs(world.meeting.caseworker));

		it.each([
			['combining', 'A\u030Ase O\u0308stergaard'],
			['from right to left', 'فاطمة الزهراء'],
			['with a turn of direction in it', 'Anna \u202Eevil\u202C'],
			['with nothing between letters', 'Mo\u200Bha\u200Dmed'],
			['outside the basic plane', '𠮷野 🙂'],
		])('%s, is kept as it was typed', async (_, name) => {
			const form = { request_id: crypto.randomUUID(), given_name: name, family_name: '', language: 'da', adult: 'yes' };
			const { location } = await world.clients.caseworker.post('/citizens/new', form);
			const id = /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? '';
			const { caseworker } = world.meeting;
			expect((await asActor(caseworker, (tx) => readCitizen(tx, caseworker, id))).givenName).toBe(name);
		});

		it('with the character that ends all text, is refused with a sentence beside the field', async () => {
			const form = {
				request_id: crypto.randomUUID(),
				given_name: 'Åse\0',
				family_name: 'Bliver',
				language: 'da',
				adult: 'yes',
			};
			const { status, body } = await world.clients.caseworker.post('/citizens/new', form);
			expect(status).toBe(400);
			expect(body).toContain('href="#f-given_name"');
			expect(body).toContain('value="Bliver"');
		});
	});
});
