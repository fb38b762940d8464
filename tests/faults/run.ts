/**
 * What survives when things break: `npm run faults -- --kills 50`, about ten minutes.
 *
 * Kills the built server again and again while people work on it, on PostgreSQL and on the embedded database, and
 * counts what people were told against what is there. PostgreSQL is the one at TEST_DATABASE_URL, else a throw-away
 * cluster. Prints a table; the exit code is 1 when anything was lost or is there twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeDatabase } from '../bench/databases.ts';
import { runAgainOnPostgres } from '../setup/again-on-postgres.ts';
import { killUnderLoad, type Row } from './kills.ts';
import { waitingMail } from './outbox.ts';
import { table } from './table.ts';

const help = `npm run faults -- [options]
  --kills N            of the server on PostgreSQL (50)
  --embedded-kills N   of the server with the embedded database (20)
  --pairs N            caseworkers and organisations that work at the same time (6)`;

const { values } = parseArgs({
	options: {
		kills: { type: 'string', default: '50' },
		'embedded-kills': { type: 'string', default: '20' },
		pairs: { type: 'string', default: '6' },
		help: { type: 'boolean', default: false },
	},
});

function whole(name: 'kills' | 'embedded-kills' | 'pairs'): number {
	const number = Number(values[name]);
	if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} takes a whole number, not ${values[name]}.`);
	return number;
}

const say = (line: string) => console.error(line);

async function onPostgres(url: string): Promise<Row> {
	const database = await makeDatabase(url);
	try {
		const environment = { DATABASE_URL: database.url, MASTER_KEY: database.masterKey };
		const place = { scenario: 'PostgreSQL', environment, waitingMail: () => waitingMail(database.url) };
		return await killUnderLoad(place, { kills: whole('kills'), pairs: whole('pairs'), say });
	} finally {
		await database.remove();
	}
}

async function onEmbedded(): Promise<Row> {
	const folder = mkdtempSync(join(tmpdir(), 'socialkompas-faults-'));
	try {
		const place = { scenario: 'embedded database', environment: { DATA_DIR: folder } };
		return await killUnderLoad(place, { kills: whole('embedded-kills'), pairs: whole('pairs'), say });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function run(url: string): Promise<number> {
	const rows: Row[] = [];
	if (whole('kills') > 0) rows.push(await onPostgres(url));
	if (whole('embedded-kills') > 0) rows.push(await onEmbedded());
	console.log(`\n${table(rows)}`);
	for (const { scenario, lost, duplicated, untold, surprises } of rows) {
		for (const each of [...lost.map((what) => `lost: ${what}`), ...duplicated, ...untold, ...surprises]) {
			console.log(`${scenario}: ${each}`);
		}
	}
	return rows.some(
		({ lost, duplicated, untold, neverSent }) => lost.length + duplicated.length + untold.length + neverSent > 0,
	)
		? 1
		: 0;
}

try {
	const url = process.env.TEST_DATABASE_URL;
	if (values.help) console.log(help);
	else process.exitCode = url ? await run(url) : runAgainOnPostgres();
} catch (cause) {
	console.error(cause instanceof Error ? cause.message : cause);
	process.exitCode = 1;
}
