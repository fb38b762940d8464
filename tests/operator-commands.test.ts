import { beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort, runCommand, temporaryFolder } from './process.ts';

// Each command is a process with a database of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const password = 'fire grønne stole på taget';
const administrator = ['create-user', 'ada@kk.example', '--name', 'Ada Ravn', '--role', 'administrator'];

describe('the operator’s commands', () => {
	let environment: Record<string, string>;
	const command = (args: readonly string[], input = '') => runCommand(['main.ts', ...args], environment, input).exit();
	beforeAll(async () => {
		environment = { DATA_DIR: await temporaryFolder(), DEMO: 'false' };
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
		const { code, stderr } = await command(args, password);
		expect(code).toBe(1);
		expect(stderr).toMatch(sentence);
	});

	it.each([
		['a short password', administrator, 'kort', /^The password must have at least 15 characters\. .*\n$/],
		[
			'a password made of the name',
			administrator,
			'Ada Ravn ada@kk.example',
			/^The password is too easy to guess\. .*\n$/,
		],
		['a role without its place', [...administrator.slice(0, -1), 'leader'], password, /^This role needs --centre\.\n$/],
		[
			'an organisation that is not there',
			[...administrator.slice(0, -1), 'organisation_contact', '--organisation', 'ukendt'],
			password,
			/^No organisation is called ukendt\. .*\n$/,
		],
	])('refuse %s, and make nobody', async (_, args, typed, sentence) => {
		const { code, stdout, stderr } = await command(args, `${typed}\n`);
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr).toMatch(sentence);
	});

	it('make an administrator who can sign in', async () => {
		const made = await command(administrator, `${password}\n`);
		expect(made).toMatchObject({ code: 0, stderr: '' });
		expect(made.stdout).not.toContain(password);
		expect((await command(administrator, `${password}\n`)).stderr).toBe('There is a user with this address already.\n');

		const port = await freePort();
		const server = runCommand(['serve.ts'], { ...environment, PORT: String(port) });
		await server.says('http://localhost');
		const origin = `http://localhost:${port}`;
		const signIn = (typed: string) =>
			fetch(`${origin}/sign-in?/password`, {
				method: 'POST',
				redirect: 'manual',
				headers: { origin, accept: 'text/html' },
				body: new URLSearchParams({ email: 'ada@kk.example', password: typed }),
			});
		expect((await signIn(`${password}!`)).status).toBe(422);
		const admitted = await signIn(password);
		expect(admitted.status).toBe(303);
		expect(admitted.headers.getSetCookie().join()).toMatch(/session=[^;]+;.*HttpOnly/i);
		server.process.kill('SIGTERM');
		expect((await server.exit()).code).toBe(0);
	});
});
