/** The operator's commands: `npm run cli -- --help`. One command a file; each says what it did, or why not, and ends. */
import { Command } from 'commander';
import { backupCommand, restoreCommand } from './backup.ts';
import { createUserCommand } from './create-user.ts';
import { demoCommand } from './demo.ts';
import { eraseCitizenCommand } from './erase-citizen.ts';
import { exportCommand } from './export.ts';
import { harvestCommand } from './harvest.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { refuse } from './refusal.ts';
import { retentionCommand } from './retention.ts';
import { rotateMasterKeyCommand } from './rotate-master-key.ts';
import { subjectAccessCommand } from './subject-access.ts';
import { verifyAuditCommand } from './verify-audit.ts';
import { verifyEncryptionCommand } from './verify-encryption.ts';

const program = new Command('npm run cli --')
	.description('Socialkompas: commands for the operator. They use the same environment variables as the server.')
	.addHelpText('after', '\nWith the embedded database (no DATABASE_URL), stop the server first: it serves one process.')
	.showHelpAfterError('(--help says more)');

const commands = [
	migrateCommand,
	importCommand,
	harvestCommand,
	exportCommand,
	createUserCommand,
	demoCommand,
	verifyAuditCommand,
	verifyEncryptionCommand,
	rotateMasterKeyCommand,
	eraseCitizenCommand,
	subjectAccessCommand,
	retentionCommand,
	backupCommand,
	restoreCommand,
];
for (const command of commands) program.addCommand(command);

try {
	await program.parseAsync();
} catch (cause) {
	refuse(cause);
}
