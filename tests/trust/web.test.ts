import { beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../database.ts';
import { serveSite } from '../request.ts';
import { addressOf, lines, welcome } from './doors.ts';
import { statement } from './statements.ts';
import { makeWorld, type World } from './world.ts';

/** The sign-in provider's server names no origin and has no cookie: its message proves itself by a signature. */
const fromServers = ['POST /sign-in/oidc/logout'];

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
	}, 120_000);

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
