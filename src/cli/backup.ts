import { Command } from 'commander';
import { parseConfig } from '../lib/config.server.ts';
import { backUp, restore } from '../lib/database/backup.server.ts';
import { DomainError } from '../lib/errors.ts';

/** @throws DomainError `backup.postgres` when the database is not the embedded one */
function embeddedFolder(): string {
	const config = parseConfig(process.env);
	if (config.databaseUrl) {
		throw new DomainError(
			'backup.postgres',
			400,
			'DATABASE_URL is set. Back PostgreSQL up with pg_dump --format=custom, and restore with pg_restore (README).',
		);
	}
	return config.dataDir;
}

async function runBackup(file: string): Promise<void> {
	await backUp(embeddedFolder(), file);
	console.log(`${file} holds the whole database, and was opened to see that it does.`);
	console.log('The master key is not in it. Keep that elsewhere: without it nobody’s name can be read again.');
}

async function runRestore(file: string): Promise<void> {
	const folder = embeddedFolder();
	await restore(folder, file);
	console.log(`Restored into ${folder}. Put the master key there as master.key (or give MASTER_KEY), and check it:`);
	console.log('  npm run cli -- verify-audit --head FILE');
	console.log('  npm run cli -- verify-encryption');
}

export const backupCommand = new Command('backup')
	.description('Copy the embedded database into one file. Stop the server first.')
	.argument('<file>', 'where to; must not be there yet')
	.action(runBackup);

export const restoreCommand = new Command('restore')
	.description('Put a backup of the embedded database into an empty DATA_DIR.')
	.argument('<file>', 'made by backup')
	.action(runRestore);
