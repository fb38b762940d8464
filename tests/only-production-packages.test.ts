import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freePort, startServer } from './faults/server.ts';
import { temporaryFolder } from './process.ts';

/*
 * What the image holds, without a container engine: the Dockerfile's own instructions are followed into an empty
 * folder, npm installs there what is for production, and the server is started as the image starts it.
 */

/** The arguments of every instruction of one name in the Dockerfile's stages, counted from 0; -1 is the last. */
function instructions(stage: number, name: string): string[] {
	const stages = readFileSync('Dockerfile', 'utf8')
		.split(/^FROM .*$/m)
		.slice(1);
	return [...(stages.at(stage) ?? '').matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map(([, rest = '']) => rest);
}

/** What stands in this folder and is copied into the image, packages aside. */
function copied(): { from: string; to: string }[] {
	return instructions(-1, 'COPY').flatMap((line) => {
		const [stage, ...paths] = line.startsWith('--from=') ? line.split(' ') : ['', ...line.split(' ')];
		if (stage === '--from=packages') return [];
		const to = paths.pop() ?? '';
		return paths.map((path) => {
			const from = path.replace('/app/', '');
			return { from, to: to === './' ? from : to };
		});
	});
}

/** npm as whoever runs this has it. */
function npm(args: readonly string[], folder: string): void {
	const own = process.env.npm_execpath;
	const [program, ...rest] = own ? [process.execPath, own, ...args] : ['npm', ...args];
	const done = spawnSync(program, rest, { cwd: folder, encoding: 'utf8' });
	if (done.status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${done.status}:\n${done.stderr}`);
}

describe('with what the image holds and nothing else', () => {
	let app: string;
	beforeAll(async () => {
		app = await temporaryFolder();
		for (const path of instructions(0, 'COPY')[0]?.split(' ').slice(0, -1) ?? []) cpSync(path, join(app, path));
		const [install = ''] = instructions(0, 'RUN');
		// As the image installs, but what was once fetched is not fetched again.
		npm([...install.replace(/^npm /, '').split(' '), '--prefer-offline', '--loglevel=error'], app);
		for (const { from, to } of copied()) cpSync(from, join(app, to), { recursive: true });
	}, 180_000);

	it('there are production packages only', () => {
		const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
			'dependencies' | 'devDependencies',
			Record<string, string>
		>;
		const there = (name: string) => existsSync(join(app, 'node_modules', name));
		expect(Object.keys(dependencies).filter((name) => !there(name))).toEqual([]);
		for (const name of ['vite', 'svelte-check', 'typescript', 'vitest', 'playwright-core', 'oidc-provider']) {
			expect(devDependencies, name).toHaveProperty(name);
			expect(there(name), name).toBe(false);
		}
		expect(existsSync(join(app, 'tests'))).toBe(false);
	});

	it(
		'the server starts, serves its pages and files, takes a form, and stops when it is asked',
		{ timeout: 120_000 },
		async () => {
			const command = JSON.parse(instructions(-1, 'CMD').at(-1) ?? '[]') as string[];
			expect(command[0]).toBe('node');
			const data = { DATA_DIR: await temporaryFolder() };
			const server = await startServer(await freePort(), data, { cwd: app, command: command.slice(1) });
			try {
				expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
				for (const path of ['/', '/offers', '/sign-in', '/about', '/robots.txt', '/api/hsds', '/offers.xlsx']) {
					expect((await fetch(server.url + path)).status, path).toBe(200);
				}
				const page = await (await fetch(server.url)).text();
				const asset = /href="[^"]*(\/_app\/immutable\/[^"]+\.css)"/.exec(page)?.[1] ?? 'none';
				expect((await fetch(server.url + asset)).status, asset).toBe(200);
				const form = new URLSearchParams({ email: 'ingen@test.example', password: 'en blå båd på søen' });
				const refused = await fetch(`${server.url}/sign-in?/password`, {
					method: 'POST',
					body: form,
					headers: { origin: server.url, accept: 'text/html' },
				});
				expect(refused.status).toBe(422);
				expect(await server.stop(), server.said()).toBe(0);
			} finally {
				if (server.alive()) await server.kill();
			}
		},
	);

	it('the operator’s commands are there', { timeout: 60_000 }, () => {
		const asked = spawnSync(process.execPath, ['src/cli/main.ts', '--help'], { cwd: app, encoding: 'utf8' });
		expect({ status: asked.status, stderr: asked.stderr }).toEqual({ status: 0, stderr: '' });
		for (const name of ['migrate', 'rotate-master-key', 'verify-audit']) expect(asked.stdout).toContain(name);
	});
});

it('the image is given the build, what runs it and what migrates, and nothing more', () => {
	const given = copied().map(({ from }) => from);
	expect(given.toSorted()).toEqual(['build', 'drizzle', 'package.json', 'src']);
});
