import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { subjectAccess } from '../lib/citizens/subject-access.server.ts';
import { subjectAccessHtml } from '../lib/citizens/subject-access.ts';
import { asActor } from '../lib/database/as-actor.server.ts';
import { DomainError } from '../lib/errors.ts';
import { systemActor } from '../lib/identity/actor.ts';
import { withServices } from './with-services.ts';

interface Options {
	json?: string;
	html?: string;
	language: 'da' | 'en';
}

async function runSubjectAccess(citizenId: string, { json, html, language }: Options): Promise<void> {
	if (!z.uuid().safeParse(citizenId).success)
		throw new DomainError('citizen.not_found', 404, 'That is no citizen’s id.');
	if (!json && !html)
		throw new DomainError('subject_access.no_file', 400, 'Say where to write it: --json FILE, --html FILE.');
	const access = await withServices(() => asActor(systemActor, (tx) => subjectAccess(tx, systemActor, citizenId)));
	// Readable by nobody else, and never over a file that is there.
	const options = { mode: 0o600, flag: 'wx' } as const;
	if (json) await writeFile(json, `${JSON.stringify(access, null, '\t')}\n`, options);
	if (html) await writeFile(html, subjectAccessHtml(access, language), options);
	console.log(`Wrote ${access.records.length} records and ${access.lookUps.length} look-ups. That was logged.`);
}

export const subjectAccessCommand = new Command('subject-access')
	.description('Write out all that is held on one citizen, every look-up included (GDPR article 15).')
	.argument('<citizen>', 'the citizen’s id, as in the address of their page')
	.option('--json <file>', 'write it for a machine')
	.option('--html <file>', 'write it to be read and printed')
	.addOption(new Option('--language <language>', 'of the page').choices(['da', 'en']).default('da'))
	.action(runSubjectAccess);
