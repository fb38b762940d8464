import { and, asc, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { openBox } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockReferral, noteEvent } from './move.server.ts';
import type { Attendance, FollowUpKind } from './referral-codes.ts';
import { followUp, referral } from './tables.server.ts';

export interface FollowUp {
	id: string;
	kind: FollowUpKind;
	/** ISO date */
	dueOn: string;
	doneAt: Date | null;
	cancelledAt: Date | null;
	attendance: Attendance | null;
	note: string;
}

const place = (id: string) => `follow_up.note:${id}`;

async function citizenOf(tx: Tx, actor: StaffActor, referralId: string): Promise<string> {
	const [row] = await tx
		.select({ citizenId: referral.citizenId })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, referralId)));
	if (!row) throw notFound('referral');
	return row.citizenId;
}

/** The planned and done follow-ups, in the order they fall due. */
export async function listFollowUps(tx: Tx, actor: StaffActor, referralId: string): Promise<FollowUp[]> {
	const box = await openBox(tx, actor.authorityId, await citizenOf(tx, actor, referralId));
	const rows = await tx
		.select()
		.from(followUp)
		.where(and(eq(followUp.authorityId, actor.authorityId), eq(followUp.referralId, referralId)))
		.orderBy(asc(followUp.dueOn));
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		dueOn: row.dueOn,
		doneAt: row.doneAt,
		cancelledAt: row.cancelledAt,
		attendance: row.attendance,
		note: box.open(place(row.id), row.note) ?? '',
	}));
}

/**
 * Writes down what was heard. Done once; the same form sent twice is one.
 * @throws DomainError `follow_up.not_found` 404, `follow_up.done` 409
 */
export async function completeFollowUp(
	tx: Tx,
	actor: StaffActor,
	input: { referralId: string; followUpId: string; attendance: Attendance; note: string },
): Promise<void> {
	await lockReferral(tx, actor, input.referralId);
	const [row] = await tx
		.select()
		.from(followUp)
		.where(
			and(
				eq(followUp.authorityId, actor.authorityId),
				eq(followUp.id, input.followUpId),
				eq(followUp.referralId, input.referralId),
			),
		);
	if (!row) throw notFound('follow_up');
	if (row.doneAt && row.doneBy === actor.userId && row.attendance === input.attendance) return;
	if (row.doneAt || row.cancelledAt) throw new DomainError('follow_up.done', 409);
	const box = await openBox(tx, actor.authorityId, await citizenOf(tx, actor, input.referralId));
	await tx
		.update(followUp)
		.set({
			doneAt: tx.now,
			doneBy: actor.userId,
			attendance: input.attendance,
			note: box.seal(place(row.id), input.note.trim()),
		})
		.where(and(eq(followUp.authorityId, actor.authorityId), eq(followUp.id, row.id), isNull(followUp.doneAt)));
	await noteEvent(tx, actor, input.referralId, { action: `follow_up_${row.kind}`, code: input.attendance });
	await audit(tx, actor, { action: 'follow_up.complete', subjectType: 'referral', subjectId: input.referralId });
}
