import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { exportCatalogue, exportFormats, type ExportFormat } from '../lib/catalogue/hsds/export/export.server.ts';
import { asActor } from '../lib/database/as-actor.server.ts';
import { publicActor } from '../lib/identity/actor.ts';
import { withServices } from './with-services.ts';

async function runExport(out: string, { format }: { format: ExportFormat }): Promise<void> {
	// What would stop it at the end stops it at the beginning.
	await access(path.dirname(path.resolve(out)), constants.W_OK);
	const counts = await withServices(() => asActor(publicActor, (tx) => exportCatalogue(tx, format, out)));
	console.log(
		`Wrote ${counts.services} offers, ${counts.organizations} organisations, ${counts.locations} places and ` +
			`${counts.taxonomy_terms} terms to ${out}.`,
	);
	console.log('Addresses of confidential places are not in it.');
}

export const exportCommand = new Command('export')
	.description(
		'Write the whole catalogue to a file that the import of any Socialkompas, and any reader of HSDS 3.0, can read.',
	)
	.argument('<out>', 'the file to write; one that is there is replaced when the new one is whole')
	.addOption(
		new Option('--format <format>', 'hsds-csv: a zip of CSV files; hsds-json: one JSON file')
			.choices(exportFormats)
			.default('hsds-csv'),
	)
	.action(runExport);
