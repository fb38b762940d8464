import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { staffRoles } from './actor.ts';
import { membership } from './tables.server.ts';

/**
 * Where staff sign in with the municipality's own account only (OIDC_ONLY), an account of ours is for organisations.
 * @throws DomainError `identity.sign_in_failed` 422
 */
export async function assertOwnAccount(tx: Tx, userId: string): Promise<void> {
	if (!tx.config.oidc?.only) return;
	const staff = await tx.$count(
		membership,
		and(eq(membership.userId, userId), isNull(membership.endedAt), inArray(membership.role, [...staffRoles])),
	);
	if (staff > 0) throw new DomainError('identity.sign_in_failed', 422);
}
