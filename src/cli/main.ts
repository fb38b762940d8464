/** The operator's commands: `npm run cli -- --help`. One command a file; each says what it did, or why not, and ends. */
import { Command } from 'commander';
import { refuse } from './refusal.ts';

/** Each is loaded when it is asked for: all of them together take a second to read. */
const commands: Record<string, () => Promise<Command>> = {
	migrate: async () => (await import('./migrate.ts')).migrateCommand,
	import: async () => (await import('./import.ts')).importCommand,
	harvest: async () => (await import('./harvest.ts')).harvestCommand,
	export: async () => (await import('./export.ts')).exportCommand,
	'create-user': async () => (await import('./create-user.ts')).createUserCommand,
	demo: async () => (await import('./demo.ts')).demoCommand,
	'verify-audit': async () => (await import('./verify-audit.ts')).verifyAuditCommand,
	'verify-encryption': async () => (await import('./verify-encryption.ts')).verifyEncryptionCommand,
	'rotate-master-key': async () => (await import('./rotate-master-key.ts')).rotateMasterKeyCommand,
	'erase-citizen': async () => (await import('./erase-citizen.ts')).eraseCitizenCommand,
	'subject-access': async () => (await import('./subject-access.ts')).subjectAccessCommand,
	retention: async () => (await import('./retention.ts')).retentionCommand,
	backup: async () => (await import('./backup.ts')).backupCommand,
	restore: async () => (await import('./backup.ts')).restoreCommand,
};

const program = new Command('npm run cli --')
	.description('Socialkompas: commands for the operator. They use the same environment variables as the server.')
	.addHelpText('after', '\nWith the embedded database (no DATABASE_URL), stop the server first: it serves one process.')
	.showHelpAfterError('(--help says more)');

try {
	const [wanted = ''] = process.argv.slice(2);
	// Help, and what to say to an unknown one, is about all of them.
	const names = Object.hasOwn(commands, wanted) ? [wanted] : Object.keys(commands);
	for (const name of names) {
		const load = commands[name];
		if (load) program.addCommand(await load());
	}
	await program.parseAsync();
} catch (cause) {
	refuse(cause);
}
