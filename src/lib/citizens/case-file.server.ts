import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { SystemActor } from '../identity/actor.ts';
import { caseFileReceipt } from './tables.server.ts';

/** That a citizen's file was written out, and whether somebody has said that it is in the case. */
export interface CaseFileReceipt {
	id: string;
	citizenId: string;
	at: Date;
	/** SHA-256 of the JSON file, hex */
	fileHash: string;
	confirmedAt: Date | null;
}

/**
 * Notes that all that is held was written out for the case file. Nobody is erased on the strength of it before it is
 * confirmed.
 * @param fileHash SHA-256 of the file, hex
 * @returns the receipt's id
 */
export async function noteCaseFile(tx: Tx, actor: SystemActor, citizenId: string, fileHash: string): Promise<string> {
	const { authorityId } = actor;
	const [row] = await tx
		.insert(caseFileReceipt)
		.values({ authorityId, citizenId, at: tx.now, fileHash })
		.returning({ id: caseFileReceipt.id });
	if (!row) throw new Error('no receipt was written');
	await audit(tx, actor, { action: 'export.case_file', subjectType: 'export', subjectId: citizenId, citizenId });
	return row.id;
}

/**
 * Notes that written-out files are in the case: from now on the citizens may be erased, as long as nothing new happens.
 * @param ids of receipts; those that were confirmed before are left as they are
 * @throws DomainError `retention.no_receipt` 422 when none of them is there to be confirmed
 */
export async function confirmCaseFiles(tx: Tx, actor: SystemActor, ids: readonly string[]): Promise<number> {
	const confirmed = await tx
		.update(caseFileReceipt)
		.set({ confirmedAt: tx.now })
		.where(
			and(
				eq(caseFileReceipt.authorityId, actor.authorityId),
				inArray(caseFileReceipt.id, [...ids]),
				isNull(caseFileReceipt.confirmedAt),
			),
		)
		.returning({ citizenId: caseFileReceipt.citizenId });
	if (confirmed.length === 0)
		throw new DomainError('retention.no_receipt', 422, 'No such receipt.', { field: 'receipt' });
	for (const { citizenId } of confirmed) {
		await audit(tx, actor, { action: 'export.confirm_file', subjectType: 'export', subjectId: citizenId, citizenId });
	}
	return confirmed.length;
}

/** Receipts, the newest first. */
export async function caseFileReceipts(tx: Tx, authorityId: string, most: number): Promise<CaseFileReceipt[]> {
	return tx
		.select({
			id: caseFileReceipt.id,
			citizenId: caseFileReceipt.citizenId,
			at: caseFileReceipt.at,
			fileHash: caseFileReceipt.fileHash,
			confirmedAt: caseFileReceipt.confirmedAt,
		})
		.from(caseFileReceipt)
		.where(eq(caseFileReceipt.authorityId, authorityId))
		.orderBy(desc(caseFileReceipt.at), desc(caseFileReceipt.id))
		.limit(most);
}
