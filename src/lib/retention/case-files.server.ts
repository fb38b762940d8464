import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import { ZipFile } from 'yazl';
import { noteCaseFile } from '../citizens/case-file.server.ts';
import { subjectAccess } from '../citizens/subject-access.server.ts';
import { subjectAccessHtml } from '../citizens/subject-access.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { SystemActor } from '../identity/actor.ts';
import { retentionDays } from './days.server.ts';
import { daysAgo, dueOf, idsOf } from './due.server.ts';

/** Of one citizen: all that is held, as it goes into the case. */
export interface CaseFile {
	citizenId: string;
	json: string;
	html: string;
	/** SHA-256 of the JSON, hex: what the receipt says */
	hash: string;
}

/** So many citizens go into one packed file: a caseworker's afternoon, and some megabytes of memory. */
export const mostTogether = 50;

/** The citizens who are due, and whose file must be put into the case first. */
export async function citizensToWriteOut(tx: Tx, most?: number): Promise<string[]> {
	const { citizens } = await retentionDays(tx);
	const waiting = dueOf.citizens.waiting?.(daysAgo(tx, citizens));
	if (!waiting) return [];
	return idsOf(tx, most === undefined ? waiting : sql`${waiting} order by 1 limit ${most}`);
}

/** Writes one citizen's file in memory. @throws DomainError `citizen.not_found` 404 */
export async function caseFileOf(tx: Tx, actor: SystemActor, citizenId: string): Promise<CaseFile> {
	const access = await subjectAccess(tx, actor, citizenId);
	const json = `${JSON.stringify(access, null, '\t')}\n`;
	const hash = createHash('sha256').update(json).digest('hex');
	return { citizenId, json, html: subjectAccessHtml(access, 'da'), hash };
}

/** One file with all of them, and a list of what was written out: `sha256sum -c` takes it. */
async function pack(files: readonly CaseFile[]): Promise<Buffer> {
	const zip = new ZipFile();
	for (const { citizenId, json, html } of files) {
		zip.addBuffer(Buffer.from(json), `${citizenId}.json`);
		zip.addBuffer(Buffer.from(html), `${citizenId}.html`);
	}
	const list = files.map(({ citizenId, hash }) => `${hash}  ${citizenId}.json\n`).join('');
	zip.addBuffer(Buffer.from(list), 'SHA256SUMS');
	zip.end();
	return buffer(zip.outputStream as NodeJS.ReadableStream);
}

/**
 * Writes out the files of those who wait for it, in a transaction of its own, each with a receipt. The receipts count
 * only when somebody has said that the files are in the case (`confirmCaseFiles`): a download may be broken off.
 * @throws DomainError `retention.nothing_to_write_out` 409
 */
export async function packCaseFiles(actor: SystemActor): Promise<Buffer> {
	const files = await asActor(actor, async (tx) => {
		const found: CaseFile[] = [];
		for (const id of await citizensToWriteOut(tx, mostTogether)) {
			const file = await caseFileOf(tx, actor, id);
			await noteCaseFile(tx, actor, id, file.hash);
			found.push(file);
		}
		return found;
	});
	if (files.length === 0) throw new DomainError('retention.nothing_to_write_out', 409);
	return pack(files);
}
