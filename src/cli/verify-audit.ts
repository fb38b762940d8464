import { readFile, rename, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readHeads, writeHeads } from '../lib/audit/head-file.ts';
import { sealLogs } from '../lib/audit/seal.server.ts';
import { loggedAuthorities, verifyLog, type LogFault, type LogReport } from '../lib/audit/verify-log.server.ts';
import { asActor } from '../lib/database/as-actor.server.ts';
import { systemActor } from '../lib/identity/actor.ts';
import { withServices } from './with-services.ts';

interface Options {
	head?: string;
	saveHead?: string;
}

const number = new Intl.NumberFormat('en-GB');

function sentence(fault: LogFault): string {
	switch (fault.kind) {
		case 'changed':
			return `entry ${fault.entryId} was changed after it was written (link ${fault.seq})`;
		case 'missing':
			return `entry ${fault.entryId} is gone (link ${fault.seq})`;
		case 'links_missing':
			return `${number.format(fault.count)} links are gone from link ${fault.seq} on`;
		case 'added':
			return `entry ${fault.entryId} was put in afterwards`;
		case 'cut_off':
			return `the log was cut off after link ${fault.seq}: the head kept elsewhere is link ${fault.head}`;
		case 'rewritten':
			return `link ${fault.seq} is not the one kept elsewhere: the log was written anew`;
	}
}

function print(report: LogReport): void {
	console.log(`Log of ${report.authorityId}: ${number.format(report.checked)} entries checked.`);
	if (report.waitingSince) {
		const since = report.waitingSince.toISOString();
		console.log(`  ${number.format(report.waiting)} entries, the oldest of ${since}, are not chained yet.`);
	}
	if (report.head) console.log(`  Head: ${report.head.seq} ${report.head.hash}`);
	for (const fault of report.faults) console.log(`  FAULT: ${sentence(fault)}`);
	const more = report.faultCount - report.faults.length;
	if (more > 0) console.log(`  … and ${number.format(more)} more faults.`);
}

async function runVerify(options: Options): Promise<void> {
	const kept = options.head ? readHeads(await readFile(options.head, 'utf8'), options.head) : [];
	const { reports, at } = await withServices(async ({ clock }) => {
		await sealLogs();
		const reports = await asActor(systemActor, async (tx) => {
			const ids = new Set([...(await loggedAuthorities(tx)), ...kept.map(({ authorityId }) => authorityId)]);
			const done: LogReport[] = [];
			for (const id of ids)
				done.push(
					await verifyLog(
						tx,
						id,
						kept.find(({ authorityId }) => authorityId === id),
					),
				);
			return done;
		});
		return { reports, at: clock() };
	});
	for (const report of reports) print(report);
	if (reports.some(({ faultCount }) => faultCount > 0)) {
		process.exitCode = 1;
		return;
	}
	console.log('The log is whole.');
	if (options.saveHead) {
		const heads = reports.flatMap(({ head }) => (head ? [head] : []));
		await writeFile(`${options.saveHead}.part`, writeHeads(heads, at));
		await rename(`${options.saveHead}.part`, options.saveHead);
		console.log(`Its head is in ${options.saveHead}: keep it where the owner of the database can’t write.`);
	}
}

export const verifyAuditCommand = new Command('verify-audit')
	.description(
		'Recompute the hash chain over the log. Finds entries that were changed, taken out or put in; with a head that ' +
			'was kept elsewhere also that the end was cut off or all of it written anew. Exit code 1 when it finds any.',
	)
	.option('--head <file>', 'compare with the head that was kept elsewhere')
	.option('--save-head <file>', 'write the head when the log is whole (may be the same file)')
	.action(runVerify);
