import { audit } from '../audit/audit.server.ts';
import { caseFileReceipts, type CaseFileReceipt } from '../citizens/case-file.server.ts';
import { holdsInForce, type Hold } from '../citizens/legal-hold.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import type { SystemActor } from '../identity/actor.ts';
import { citizensToWriteOut } from './case-files.server.ts';
import { letGo, previewRetention, type LetGo, type RetentionPreview } from './retention.server.ts';

const mostShown = 50;

/** What the data-protection officer sees: ids, codes, days and counts, and no name. */
export interface RetentionPage {
	preview: RetentionPreview[];
	/** citizens who are due, and whose file must be put into the case first */
	waiting: string[];
	receipts: CaseFileReceipt[];
	holds: Hold[];
	letGo: LetGo[];
}

/** @param tx as system, on behalf of who asks */
export async function retentionPage(tx: Tx, actor: SystemActor): Promise<RetentionPage> {
	await audit(tx, actor, { action: 'retention.read' });
	return {
		preview: await previewRetention(tx),
		waiting: await citizensToWriteOut(tx, mostShown),
		receipts: await caseFileReceipts(tx, actor.authorityId, mostShown),
		holds: await holdsInForce(tx, actor.authorityId),
		letGo: await letGo(tx, actor.authorityId),
	};
}
