import { and, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { SystemActor } from '../identity/actor.ts';
import type { holdReasons } from './tables.server.ts';
import { caseFileReceipt, citizen, legalHold } from './tables.server.ts';

export type HoldReason = (typeof holdReasons)[number];

async function assertCitizen(tx: Tx, authorityId: string, id: string): Promise<void> {
	const found = await tx.$count(citizen, and(eq(citizen.authorityId, authorityId), eq(citizen.id, id)));
	if (found === 0) throw notFound('citizen');
}

/** From now on nothing of this citizen is let go of. @throws DomainError `citizen.not_found` 404 */
export async function placeHold(tx: Tx, actor: SystemActor, citizenId: string, reason: HoldReason): Promise<void> {
	await assertCitizen(tx, actor.authorityId, citizenId);
	await tx.insert(legalHold).values({ authorityId: actor.authorityId, citizenId, reason, placedAt: tx.now });
	await audit(tx, actor, { action: 'citizen.hold', subjectType: 'citizen', subjectId: citizenId, citizenId });
}

/** Lifts every hold there is. @throws DomainError `citizen.not_found` 404 when there is none */
export async function liftHold(tx: Tx, actor: SystemActor, citizenId: string): Promise<void> {
	const lifted = await tx
		.update(legalHold)
		.set({ liftedAt: tx.now })
		.where(
			and(eq(legalHold.authorityId, actor.authorityId), eq(legalHold.citizenId, citizenId), isNull(legalHold.liftedAt)),
		)
		.returning({ id: legalHold.id });
	if (lifted.length === 0) throw notFound('citizen');
	await audit(tx, actor, { action: 'citizen.lift_hold', subjectType: 'citizen', subjectId: citizenId, citizenId });
}

/** Notes that all that is held was written out for the case file. @param fileHash SHA-256 of the file, hex */
export async function noteCaseFile(tx: Tx, actor: SystemActor, citizenId: string, fileHash: string): Promise<void> {
	await tx.insert(caseFileReceipt).values({ authorityId: actor.authorityId, citizenId, at: tx.now, fileHash });
	await audit(tx, actor, { action: 'export.case_file', subjectType: 'export', subjectId: citizenId, citizenId });
}
