import { and, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import type { OrganisationActor } from './actor.ts';
import { membership } from './tables.server.ts';

/** Notes that this contact has given the declaration of confidentiality. The first date stands. */
export async function declareConfidentiality(tx: Tx, actor: OrganisationActor): Promise<void> {
	const given = await tx
		.update(membership)
		.set({ declaredAt: tx.now })
		.where(
			and(eq(membership.id, actor.membershipId), eq(membership.userId, actor.userId), isNull(membership.declaredAt)),
		)
		.returning({ id: membership.id });
	if (given.length > 0)
		await audit(tx, actor, { action: 'user.declare', subjectType: 'user', subjectId: actor.userId });
}
