import { and, asc, between, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { SystemActor } from '../identity/actor.ts';
import type { HoldReason, LiftReason } from './hold-reasons.ts';
import { citizen, legalHold } from './tables.server.ts';

async function assertCitizen(tx: Tx, authorityId: string, id: string): Promise<void> {
	const found = await tx.$count(citizen, and(eq(citizen.authorityId, authorityId), eq(citizen.id, id)));
	if (found === 0) throw notFound('citizen');
}

/**
 * The one citizen whose id begins like this. As the system: the data-protection officer knows citizens by id alone.
 * @param ids the first and last id that is meant (idsBeginning)
 * @throws DomainError `citizen.reference_unknown` or `citizen.reference_unclear` 422 (field citizen)
 */
export async function citizenByReference(
	tx: Tx,
	authorityId: string,
	ids: { first: string; last: string },
): Promise<string> {
	const found = await tx
		.select({ id: citizen.id })
		.from(citizen)
		.where(and(eq(citizen.authorityId, authorityId), between(citizen.id, ids.first, ids.last)))
		.limit(2);
	const [one] = found;
	const refuse = (code: string) => new DomainError(code, 422, code, { field: 'citizen' });
	if (!one) throw refuse('citizen.reference_unknown');
	if (found.length > 1) throw refuse('citizen.reference_unclear');
	return one.id;
}

/**
 * From now on nothing of this citizen is let go of. The same hold placed twice is one.
 * @throws DomainError `citizen.not_found` 404
 */
export async function placeHold(tx: Tx, actor: SystemActor, citizenId: string, reason: HoldReason): Promise<void> {
	const { authorityId } = actor;
	await assertCitizen(tx, authorityId, citizenId);
	const same = and(
		eq(legalHold.authorityId, authorityId),
		eq(legalHold.citizenId, citizenId),
		eq(legalHold.reason, reason),
		isNull(legalHold.liftedAt),
	);
	if ((await tx.$count(legalHold, same)) > 0) return;
	await tx.insert(legalHold).values({ authorityId, citizenId, reason, placedAt: tx.now });
	await audit(tx, actor, { action: 'citizen.hold', subjectType: 'citizen', subjectId: citizenId, citizenId });
}

/** Lifts every hold there is. @throws DomainError `citizen.not_held` 409 when there is none */
export async function liftHold(tx: Tx, actor: SystemActor, citizenId: string, because: LiftReason): Promise<void> {
	const lifted = await tx
		.update(legalHold)
		.set({ liftedAt: tx.now, liftedBecause: because })
		.where(
			and(eq(legalHold.authorityId, actor.authorityId), eq(legalHold.citizenId, citizenId), isNull(legalHold.liftedAt)),
		)
		.returning({ id: legalHold.id });
	if (lifted.length === 0) throw new DomainError('citizen.not_held', 409);
	await audit(tx, actor, { action: 'citizen.lift_hold', subjectType: 'citizen', subjectId: citizenId, citizenId });
}

export interface Hold {
	id: string;
	citizenId: string;
	reason: HoldReason;
	placedAt: Date;
}

/** The holds in force, the oldest first. */
export async function holdsInForce(tx: Tx, authorityId: string): Promise<Hold[]> {
	return tx
		.select({
			id: legalHold.id,
			citizenId: legalHold.citizenId,
			reason: legalHold.reason,
			placedAt: legalHold.placedAt,
		})
		.from(legalHold)
		.where(and(eq(legalHold.authorityId, authorityId), isNull(legalHold.liftedAt)))
		.orderBy(asc(legalHold.placedAt), asc(legalHold.id));
}
