import { globSync, readFileSync } from 'node:fs';
import { isBuiltin, stripTypeScriptTypes } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/*
 * The image and the compose file, checked without a container engine: what they promise can be read from them.
 */

const read = (path: string) => readFileSync(path, 'utf8');

/** A Dockerfile's stages, each a list of instructions `[NAME, rest]`. */
function stages(): [string, string][][] {
	const lines = read('Dockerfile')
		.replaceAll(/\\\n\s*/g, '')
		.split('\n')
		.filter((line) => line.trim() && !line.startsWith('#'));
	const found: [string, string][][] = [];
	for (const line of lines) {
		const [, name = '', rest = ''] = /^(\w+)\s(.*)$/.exec(line) ?? [];
		if (name === 'FROM') found.push([]);
		found.at(-1)?.push([name, rest]);
	}
	return found;
}

const of = (stage: [string, string][], name: string) => stage.filter(([each]) => each === name).map(([, rest]) => rest);
const last = () => stages().at(-1) ?? [];
const packageJson = JSON.parse(read('package.json')) as Record<
	'dependencies' | 'devDependencies',
	Record<string, string>
>;

describe('the image', () => {
	it('is built from the Node the project runs on, with an exact tag', () => {
		const images = stages().map((stage) => of(stage, 'FROM')[0]?.split(' ')[0]);
		expect(images).toHaveLength(3);
		expect(new Set(images)).toEqual(new Set([`node:${packageJson.devDependencies['node']}-bookworm-slim`]));
	});

	it('runs as a user who is not root, and says so after everything that needs root', () => {
		const names = last().map(([name]) => name);
		expect(of(last(), 'USER')).toEqual(['node']);
		expect(names.lastIndexOf('RUN')).toBeLessThan(names.indexOf('USER'));
		expect(names.lastIndexOf('COPY')).toBeLessThan(names.indexOf('USER'));
	});

	it('holds production packages only, and no source of tests', () => {
		const modules = of(last(), 'COPY').filter((copy) => copy.includes('node_modules'));
		expect(modules).toEqual(['--from=packages /app/node_modules node_modules']);
		expect(of(stages()[0] ?? [], 'RUN').join()).toContain('npm ci --omit=dev');
		expect(of(last(), 'COPY').join(' ')).not.toMatch(/tests|\s\.\s/);
	});

	it('has a health check that asks whether it is ready, with the Node that is there', () => {
		const command = JSON.parse(of(last(), 'HEALTHCHECK')[0]?.replace(/^.*?CMD /, '') ?? '') as string[];
		expect(command.slice(0, 2)).toEqual(['node', '-e']);
		expect(command[2]).toContain('/readyz');
	});

	it('writes to its data folder alone, and starts the server itself, so that it hears the signal', () => {
		expect(of(last(), 'VOLUME')).toEqual(['/data']);
		expect(of(last(), 'ENV').join(' ')).toContain('DATA_DIR=/data');
		expect(JSON.parse(of(last(), 'CMD')[0] ?? '')).toEqual(['node', 'src/cli/serve.ts']);
	});

	it('sends the builder no data, no secrets and no results of builds', () => {
		const ignored = read('.dockerignore').split('\n');
		expect(ignored).toContain('*');
		const admitted = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
		expect(admitted.filter((path) => /^(\.data|\.env|node_modules|build|secrets|\.git)/.test(path))).toEqual([]);
		for (const [, rest] of stages()
			.flat()
			.filter(([name, rest]) => name === 'COPY' && !rest.startsWith('--from'))) {
			for (const path of rest
				.split(' ')
				.slice(0, -1)
				.filter((each) => each !== '.'))
				expect(admitted).toContain(path);
		}
	});
});

interface Service {
	build?: string;
	image?: string;
	read_only?: boolean;
	tmpfs?: string[];
	cap_drop?: string[];
	security_opt?: string[];
	ports?: string[];
	environment: Record<string, string>;
	volumes: string[];
}

describe('the compose file', () => {
	const { services, volumes } = parse(read('compose.yaml')) as {
		services: Record<'app' | 'database', Service>;
		volumes: Record<string, unknown>;
	};

	it('gives nobody a root file system to write to, nor new privileges', () => {
		for (const service of Object.values(services)) {
			expect(service.read_only).toBe(true);
			expect(service.tmpfs).toContain('/tmp');
			expect(service.security_opt).toContain('no-new-privileges:true');
			for (const volume of service.volumes) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
		}
		expect(services.app.cap_drop).toEqual(['ALL']);
	});

	it('opens the application to this machine only, and the database to nobody', () => {
		expect(services.app.ports).toEqual(['127.0.0.1:3000:3000']);
		expect(services.database.ports).toBeUndefined();
	});

	it('holds no secret, and refuses to start without one', () => {
		expect(services.app.environment).toMatchObject({ MASTER_KEY_FILE: '/run/secrets/master_key' });
		expect(services.app.environment['DATABASE_URL']).toMatch(/^postgres:\/\/socialkompas:\$\{DATABASE_PASSWORD:\?/);
		expect(services.database.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{DATABASE_PASSWORD:\?/);
	});

	it('names an exact PostgreSQL', () => {
		expect(services.database.image).toMatch(/^postgres:\d+\.\d+-/);
	});
});

/** SvelteKit asks for it only where tracing is switched on. */
const optional = new Set(['@opentelemetry/api']);

/** What a file imports when it runs, as Node sees it. */
const importsOf = (file: string): string[] => {
	const text = file.endsWith('.ts') ? stripTypeScriptTypes(read(file)) : read(file);
	return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
};

/** The packages that files ask for, following what those of src import of each other. */
function packagesOf(entries: readonly string[]): Set<string> {
	const packages = new Set<string>();
	const seen = new Set<string>();
	const open = [...entries];
	for (let file = open.pop(); file; file = open.pop()) {
		if (seen.has(file)) continue;
		seen.add(file);
		for (const to of importsOf(file)) {
			if (to.startsWith('.')) {
				if (file.startsWith('src/') && /\.(ts|mjs)$/.test(to)) open.push(normalize(join(dirname(file), to)));
			} else if (!isBuiltin(to) && /^[@\w]/.test(to)) packages.add(to.split('/', to.startsWith('@') ? 2 : 1).join('/'));
		}
	}
	return packages;
}

describe('what runs in production', () => {
	it('needs no package that is for development', () => {
		const packages = packagesOf(['src/cli/serve.ts', 'src/cli/main.ts', ...globSync('build/{*.js,server/**/*.js}')]);
		expect(packages.has('pg')).toBe(true);
		const missing = [...packages].filter((name) => !(name in packageJson.dependencies) && !optional.has(name));
		expect(missing).toEqual([]);
	});
});
