/**
 * Two hundred people at work for five minutes: `npm run bench -- soak`.
 *
 * Each searches, looks at the work-list, writes a referral page by page and sends it, and the organisation says yes; with
 * a pause to think before each page. Prints, for each kind of page, how many there were and how long they took, and the
 * server's memory at start, in the middle and at the end. The exit code is 1 when anybody got an error, when the slowest
 * twentieth waited longer than half a second, or when memory grew in the second half.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Ledger } from '../faults/ledger.ts';
import type { Answer, Manner } from '../faults/person.ts';
import { makePairs } from '../faults/scene.ts';
import { freePort } from '../faults/server.ts';
import { workUntil } from '../faults/work.ts';
import { runAgainOnPostgres } from '../setup/again-on-postgres.ts';
import { generateCatalogue } from './catalogue/generate.ts';
import { fill, makeDatabase, type BenchDatabase } from './databases.ts';
import { figures } from './figures.ts';
import { startServer, type Server } from './server.ts';

const help = `npm run bench -- soak [options]
  --people N     who work at the same time (200)
  --seconds N    how long (300)
  --think N      mean pause before each page, in seconds (3)
  --offers N     in the made-up catalogue (1000)`;

const searches = ['gæld', 'en at tale med', 'ensom', 'lektiehjælp', 'bolig', 'hjælp til budget', 'rusmidler'];

function options() {
	const { values } = parseArgs({
		args: process.argv.slice(3),
		options: {
			people: { type: 'string', default: '200' },
			seconds: { type: 'string', default: '300' },
			think: { type: 'string', default: '3' },
			offers: { type: 'string', default: '1000' },
			help: { type: 'boolean', default: false },
		},
	});
	const number = (name: 'people' | 'seconds' | 'think' | 'offers') => {
		const value = Number(values[name]);
		if (!(value >= 0)) throw new Error(`--${name} takes a number, not ${values[name]}.`);
		return value;
	};
	const [people, seconds, think, offers] = [number('people'), number('seconds'), number('think'), number('offers')];
	return { help: values.help, people, seconds, think, offers };
}

type Options = ReturnType<typeof options>;

/** `GET /referrals/…/review`: what was asked, without the ids. */
const kindOf = (method: string, path: string) =>
	`${method} ${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/\?(?!\/).*|&.*$/, '')}`;

/** What everybody met, kind by kind. */
class Heard {
	readonly times = new Map<string, number[]>();
	readonly errors = new Map<string, number>();

	note(method: string, path: string, milliseconds: number, answer: Omit<Answer, 'resent'> | undefined): void {
		const kind = kindOf(method, path);
		this.times.set(kind, [...(this.times.get(kind) ?? []), milliseconds]);
		const status = answer?.status ?? 0;
		if (status >= 200 && status < 400) return;
		const error = `${kind}: ${status || 'no answer'}`;
		this.errors.set(error, (this.errors.get(error) ?? 0) + 1);
	}
}

function report(heard: Heard, seconds: number, memory: string): string {
	const row = (name: string, times: number[]) => {
		const { answers, p50, p95, p99 } = figures(0, times, seconds);
		return `| ${name} | ${[answers, ...[p50, p95, p99].map(Math.round)].join(' | ')} |`;
	};
	const kinds = [...heard.times].sort(([a], [b]) => a.localeCompare(b));
	const all = kinds.flatMap(([, times]) => times);
	return [
		'| Page | Requests | p50 ms | p95 ms | p99 ms |\n| --- | --- | --- | --- | --- |',
		...kinds.map(([name, times]) => row(name, times)),
		row('**all**', all),
		`\n${all.length} requests in ${Math.round(seconds)} s (${(all.length / seconds).toFixed(1)} a second), ${[...heard.errors.values()].reduce((sum, each) => sum + each, 0)} errors`,
		...[...heard.errors].map(([error, times]) => `error: ${error}, ${times} times`),
		`memory: ${memory}`,
	].join('\n');
}

const mebibytes = (server: Server) => Math.round((server.memory()?.now ?? Number.NaN) / 1_048_576);

/** Of the middle's memory at the end: a heap breathes by some tenths between two clean-ups, a leak goes on. */
const flat = 1.25;

/** Milliseconds in which nineteen of twenty pages are there. */
const soonEnough = 500;

/** What does not hold, in words; nothing when all does. */
function broken(heard: Heard, seconds: number, middle: number, end: number): string[] {
	const { p95 } = figures(0, [...heard.times.values()].flat(), seconds);
	return [
		...(heard.errors.size > 0 ? ['somebody got an error'] : []),
		...(p95 < soonEnough ? [] : [`p95 is ${Math.round(p95)} ms, not under ${soonEnough}`]),
		...(end <= middle * flat ? [] : [`memory grew from ${middle} to ${end} MiB in the second half`]),
	];
}

async function soak(database: BenchDatabase, folder: string, wanted: Options): Promise<number> {
	await fill(database, generateCatalogue(wanted.offers));
	const environment = { DATABASE_URL: database.url, MASTER_KEY: database.masterKey };
	const pairs = await makePairs(environment, wanted.people);
	const server = await startServer(database.url, database.masterKey, await freePort(), folder);
	const heard = new Heard();
	const until = new AbortController();
	const manner: Manner = {
		// Exponentially distributed, as people who do not wait for each other come.
		think: () => wait(-Math.log(1 - Math.random()) * wanted.think * 1000),
		heard: (method, path, milliseconds, answer) => heard.note(method, path, milliseconds, answer),
		async first(person) {
			await person.get(`/offers?q=${encodeURIComponent(searches[Math.floor(Math.random() * searches.length)] ?? '')}`);
			await person.get('/referrals');
		},
	};
	try {
		const began = performance.now();
		const work = workUntil(pairs, () => server.origin, new Ledger(), until.signal, manner);
		const start = mebibytes(server);
		await wait(wanted.seconds * 500);
		const middle = mebibytes(server);
		await wait(wanted.seconds * 500);
		const end = mebibytes(server);
		const seconds = (performance.now() - began) / 1000;
		until.abort();
		await work;
		console.log(`\n${report(heard, seconds, `start ${start} MiB, middle ${middle} MiB, end ${end} MiB`)}`);
		const problems = broken(heard, seconds, middle, end);
		for (const problem of problems) console.log(`BROKEN: ${problem}`);
		return problems.length > 0 ? 1 : 0;
	} finally {
		until.abort();
		await server.stop();
	}
}

/** Runs the command with what `npm run bench` was given after `soak`. @returns the exit code */
export async function runSoak(): Promise<number> {
	const wanted = options();
	if (wanted.help) {
		console.log(help);
		return 0;
	}
	const url = process.env.TEST_DATABASE_URL;
	if (!url) return runAgainOnPostgres();
	const folder = mkdtempSync(join(tmpdir(), 'socialkompas-soak-'));
	const database = await makeDatabase(url);
	try {
		return await soak(database, folder, wanted);
	} finally {
		await database.remove();
		rmSync(folder, { recursive: true, force: true });
	}
}
