import { once } from 'node:events';
import { request } from 'node:http';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { demoPeople } from '../src/lib/identity/demo-people.ts';
import { freePort, migratedFolder, runCommand, temporaryFolder, type Running } from './process.ts';
import { administer, databaseBeside } from './setup/templates.ts';

// Whole processes, each with a database: patience for a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const keyA = 'a1'.repeat(32);
const keyB = 'b2'.repeat(32);

/** What the form itself answers to a wrong password; 403 would mean that it was not let in. */
const answered = 422;

/** Posts a sign-in that cannot succeed. */
async function postForm(port: number, headers: Record<string, string>): Promise<number | undefined> {
	const sent = request({ port, host: '127.0.0.1', path: '/sign-in?/password', method: 'POST' });
	const type = 'application/x-www-form-urlencoded';
	for (const [name, value] of Object.entries({ accept: 'text/html', 'content-type': type, ...headers }))
		sent.setHeader(name, value);
	sent.end('email=nobody%40test.example&password=wrong');
	const [response] = (await once(sent, 'response')) as [{ statusCode?: number; resume(): void }];
	response.resume();
	return response.statusCode;
}

describe('a server that starts', () => {
	let server: Running;
	let port: number;
	let dataDir: string;
	beforeAll(async () => {
		[port, dataDir] = [await freePort(), await temporaryFolder()];
		server = runCommand(['serve.ts'], { PORT: String(port), DATA_DIR: dataDir });
		await server.says('Demo:');
	});

	it('says where it is and whom one can be', () => {
		const { stdout, stderr } = server.output();
		expect(stdout).toContain(`http://localhost:${port}`);
		for (const { email } of demoPeople) expect(stdout).toContain(email);
		expect(stderr).toBe('');
	});

	it.each([
		['localhost', (at: number) => ({ host: `localhost:${at}`, origin: `http://localhost:${at}` })],
		['127.0.0.1', (at: number) => ({ host: `127.0.0.1:${at}`, origin: `http://127.0.0.1:${at}` })],
		[
			'a name, behind a proxy that ends TLS',
			() => ({ host: 'kompas.example', 'x-forwarded-proto': 'https', origin: 'https://kompas.example' }),
		],
	])('takes forms at %s', async (_, headers) => {
		expect(await postForm(port, headers(port))).toBe(answered);
	});

	it.each([
		['another site', (at: number) => ({ host: `localhost:${at}`, origin: 'https://evil.example' })],
		[
			'another site, through the proxy',
			() => ({ host: 'kompas.example', 'x-forwarded-proto': 'https', origin: 'https://evil.example' }),
		],
		[
			'the same name without TLS',
			() => ({ host: 'kompas.example', 'x-forwarded-proto': 'https', origin: 'http://kompas.example' }),
		],
		['a page without an address', (at: number) => ({ host: `localhost:${at}`, origin: 'null' })],
		['nobody knows where', (at: number) => ({ host: `localhost:${at}` })],
	])('refuses forms from %s', async (_, headers) => {
		expect(await postForm(port, headers(port))).toBe(403);
	});

	it('keeps a second one from its port', async () => {
		const second = runCommand(['serve.ts'], { PORT: String(port), DATA_DIR: await temporaryFolder() });
		const { code, stderr } = await second.exit();
		expect(code).toBe(1);
		expect(stderr).toMatch(/^Port \d+ is in use by another program\..*\n$/);
	});

	it('keeps a second one, and commands, from its folder', async () => {
		for (const command of [['serve.ts'], ['main.ts', 'migrate']]) {
			const second = runCommand(command, { PORT: String(await freePort()), DATA_DIR: dataDir });
			const { code, stderr } = await second.exit();
			expect(code).toBe(1);
			expect(stderr).toMatch(/^The folder .* is in use by another Socialkompas\..*\n$/);
		}
	});

	it('lets go of everything when it is told to stop', async () => {
		server.process.kill('SIGTERM');
		expect((await server.exit()).code).toBe(0);
		const command = runCommand(['main.ts', 'migrate'], { DATA_DIR: dataDir });
		expect(await command.exit()).toMatchObject({ code: 0, stderr: '' });
	});

	it('can start again after it was killed', async () => {
		const environment = { PORT: String(port), DATA_DIR: dataDir };
		const killed = runCommand(['serve.ts'], environment);
		await killed.says('Demo:');
		killed.process.kill('SIGKILL');
		await killed.exit();
		const again = runCommand(['serve.ts'], environment);
		await again.says('Demo:');
		again.process.kill('SIGINT');
		expect((await again.exit()).code).toBe(0);
	});
});

