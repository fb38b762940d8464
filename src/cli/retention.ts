import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { confirmCaseFiles, noteCaseFile } from '../lib/citizens/case-file.server.ts';
import { holdReasons, type HoldReason } from '../lib/citizens/hold-reasons.ts';
import { liftHold, placeHold } from '../lib/citizens/legal-hold.server.ts';
import { asActor } from '../lib/database/as-actor.server.ts';
import { DomainError } from '../lib/errors.ts';
import { systemActor } from '../lib/identity/actor.ts';
import { caseFileOf, citizensToWriteOut } from '../lib/retention/case-files.server.ts';
import { setRetention } from '../lib/retention/days.server.ts';
import { previewRetention, runRetention } from '../lib/retention/retention.server.ts';
import { retentionKinds, retentionRules } from '../lib/retention/rules.ts';
import { withServices } from './with-services.ts';

interface Options {
	run?: true;
	set?: string;
	export?: string;
	hold?: string;
	reason: HoldReason;
	lift?: string;
}

const number = new Intl.NumberFormat('en-GB');

async function preview(): Promise<void> {
	const rows = await asActor(systemActor, previewRetention);
	console.log('After days  due now  to be written out first');
	for (const { kind, days, due, waiting } of rows) {
		const counts = [number.format(days).padStart(10), number.format(due).padStart(7)].join('  ');
		console.log(`${counts}  ${waiting ? number.format(waiting).padStart(23) : ' '.repeat(23)}  ${kind}`);
	}
}

async function run(): Promise<void> {
	const removed = await runRetention();
	for (const kind of retentionKinds) {
		if (removed[kind] > 0) console.log(`${number.format(removed[kind]).padStart(10)}  ${retentionRules[kind].does}`);
	}
	if (retentionKinds.every((kind) => removed[kind] === 0)) console.log('Nothing was due.');
}

/** A citizen's file first, then the receipt, which counts at once: whoever runs this puts the files into the cases. */
async function writeOut(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const ids = await asActor(systemActor, (tx) => citizensToWriteOut(tx));
	for (const id of ids) {
		await asActor(systemActor, async (tx) => {
			const { json, html, hash } = await caseFileOf(tx, systemActor, id);
			await writeFile(join(folder, `${id}.json`), json, { mode: 0o600 });
			await writeFile(join(folder, `${id}.html`), html, { mode: 0o600 });
			await confirmCaseFiles(tx, systemActor, [await noteCaseFile(tx, systemActor, id, hash)]);
		});
	}
	console.log(
		`Wrote ${ids.length} citizens’ files into ${folder}. Put them into the case files, then run: retention --run`,
	);
}

function citizenId(text: string): string {
	if (!z.uuid().safeParse(text).success) throw new DomainError('citizen.not_found', 404, 'That is no citizen’s id.');
	return text;
}

async function runCommand(options: Options): Promise<void> {
	const { set, hold, lift } = options;
	await withServices(async () => {
		if (set !== undefined) {
			const [kind = '', days = ''] = set.split('=');
			const number = days === '' ? Number.NaN : Number(days);
			await asActor(systemActor, (tx) => setRetention(tx, systemActor, { [kind]: number }));
		}
		if (hold) await asActor(systemActor, (tx) => placeHold(tx, systemActor, citizenId(hold), options.reason));
		if (lift) await asActor(systemActor, (tx) => liftHold(tx, systemActor, citizenId(lift), 'closed'));
		if (options.export) await writeOut(options.export);
		if (options.run) await run();
		else await preview();
	});
}

export const retentionCommand = new Command('retention')
	.description(
		'Show what is due to go, by kind of record; with --run, let it go (the server does so every night). A citizen is ' +
			'erased only after their file was written out with --export.',
	)
	.option('--run', 'let go of what is due')
	.option('--export <folder>', 'write out the files of the citizens who are due, and keep a receipt of each')
	.option('--set <kind=days>', 'keep a kind of record so many days')
	.option('--hold <citizen>', 'keep everything of this citizen until the hold is lifted')
	.addOption(new Option('--reason <reason>', 'of the hold').choices(holdReasons).default('complaint'))
	.option('--lift <citizen>', 'lift the hold')
	.action(runCommand);
