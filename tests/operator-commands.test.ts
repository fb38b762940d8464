import { beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort, migratedFolder, runCommand } from './process.ts';

// Each command is a process with a database of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const password = 'fire grønne stole på taget';
const administrator = ['create-user', 'ada@kk.example', '--name', 'Ada Ravn', '--role', 'administrator'];

describe('the operator’s commands', () => {
	let environment: Record<string, string>;
	const command = (args: readonly string[], more: Record<string, string> = {}) =>
		runCommand(['main.ts', ...args], { ...environment, ...more }).exit();
	beforeAll(async () => {
		environment = { DATA_DIR: await migratedFolder(), DEMO: 'false' };
	});

	it.each([['--help'], ['migrate', '--help'], ['import', '--help'], ['create-user', '--help'], ['demo', '--help']])(
		'explain themselves: %s %s',
		async (...args) => {
			const { code, stdout, stderr } = await command(args.filter(Boolean));
			expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
			expect(stdout).toMatch(/^Usage: npm run cli -- /);
		},
	);

	it.each([
		['an unknown command', ['fly'], /unknown command 'fly'/],
		[
			'an unknown role',
			['create-user', 'a@b.example', '--name', 'A', '--role', 'king'],
			/Allowed choices are caseworker/,
		],
		[
			'no address',
			['create-user', 'ada', '--name', 'Ada', '--role', 'administrator'],
			/^ada is no e-mail address\.\n$/,
		],
	])('refuse %s', async (_, args, sentence) => {
		const { code, stderr } = await command(args);
		expect(code).toBe(1);
		expect(stderr).toMatch(sentence);
	});

	it.each([
		['a role without its place', [...administrator.slice(0, -1), 'leader'], /^This role needs --centre\.\n$/],
		[
			'an organisation that is not there',
			[...administrator.slice(0, -1), 'organisation_contact', '--organisation', 'ukendt'],
			/^No organisation is called ukendt\. .*\n$/,
		],
	])('refuse %s, and make nobody', async (_, args, sentence) => {
		const { code, stdout, stderr } = await command(args);
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr).toMatch(sentence);
	});

	it('take no real people into a demo', async () => {
		const { code, stderr } = await command(administrator, { DEMO: 'true' });
		expect(code).toBe(1);
		expect(stderr).toBe('This is a demo, which takes no real people. Give DEMO=false.\n');
	});

	it('invite an administrator, who chooses a password by the link, once', async () => {
		const port = await freePort();
		const origin = `http://localhost:${port}`;
		const made = await command(administrator, { PORT: String(port) });
		expect(made).toMatchObject({ code: 0, stderr: '' });
		const link = /^http\S+\/invitation\/\S+$/m.exec(made.stdout)?.[0] ?? '';
		expect((await command(administrator)).stderr).toBe('There is a user with this address already.\n');

		const server = runCommand(['serve.ts'], { ...environment, PORT: String(port) });
		await server.says('http://localhost');
		const choose = (typed: string) =>
			fetch(`${link}?/password`, {
				method: 'POST',
				redirect: 'manual',
				headers: { origin, accept: 'text/html' },
				body: new URLSearchParams({ password: typed, repeated: typed }),
			});
		expect((await choose('kort')).status).toBe(422);
		expect((await choose('Ada Ravn ada@kk.example')).status).toBe(422);
		const admitted = await choose(password);
		expect(admitted.headers.get('location')).toBe('/sign-in/enrol');
		expect(admitted.headers.getSetCookie().join()).toMatch(/session=[^;]+;.*HttpOnly/i);
		expect((await choose(password)).status).toBe(404);
		server.process.kill('SIGTERM');
		expect((await server.exit()).code).toBe(0);
	});
});
