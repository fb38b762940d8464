import { access, constants, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { storeCatalogue } from '../lib/catalogue/catalogue-store.server.ts';
import { readCatalogue } from '../lib/catalogue/hsds/read.server.ts';
import { parseConfig } from '../lib/config.server.ts';
import { asActor } from '../lib/database/as-actor.server.ts';
import { DomainError } from '../lib/errors.ts';
import { systemActor } from '../lib/identity/actor.ts';
import { importReport } from './import-report.ts';
import { showProgress } from './progress.ts';
import { withServices } from './with-services.ts';

interface Options {
	source?: string;
	report?: string;
}

/** Refused rows of one reason that a report file holds: some 20 MB. */
const mostRefusals = 100_000;

/** The name of a file or folder without its ending: `miami-211-hsds-1.1` of `data/miami-211-hsds-1.1.zip`. */
export function sourceName(file: string): string {
	const name = path.basename(path.resolve(file));
	return name.replace(/\.(?:zip|json|ndjson|jsonl|csv)$/iu, '') || name;
}

function checkSource(source: string): void {
	if (source.trim() === '') throw new DomainError('import.source', 400, '--source needs a name.');
	if (source === 'demo' || source === 'socialkompas') {
		throw new DomainError(
			'import.source',
			400,
			`The source “${source}” is what is written here. Choose another with --source.`,
		);
	}
}

async function runImport(file: string, options: Options): Promise<void> {
	const started = performance.now();
	const source = options.source ?? sourceName(file);
	checkSource(source);
	// What would stop it at the end stops it at the beginning, when nothing has been changed.
	parseConfig(process.env);
	if (options.report) await access(path.dirname(path.resolve(options.report)), constants.W_OK);

	const progress = showProgress();
	try {
		const { records, report } = await readCatalogue(file, {
			onProgress: ({ done, total }) => progress.update('Reading', done, total),
			...(options.report && { keepRefusals: mostRefusals }),
		});
		const result = await withServices(() =>
			asActor(systemActor, (tx) =>
				storeCatalogue(tx, source, records, {
					onProgress: ({ stage, done, total }) => progress.update(`Storing ${stage}`, done, total),
				}),
			),
		);
		progress.stop();
		if (options.report)
			await writeFile(options.report, JSON.stringify({ source, stored: result, ...report }, null, '\t'));
		console.log(importReport(report, result, source, (performance.now() - started) / 1000));
	} finally {
		progress.stop();
	}
}

export const importCommand = new Command('import')
	.description(
		'Bring a catalogue in or up to date: an HSDS package (any version from 1.1; zip or folder of CSV) or HSDS JSON. ' +
			'All of it is stored or nothing.',
	)
	.argument('<path>', 'file or folder')
	.option(
		'--source <name>',
		'where it comes from, the same name each time: offers that are no longer in it are taken out of the catalogue ' +
			'(default: the name of the file)',
	)
	.option('--report <file>', 'write the report, with all refused rows, as JSON')
	.action(runImport);