describe('behind ORIGIN', () => {
	it('takes forms from there whatever the proxy tells, and from the machine itself', async () => {
		const port = await freePort();
		const origin = 'https://kompas.example';
		const server = runCommand(['serve.ts'], {
			PORT: String(port),
			DATA_DIR: await migratedFolder(),
			ORIGIN: origin,
			DEMO: 'no',
		});
		await server.says(origin);
		expect(await postForm(port, { host: 'kompas.example', origin })).toBe(answered);
		expect(await postForm(port, { host: `127.0.0.1:${port}`, origin })).toBe(answered);
		expect(await postForm(port, { host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(answered);
		expect(await postForm(port, { host: 'kompas.example', origin: 'https://evil.example' })).toBe(403);
		server.process.kill('SIGTERM');
		expect((await server.exit()).code).toBe(0);
	});
});

describe('a server that cannot start', () => {
	it.each([
		['PORT', { PORT: 'many' }],
		['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
		['DEMO', { DEMO: 'perhaps' }],
		['MASTER_KEY', { MASTER_KEY: 'short' }],
		['MASTER_KEY_FILE', { MASTER_KEY_FILE: '/does/not/exist' }],
		['DATABASE_URL does not lead to a database', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x', MASTER_KEY: keyA }],
	])('says so in one sentence: %s', async (word, environment: Record<string, string>) => {
		const port = String(await freePort());
		const server = runCommand(['serve.ts'], { PORT: port, DATA_DIR: await temporaryFolder(), ...environment });
		const { code, stdout, stderr } = await server.exit();
		expect(code).toBe(1);
		expect(stdout).toBe('');
		expect(stderr.trim()).toMatch(/^[^\n]+\.( Make one with: openssl rand -hex 32)?$/);
		expect(stderr).toContain(word);
		expect(stderr).not.toContain(keyA);
	});

	it('refuses another master key than the data was sealed with', async () => {
		const DATA_DIR = await migratedFolder();
		const first = runCommand(['main.ts', 'migrate'], { DATA_DIR, MASTER_KEY: keyA });
		expect((await first.exit()).code).toBe(0);
		const other = await runCommand(['main.ts', 'migrate'], { DATA_DIR, MASTER_KEY: keyB }).exit();
		expect(other.code).toBe(1);
		expect(other.stderr).toMatch(/^This master key is not the one the database was made with\..*\n$/);
	});
});

describe('a demo', () => {
	it('does not start on a database with real users, and says why in one sentence', async () => {
		const environment = { DATA_DIR: await migratedFolder(), PORT: String(await freePort()) };
		const person = ['create-user', 'ada@kk.example', '--name', 'Ada Ravn', '--role', 'administrator'];
		expect((await runCommand(['main.ts', ...person], { ...environment, DEMO: 'false' }).exit()).code).toBe(0);
		const refused = await runCommand(['serve.ts'], { ...environment, DEMO: 'true' }).exit();
		expect(refused).toMatchObject({ code: 1, stdout: '' });
		expect(refused.stderr).toMatch(/^This database has a real user, and a demo lets anyone in with one click\..*\n$/);
		const server = runCommand(['serve.ts'], { ...environment, DEMO: 'false' });
		await server.says('http://localhost');
		server.process.kill('SIGTERM');
		expect((await server.exit()).code).toBe(0);
	});
});

describe.skipIf(!inject('postgresTemplate'))('on PostgreSQL', () => {
	it('wants a master key of its own, and loads no demo unless asked', async () => {
		const url = process.env.TEST_DATABASE_URL ?? '';
		const name = `${inject('postgresTemplate')}_start`;
		await administer(url, `create database ${name}`);
		try {
			const environment = { DATABASE_URL: databaseBeside(url, name), PORT: String(await freePort()) };
			const without = await runCommand(['serve.ts'], environment).exit();
			expect(without).toMatchObject({ code: 1, stdout: '' });
			expect(without.stderr).toMatch(/^MASTER_KEY is missing: .*\n$/);

			const server = runCommand(['serve.ts'], { ...environment, MASTER_KEY: keyA });
			await server.says('http://localhost:');
			expect(server.output().stdout).not.toContain('Demo');
			const people = await administer(environment.DATABASE_URL, 'select count(*)::int as count from user_account');
			expect(people.rows).toEqual([{ count: 0 }]);

			const demo = await runCommand(['main.ts', 'demo'], { ...environment, MASTER_KEY: keyA }).exit();
			expect(demo).toMatchObject({ code: 0, stderr: '' });
			expect(demo.stdout).toContain('DEMO=true');
			server.process.kill('SIGTERM');
			expect((await server.exit()).code).toBe(0);
		} finally {
			await administer(url, `drop database ${name} with (force)`);
		}
	});
});
