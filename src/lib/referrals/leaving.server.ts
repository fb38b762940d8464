import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { StaffActor } from '../identity/actor.ts';
import { deactivateUser, endMembership, readUser } from '../identity/users.server.ts';
import { colleagues, handOverAll, type Colleague } from './hand-over.server.ts';
import { underWay } from './referral.ts';
import { referral } from './tables.server.ts';

export interface Leaving {
	/** referrals that would be without a caseworker: drafts, those under way, and those still followed up */
	count: number;
	/** who may take them over: caseworkers in every centre that they belong to */
	successors: Colleague[];
}

/** What somebody would leave behind. For an administrator. */
export async function leavingOf(tx: Tx, actor: StaffActor, userId: string): Promise<Leaving> {
	const rows = await tx
		.select({ centreId: referral.centreId })
		.from(referral)
		.where(
			and(
				eq(referral.authorityId, actor.authorityId),
				eq(referral.caseworkerId, userId),
				inArray(referral.state, [...underWay]),
			),
		);
	let successors: Colleague[] | undefined;
	for (const centreId of new Set(rows.map((row) => row.centreId))) {
		const here = await colleagues(tx, centreId);
		successors = successors ? successors.filter(({ id }) => here.some((each) => each.id === id)) : here;
	}
	return { count: rows.length, successors: (successors ?? []).filter(({ id }) => id !== userId) };
}

/** Nobody shuts themselves out by a slip: another administrator does it. */
function assertSomebodyElse(actor: StaffActor, userId: string): void {
	if (actor.userId === userId) throw new DomainError('identity.not_oneself', 422);
}

async function settle(tx: Tx, actor: StaffActor, userId: string, to: string | undefined): Promise<void> {
	const { count, successors } = await leavingOf(tx, actor, userId);
	if (count === 0) return;
	if (!to) throw new DomainError('identity.needs_successor', 422, 'identity.needs_successor', { field: 'to' });
	if (!successors.some(({ id }) => id === to)) {
		throw new DomainError('identity.successor_unfit', 422, 'identity.successor_unfit', { field: 'to' });
	}
	await handOverAll(tx, actor, { from: userId, to });
}

/**
 * Closes a user who leaves: first somebody takes over what is open, then the account and all its sessions end, in one
 * transaction. Nothing is orphaned.
 * @throws DomainError `user.not_found` 404, `identity.needs_successor`, `identity.successor_unfit` (field to),
 * `identity.not_oneself`, `identity.last_administrator` 422
 */
export async function leave(
	tx: Tx,
	actor: StaffActor,
	input: { userId: string; to?: string | undefined },
): Promise<void> {
	assertSomebodyElse(actor, input.userId);
	await readUser(tx, actor, input.userId);
	await settle(tx, actor, input.userId, input.to);
	await deactivateUser(tx, actor, input.userId);
}

/**
 * Ends one of a user's roles. A caseworker's open referrals are taken over first, all of them.
 * @throws DomainError as leave
 */
export async function stepDown(
	tx: Tx,
	actor: StaffActor,
	input: { userId: string; membershipId: string; to?: string | undefined },
): Promise<void> {
	assertSomebodyElse(actor, input.userId);
	const user = await readUser(tx, actor, input.userId);
	const ending = user.memberships.find(({ id }) => id === input.membershipId);
	if (ending?.role === 'caseworker') await settle(tx, actor, input.userId, input.to);
	await endMembership(tx, actor, input);
}
