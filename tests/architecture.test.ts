import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * Who may import whom, read from the import lines. A rule that is broken on purpose is changed here, where it is seen.
 */

/** What each domain may take from others besides their tables, which any may join. */
const domains: Record<string, readonly string[]> = {
	catalogue: [],
	identity: [],
	citizens: ['identity'],
	referrals: ['catalogue', 'citizens', 'identity'],
	lists: ['catalogue', 'identity'],
	partnerships: ['catalogue', 'identity'],
	learning: ['catalogue', 'identity'],
	reports: ['catalogue', 'citizens', 'identity', 'referrals', 'partnerships', 'learning'],
	// The log's page calls roles by their names.
	audit: ['identity'],
	retention: ['citizens', 'identity', 'referrals'],
	// A mail to a citizen is sealed with the citizen's key.
	notifications: ['citizens', 'identity'],
};

/** Open to everyone: what belongs to no domain, the log, and telling people. */
const common = ['database', 'ui', 'web', 'paraglide', 'i18n', 'audit', 'notifications'];

/** Who is acting is asked everywhere. */
const commonFiles = [
	'src/lib/errors.ts',
	'src/lib/clock.ts',
	'src/lib/config.server.ts',
	'src/lib/identity/actor.ts',
	'src/lib/identity/permissions.ts',
	// Sealing itself knows no citizen.
	'src/lib/citizens/encryption.server.ts',
];

/** Broken on purpose, each for one reason. */
const exceptions = [
	// What of a citizen can be shared is one vocabulary for the person and for the consent.
	'src/lib/citizens/CitizenFields.svelte → src/lib/referrals/shared-fields.ts',
	'src/lib/citizens/citizen-form.ts → src/lib/referrals/shared-fields.ts',
	// The languages a citizen reads are one list.
	'src/lib/lists/paper-words.ts → src/lib/referrals/consent-texts/languages.ts',
	// The one place where the queues meet what is done for them.
	'src/lib/notifications/workers.server.ts → src/lib/referrals/clock.server.ts',
	'src/lib/notifications/workers.server.ts → src/lib/retention/retention.server.ts',
	'src/lib/notifications/workers.server.ts → src/lib/catalogue/upkeep/confirm-links.server.ts',
	'src/lib/notifications/workers.server.ts → src/lib/catalogue/upkeep/tell-coordinators.server.ts',
	// One way to make and keep a token, whoever it is for.
	'src/lib/catalogue/upkeep/confirm-links.server.ts → src/lib/identity/sessions.server.ts',
	// Runs in the browser only, and puts a component into the map's pop-up.
	'src/lib/catalogue/map/open-map.ts → src/lib/catalogue/map/PointList.svelte',
];

interface Import {
	from: string;
	/** a path in the project, or the name of a package */
	to: string;
	/** as written */
	text: string;
	/** types only: nothing is left of it when the program runs */
	typeOnly: boolean;
}

