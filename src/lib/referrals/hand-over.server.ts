import { and, eq, inArray, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { StaffActor, SystemActor } from '../identity/actor.ts';
import { membership, userAccount } from '../identity/tables.server.ts';
import { notifyUser } from '../notifications/notify.server.ts';
import { lockReferral, noteEvent } from './move.server.ts';
import { openStates, underWay } from './referral.ts';
import { referral } from './tables.server.ts';

export interface Colleague {
	id: string;
	name: string;
}

const byName = new Intl.Collator('da');

/** The active caseworkers of a centre, by name. */
export async function colleagues(tx: Tx, centreId: string): Promise<Colleague[]> {
	const rows = await tx
		.selectDistinct({ id: userAccount.id, name: userAccount.name })
		.from(membership)
		.innerJoin(userAccount, eq(userAccount.id, membership.userId))
		.where(
			and(
				eq(membership.centreId, centreId),
				eq(membership.role, 'caseworker'),
				isNull(membership.endedAt),
				eq(userAccount.active, true),
			),
		);
	return rows.sort((a, b) => byName.compare(a.name, b.name));
}

/** Who has something in hand in a centre without being a caseworker there any more, by name. */
export async function formerColleagues(tx: Tx, actor: StaffActor, centreId: string): Promise<Colleague[]> {
	const rows = await tx
		.selectDistinct({ id: userAccount.id, name: userAccount.name })
		.from(referral)
		.innerJoin(userAccount, eq(userAccount.id, referral.caseworkerId))
		.where(
			and(
				eq(referral.authorityId, actor.authorityId),
				eq(referral.centreId, centreId),
				inArray(referral.state, [...underWay]),
			),
		);
	const now = new Set((await colleagues(tx, centreId)).map(({ id }) => id));
	return rows.filter(({ id }) => !now.has(id)).sort((a, b) => byName.compare(a.name, b.name));
}

async function assertColleague(tx: Tx, centreId: string, userId: string): Promise<void> {
	if (!(await colleagues(tx, centreId)).some((each) => each.id === userId)) {
		throw new DomainError('referral.not_a_colleague', 422, 'referral.not_a_colleague', { field: 'to' });
	}
}

/** Makes a colleague the caseworker of a referral whose row is taken; who may be, and who is told, is the caller's. */
export async function give(
	tx: Tx,
	actor: StaffActor | SystemActor,
	{ id, version }: { id: string; version: number },
	to: string,
): Promise<void> {
	await tx
		.update(referral)
		.set({ caseworkerId: to, version: version + 1 })
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, id)));
	await noteEvent(tx, actor, id, { action: 'hand_over' });
	await audit(tx, actor, { action: 'referral.hand_over', subjectType: 'referral', subjectId: id });
}

/**
 * Hands one referral, with its follow-ups, to a colleague of the same centre.
 * @throws DomainError `referral.not_found` 404, `referral.not_a_colleague` 422 (field to)
 */
export async function handOver(tx: Tx, actor: StaffActor, input: { referralId: string; to: string }): Promise<void> {
	const row = await lockReferral(tx, actor, input.referralId);
	if (row.caseworkerId === input.to) return;
	await assertColleague(tx, row.centreId, input.to);
	await give(tx, actor, row, input.to);
	await notifyUser(tx, actor, input.to, 'handed_over', `/referrals/${row.id}`);
}

/**
 * Hands everything a colleague has under way (drafts too, and closed ones that are still followed up) to another of the
 * same centre: nothing is orphaned when someone leaves. For a coordinator, an administrator, or the one who leaves.
 * @param input.to for each centre the one who leaves has referrals in
 * @returns how many were handed over
 * @throws DomainError `referral.not_a_colleague` 422 (field to)
 */
export async function handOverAll(tx: Tx, actor: StaffActor, input: { from: string; to: string }): Promise<number> {
	const rows = await tx
		.select({ id: referral.id, centreId: referral.centreId, version: referral.version })
		.from(referral)
		.where(
			and(
				eq(referral.authorityId, actor.authorityId),
				eq(referral.caseworkerId, input.from),
				inArray(referral.state, [...underWay]),
			),
		)
		.for('update');
	for (const centreId of new Set(rows.map((row) => row.centreId))) await assertColleague(tx, centreId, input.to);
	for (const row of rows) await give(tx, actor, row, input.to);
	if (rows.length > 0) await notifyUser(tx, actor, input.to, 'handed_over', '/referrals');
	return rows.length;
}

/** How many referrals would be without a caseworker if this user left. */
export async function openReferralCount(tx: Tx, actor: StaffActor, userId: string): Promise<number> {
	return tx.$count(
		referral,
		and(
			eq(referral.authorityId, actor.authorityId),
			eq(referral.caseworkerId, userId),
			inArray(referral.state, ['draft', ...openStates]),
		),
	);
}
