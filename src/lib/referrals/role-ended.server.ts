import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import type { SystemActor } from '../identity/actor.ts';
import type { EndedRole } from '../identity/oidc-people.server.ts';
import { membership, userAccount } from '../identity/tables.server.ts';
import { notifyUser } from '../notifications/notify.server.ts';
import { colleagues, give } from './hand-over.server.ts';
import { underWay } from './referral.ts';
import { referral } from './tables.server.ts';

/** How many referrals each caseworker of a centre has in hand. */
async function loads(tx: Tx, actor: SystemActor, centreId: string): Promise<Map<string, number>> {
	const counted = new Map<string, number>();
	for (const { id } of await colleagues(tx, centreId)) {
		const own = and(eq(referral.authorityId, actor.authorityId), eq(referral.caseworkerId, id));
		counted.set(id, await tx.$count(referral, and(own, inArray(referral.state, [...underWay]))));
	}
	return counted;
}

/** Whoever has least in hand; of several alike the first by name. */
const freest = (counted: ReadonlyMap<string, number>): string | undefined =>
	[...counted].reduce<[string, number] | undefined>(
		(least, each) => (least && least[1] <= each[1] ? least : each),
		undefined,
	)?.[0];

/** The coordinators of a centre; where it has none, the administrators. */
async function whoSeesToIt(tx: Tx, actor: SystemActor, centreId: string): Promise<string[]> {
	const holders = (role: 'coordinator' | 'administrator', more = isNull(membership.endedAt)) =>
		tx
			.selectDistinct({ id: userAccount.id })
			.from(membership)
			.innerJoin(userAccount, eq(userAccount.id, membership.userId))
			.where(
				and(
					eq(userAccount.authorityId, actor.authorityId),
					eq(userAccount.active, true),
					eq(membership.role, role),
					isNull(membership.endedAt),
					more,
				),
			);
	const here = await holders('coordinator', eq(membership.centreId, centreId));
	return (here.length > 0 ? here : await holders('administrator')).map(({ id }) => id);
}

/**
 * Somebody is no caseworker of a centre any more because the municipality's own groups say so, and nobody is there to
 * choose who takes over: what they had in hand there goes to the colleagues with least to do, all of a citizen's to the
 * same one. Is there no colleague, it stays where it is until the centre's coordinators, who are told, give it away.
 * Called in the transaction that ends the role, after it has ended.
 */
export async function handOverWhenRoleEnds(tx: Tx, actor: SystemActor, ended: EndedRole): Promise<void> {
	const { userId, role, centreId } = ended;
	if (role !== 'caseworker' || centreId === null) return;
	const rows = await tx
		.select({ id: referral.id, version: referral.version, citizenId: referral.citizenId })
		.from(referral)
		.where(
			and(
				eq(referral.authorityId, actor.authorityId),
				eq(referral.caseworkerId, userId),
				eq(referral.centreId, centreId),
				inArray(referral.state, [...underWay]),
			),
		)
		.orderBy(referral.createdAt, referral.id)
		.for('update');
	if (rows.length === 0) return;
	const counted = await loads(tx, actor, centreId);
	if (counted.size === 0) {
		for (const id of await whoSeesToIt(tx, actor, centreId)) {
			await notifyUser(tx, actor, id, 'without_caseworker', '/referrals/hand-over');
		}
		return;
	}
	const successors = new Set<string>();
	for (const of of Map.groupBy(rows, (row) => row.citizenId).values()) {
		const to = freest(counted) ?? userId;
		for (const row of of) await give(tx, actor, row, to);
		counted.set(to, (counted.get(to) ?? 0) + of.length);
		successors.add(to);
	}
	for (const to of successors) await notifyUser(tx, actor, to, 'handed_over', '/referrals');
}