const sources = globSync('src/**/*.{ts,svelte}').filter((file) => !/\.test\.ts$|^src\/lib\/paraglide\//.test(file));
const statement = /(?:import|export)\s(type\s)?(?:[\w*{}\s,$]+\sfrom\s)?'([^']+)'|import\('([^']+)'\)/g;

function target(from: string, text: string): string {
	if (text.startsWith('.')) return normalize(join(dirname(from), text));
	return text.replace(/^\$lib(?=\/)/, 'src/lib');
}

const imports: Import[] = sources.flatMap((from) =>
	[...readFileSync(from, 'utf8').matchAll(statement)].map(([, type, plain, dynamic]) => {
		const text = plain ?? dynamic ?? '';
		return { from, to: target(from, text), text, typeOnly: type !== undefined };
	}),
);
const held = imports.filter(({ from, to }) => !exceptions.includes(`${from} → ${to}`));

const shown = ({ from, text }: Import) => `${from} imports ${text}`;
const domainOf = (file: string) => /^src\/lib\/([^/]+)\//.exec(file)?.[1];
const isTables = (file: string) => /(^|\/)tables\.server\.ts$/.test(file);
const isRules = (file: string) =>
	file.endsWith('.ts') && !file.endsWith('.server.ts') && (domainOf(file) ?? '') in domains;

describe('who may import whom', () => {
	it('finds the imports, and no exception that has become needless', () => {
		expect(imports.length).toBeGreaterThan(200);
		const all = new Set(imports.map(({ from, to }) => `${from} → ${to}`));
		expect(exceptions.filter((each) => !all.has(each))).toEqual([]);
	});

	it('routes never import tables or the database', () => {
		const forbidden =
			/^(drizzle-orm|pg|@electric-sql\/pglite)(\/|$)|\/tables\.server\.ts$|^src\/lib\/database\/connection/;
		const broken = imports.filter(({ from, to }) => from.startsWith('src/routes/') && forbidden.test(to));
		expect(broken.map(shown)).toEqual([]);
	});

	it('rules import only rules', () => {
		const forbidden = ({ to, typeOnly }: Import) =>
			(/\.server\.ts$|\.svelte$/.test(to) && !typeOnly) ||
			/^(node:(fs|net|http|https|child_process|worker_threads)|pg|drizzle-orm|pg-boss|@sveltejs\/kit|\$app|\$env)/.test(
				to,
			);
		expect(held.filter((each) => isRules(each.from) && forbidden(each)).map(shown)).toEqual([]);
	});

	it('domains take from each other only what is agreed', () => {
		const broken = held.filter(({ from, to, typeOnly }) => {
			const [own, other] = [domainOf(from), domainOf(to)];
			if (!own || !other || own === other || !(own in domains)) return false;
			if (typeOnly || isTables(to) || common.includes(other) || commonFiles.includes(to)) return false;
			return !domains[own]?.includes(other);
		});
		expect(broken.map(shown)).toEqual([]);
	});

	it('nothing imports reports but pages and commands', () => {
		const broken = imports.filter(
			({ from, to }) =>
				domainOf(to) === 'reports' && domainOf(from) !== 'reports' && !/^src\/(routes|cli)\//.test(from),
		);
		expect(broken.map(shown)).toEqual([]);
	});

	it('what is common imports no domain but the tables and the foundation', () => {
		const broken = imports.filter(
			({ from, to, typeOnly }) =>
				['ui', 'database'].includes(domainOf(from) ?? '') &&
				(domainOf(to) ?? '') in domains &&
				!typeOnly &&
				!isTables(to),
		);
		expect(broken.map(shown)).toEqual([]);
	});

	it('code that also runs without the build names files whole', () => {
		const native = ({ from }: Import) => /^src\/(lib|cli)\/.*\.ts$/.test(from);
		const broken = imports.filter(
			(each) =>
				native(each) &&
				(each.text.startsWith('$lib') || (each.text.startsWith('.') && !/\.\w+(\?url)?$/.test(each.text))),
		);
		expect(broken.map(shown)).toEqual([]);
	});
});

describe('who may write what', () => {
	const tableFiles = sources.filter(isTables);
	const owner = new Map<string, string>();
	for (const file of tableFiles) {
		for (const [, name] of readFileSync(file, 'utf8').matchAll(/export const (\w+) = pgTable\(/g)) {
			if (name) owner.set(name, domainOf(file) ?? '');
		}
	}

	/** A form that is kept while its sender signs in again is the web's to keep, in a table beside the sessions. */
	const mayWrite: Record<string, readonly string[]> = { web: ['identity'] };

	it('each domain writes its own tables, and nobody else does', () => {
		const broken = sources.flatMap((file) => {
			const own = domainOf(file) ?? 'elsewhere';
			const writes = readFileSync(file, 'utf8').matchAll(/\.(insert|update|delete)\(\s*(\w+)\s*\)/g);
			return [...writes]
				.filter(
					([, , table]) => ![undefined, own, 'database', ...(mayWrite[own] ?? [])].includes(owner.get(table ?? '')),
				)
				.map(([, verb, table]) => `${file} does ${verb} on ${table} of ${owner.get(table ?? '')}`);
		});
		expect(broken).toEqual([]);
	});
});
