import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import type { Role } from './actor.ts';
import { membership } from './tables.server.ts';

/** Who may begin a session, and as what. */
export interface Admitted {
	userId: string;
	/** null for a user without a role */
	membershipId: string | null;
	role: Role | undefined;
}

/** The hat that somebody puts on when signing in. As the system. */
export async function firstMembership(tx: Tx, userId: string): Promise<Pick<Admitted, 'membershipId' | 'role'>> {
	const [first] = await tx
		.select({ id: membership.id, role: membership.role })
		.from(membership)
		.where(and(eq(membership.userId, userId), isNull(membership.endedAt)))
		.orderBy(asc(membership.createdAt), asc(membership.id))
		.limit(1);
	return { membershipId: first?.id ?? null, role: first?.role };
}
