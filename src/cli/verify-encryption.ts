import { Command } from 'commander';
import { verifyEncryption, type EncryptionFaultKind } from '../lib/citizens/verify-encryption.server.ts';
import { asActor } from '../lib/database/as-actor.server.ts';
import { systemActor } from '../lib/identity/actor.ts';
import { withServices } from './with-services.ts';

const words: Record<EncryptionFaultKind, string> = {
	plain: 'is readable as it stands',
	undecipherable: 'opens with no key we have',
	orphan: 'was left behind when the citizen’s key was destroyed',
	unknown_column: 'is a binary column the application does not know',
	text: 'holds text that is no code',
	job: 'is a job that holds more than ids',
};

const number = new Intl.NumberFormat('en-GB');

async function runVerify(): Promise<void> {
	const report = await withServices(() => asActor(systemActor, (tx) => verifyEncryption(tx)));
	for (const [column, count] of Object.entries(report.opened)) {
		console.log(`${number.format(count).padStart(10)}  ${column}`);
	}
	console.log(`${number.format(report.keys).padStart(10)}  citizens’ keys`);
	for (const { kind, column, id } of report.faults)
		console.log(`FAULT: ${column} ${words[kind]}${id ? `: ${id}` : ''}`);
	const more = report.faultCount - report.faults.length;
	if (more > 0) console.log(`… and ${number.format(more)} more faults.`);
	if (report.faultCount > 0) process.exitCode = 1;
	else console.log('Everything that must be sealed is sealed, and opens.');
}

export const verifyEncryptionCommand = new Command('verify-encryption')
	.description(
		'Open every sealed value. Finds what is plain, what no key opens, what outlived a destroyed key, and text where ' +
			'only codes belong. Exit code 1 when it finds any.',
	)
	.action(runVerify);
