/**
 * How fast what is about people is, with few and with many referrals in the table: `npm run bench -- people`.
 *
 * Measured are the storage functions behind the pages, policies and opening of sealed values included, and the writing
 * of the log by one and by ten clients at once. The exit code is 1 when a promise is broken: a work-list among many may
 * take twice the time it takes among few, subject access ten seconds, ten clients must write at least as much into the log
 * as one, and five times as much when each of them stays in its transaction for a while.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { administer } from '../../setup/templates.ts';
import { runAgainOnPostgres } from '../../setup/again-on-postgres.ts';
import { makeDatabase, type BenchDatabase } from '../databases.ts';
import { closedLoop, type Figures } from '../figures.ts';
import { describeMachine } from '../machine.ts';
import { table, type Row } from '../markdown.ts';
import { allBeside, allOpen, measureAppending, type Beside, type Open } from './appending.ts';
import { generatePeople } from './generate.ts';
import { allLooks, looks, type Look } from './looks.ts';

const help = `npm run bench -- people [options]
  --referrals N,N  in the table (1000,100000)
  --seconds N      length of each measurement (3)
  --json FILE      write the figures here too`;

interface Size {
	referrals: number;
	/** seconds to make them */
	filled: number;
	looked: { look: Look; figures: Figures }[];
	appended: { beside: Beside; open: Open; figures: Figures }[];
}

function options() {
	const { values } = parseArgs({
		args: process.argv.slice(3),
		options: {
			referrals: { type: 'string', default: '1000,100000' },
			seconds: { type: 'string', default: '3' },
			json: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	const referrals = values.referrals.split(',').map(Number);
	const seconds = Number(values.seconds);
	if (!(seconds > 0) || referrals.some((each) => !(each >= 100))) throw new Error(help);
	return { ...values, referrals, seconds };
}

async function measureSize(database: BenchDatabase, referrals: number, seconds: number): Promise<Size> {
	return database.within(async () => {
		const began = performance.now();
		const people = await generatePeople(referrals);
		await administer(database.url, 'vacuum analyze');
		const size: Size = { referrals, filled: (performance.now() - began) / 1000, looked: [], appended: [] };
		const say = (what: string, { clients, perSecond, p50, p95 }: Figures) =>
			console.error(
				`${referrals}: ${what}, ${clients} clients: ${Math.round(perSecond)} per s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
			);
		for (const look of allLooks) {
			const ask = () => looks[look](people);
			await closedLoop(2, 0.5, ask);
			for (const clients of [1, 10]) {
				const figures = await closedLoop(clients, seconds, ask);
				size.looked.push({ look, figures });
				say(look, figures);
			}
		}
		for (const open of allOpen) {
			for (const beside of allBeside) {
				for (const figures of await measureAppending(people, seconds, beside, open)) {
					size.appended.push({ beside, open, figures });
					say(`Entries written beside ${beside}${openFor(open)}`, figures);
				}
			}
		}
		return size;
	});
}

const openFor = (open: Open) => (open === 0 ? '' : `, transactions open for ${open} ms`);
const short = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));
const cells = ({ perSecond, p50, p95, p99 }: Figures) => [perSecond, p50, p95, p99].map(short);

function rowsOf({ referrals, looked, appended }: Size): Row[] {
	const pair = (name: string, found: Figures[]): Row => [referrals.toLocaleString('en'), name, ...found.flatMap(cells)];
	return [
		...allLooks.map((look) =>
			pair(
				look,
				looked.filter((each) => each.look === look).map(({ figures }) => figures),
			),
		),
		...allOpen.flatMap((open) =>
			allBeside.map((beside) =>
				pair(
					`Log entries, beside ${beside}${openFor(open)}`,
					appended.filter((each) => each.beside === beside && each.open === open).map(({ figures }) => figures),
				),
			),
		),
	];
}

/** What has been promised, each with what was found and whether it holds. */
export function promises(sizes: readonly Size[]): { says: string; holds: boolean }[] {
	const [few, many] = [sizes[0], sizes.at(-1)];
	if (!few || !many) return [];
	const find = (size: Size, look: Look, clients: number) =>
		size.looked.find((each) => each.look === look && each.figures.clients === clients)?.figures;
	const times = (clients: number) =>
		(find(many, 'Work-list', clients)?.p50 ?? Infinity) / (find(few, 'Work-list', clients)?.p50 ?? Number.NaN);
	const longest = Math.max(...sizes.map((size) => find(size, 'Subject access', 1)?.p99 ?? Infinity));
	const rate = (beside: Beside, open: Open, clients: number) =>
		many.appended.find((each) => each.beside === beside && each.open === open && each.figures.clients === clients)
			?.figures.perSecond ?? 0;
	const label = `${many.referrals.toLocaleString('en')} referrals in the table`;
	return [
		...[1, 10].map((clients) => ({
			says: `A work-list with ${label} takes ${times(clients).toFixed(2)} × the time with ${few.referrals.toLocaleString('en')} (${clients} clients, p50; at most 2).`,
			holds: times(clients) <= 2,
		})),
		{
			says: `Subject access at the slowest of all sizes: ${short(longest)} ms (p99; at most 10,000).`,
			holds: longest < 10_000,
		},
		...allOpen.flatMap((open) =>
			allBeside.map((beside) => {
				const [one, ten] = [rate(beside, open, 1), rate(beside, open, 10)];
				const least = open === 0 ? 1 : 5;
				return {
					says: `Ten clients write ${short(ten)} log entries a second beside ${beside}${openFor(open)}, one ${short(one)} (${open === 0 ? 'at least as much' : `at least ${least} ×`}).`,
					holds: one > 0 && ten >= least * one,
				};
			}),
		),
	];
}

/** Runs the command with what `npm run bench` was given after `people`. @returns the exit code */
export async function runPeople(): Promise<number> {
	const wanted = options();
	if (wanted.help) {
		console.log(help);
		return 0;
	}
	const url = process.env.TEST_DATABASE_URL;
	if (!url) return runAgainOnPostgres();
	const sizes: Size[] = [];
	for (const referrals of wanted.referrals) {
		const database = await makeDatabase(url);
		try {
			sizes.push(await measureSize(database, referrals, wanted.seconds));
		} finally {
			await database.remove();
		}
	}
	const { date, processor, cores, node, postgres } = await describeMachine(url);
	const head = ['Referrals', 'What', '1 client: per s', 'p50', 'p95', 'p99', '10 clients: per s', 'p50', 'p95', 'p99'];
	console.log(
		`\nMeasured on ${date}: ${processor}, ${cores} cores, Node ${node}, PostgreSQL ${postgres}, ${wanted.seconds} seconds each. Times in milliseconds.\n`,
	);
	console.log(table([head, ...sizes.flatMap(rowsOf)]));
	const found = promises(sizes);
	console.log(`\n${found.map(({ says, holds }) => `- ${holds ? 'holds' : 'BROKEN'}: ${says}`).join('\n')}`);
	if (wanted.json) writeFileSync(wanted.json, `${JSON.stringify({ sizes, promises: found }, null, '\t')}\n`);
	return found.every(({ holds }) => holds) ? 0 : 1;
}
