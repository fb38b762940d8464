/**
 * Measures the built application: `npm run bench`, about nine minutes.
 *
 *     npm run bench -- --sizes 1000,10000 --seconds 2 --only json,page --json bench.json
 *     npm run bench -- relevance offers.json queries.json
 *     npm run bench -- soak --seconds 300
 *     npm run bench -- people
 *
 * PostgreSQL is the one at TEST_DATABASE_URL, else a throw-away cluster; everything happens in databases of its own,
 * which are removed afterwards. Prints Markdown tables, and writes the same figures to the file of `--json`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runAgainOnPostgres } from '../setup/again-on-postgres.ts';
import { shared } from '../shared.ts';
import { generateCatalogue } from './catalogue/generate.ts';
import { fill, importInto, makeDatabase, type BenchDatabase } from './databases.ts';
import { describeMachine } from './machine.ts';
import { measureCatalogue } from './measure-catalogue.ts';
import type { Plan } from './measure.ts';
import { relevance } from './relevance.ts';
import { report } from './report.ts';
import { runPeople } from './people/run.ts';
import { runSoak } from './soak.ts';
import { allSubjects, compare, type CatalogueResult, type Subject } from './result.ts';

const help = `npm run bench -- [options]
npm run bench -- soak [--people N] [--seconds N] [--think N] [--offers N]
npm run bench -- people [--referrals N,N] [--seconds N] [--json FILE]
npm run bench -- relevance OFFERS QUERIES [--port N] [--json FILE]
  how well an HSDS catalogue's offers are found by judged queries: [{ q, kind, relevant: { offer id: grade 1 to 3 } }]

  --sizes N,N      offers in the made-up catalogues (1000,10000,100000)
  --seconds N      length of each measurement (3)
  --only A,B       some of ${allSubjects.join(', ')} (all)
  --no-real        leave out the real directory of Miami, also where it is there
  --port N         where the server listens (3199)
  --json FILE      write the figures here too`;

function options() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			sizes: { type: 'string', default: '1000,10000,100000' },
			seconds: { type: 'string', default: '3' },
			only: { type: 'string', default: allSubjects.join() },
			real: { type: 'boolean', default: true },
			port: { type: 'string', default: '3199' },
			json: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
		allowNegative: true,
	});
	const positive = (name: string, text: string) => {
		const value = Number(text);
		if (!(value > 0)) throw new Error(`--${name} takes numbers above 0, not ${text}.`);
		return value;
	};
	const only = values.only.split(',');
	const unknown = only.find((each) => !(allSubjects as string[]).includes(each));
	if (unknown !== undefined) throw new Error(`--only takes some of ${allSubjects.join(', ')}, not ${unknown}.`);
	const [what, offers, queries, ...others] = positionals;
	if (what !== undefined && (what !== 'relevance' || !offers || !queries || others.length > 0)) throw new Error(help);
	return {
		...values,
		judged: offers && queries ? { offers, queries } : undefined,
		sizes: values.sizes.split(',').map((each) => Math.round(positive('sizes', each))),
		seconds: positive('seconds', values.seconds),
		port: positive('port', values.port),
		only: new Set(only as Subject[]),
	};
}

type Options = ReturnType<typeof options>;

interface Source {
	name: string;
	generated: boolean;
	language: 'danish' | 'english';
	/** @returns how many offers, and in how many seconds they were stored */
	store(database: BenchDatabase): Promise<{ offers: number; filled: number }>;
}

function sources({ sizes, real }: Options): Source[] {
	const made = sizes.map((size): Source => ({
		name: size.toLocaleString('en'),
		generated: true,
		language: 'danish',
		store: async (database) => ({ offers: size, filled: await fill(database, generateCatalogue(size)) }),
	}));
	const file = real ? shared('data/miami-211-hsds-1.1.zip') : undefined;
	if (!file) return made;
	return [
		...made,
		{ name: 'Miami', generated: false, language: 'english', store: (database) => importInto(database, file) },
	];
}

async function bench(url: string, wanted: Options): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'socialkompas-bench-'));
	const undone: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
	const undoAll = async () => {
		for (const undo of undone.splice(0).reverse()) await undo();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => undoAll().then(() => process.exit(130)));
	const onEnd = (undo: () => Promise<void>) => undone.push(undo);
	const plan: Plan = { ...wanted, folder, say: (line) => console.error(line), onEnd };
	const catalogues: CatalogueResult[] = [];
	try {
		if (wanted.judged) return await relevance(url, { ...wanted, ...wanted.judged, folder, onEnd });
		for (const { name, generated, language, store } of sources(wanted)) {
			const database = await makeDatabase(url);
			plan.onEnd(database.remove);
			const result: CatalogueResult = { name, generated, ...(await store(database)), measurements: [] };
			plan.say(`${name}: ${result.offers} offers stored in ${result.filled.toFixed(1)} s`);
			await measureCatalogue(plan, database, result, language);
			catalogues.push(result);
		}
		const result = {
			machine: await describeMachine(url),
			seconds: wanted.seconds,
			catalogues,
			ratios: compare(catalogues),
		};
		if (wanted.json) writeFileSync(wanted.json, `${JSON.stringify(result, null, '\t')}\n`);
		console.log(`\n${report(result)}`);
	} finally {
		await undoAll();
	}
}

async function run(): Promise<number> {
	if (process.argv[2] === 'soak') return runSoak();
	if (process.argv[2] === 'people') return runPeople();
	const wanted = options();
	const url = process.env.TEST_DATABASE_URL;
	if (wanted.help) console.log(help);
	else if (url) await bench(url, wanted);
	else return runAgainOnPostgres();
	return 0;
}

try {
	process.exitCode = await run();
} catch (cause) {
	console.error(cause instanceof Error ? cause.message : cause);
	process.exitCode = 1;
}
