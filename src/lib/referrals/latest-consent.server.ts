import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import type { UserActor } from '../identity/actor.ts';
import { consent } from './tables.server.ts';

export interface LatestConsent {
	citizenId: string;
	/** given or renewed, and not run out: the database's own judgement */
	inForce: boolean;
	/** in force, and the organisation may tell the administration how it goes */
	mayTell: boolean;
}

/** The newest disclosure of a referral, in the columns that both sides may read. */
export async function latestConsent(tx: Tx, actor: UserActor, referralId: string): Promise<LatestConsent | undefined> {
	const inForce = sql<boolean>`consent_in_force(${consent.status}::text, ${consent.expiresAt})`;
	const [row] = await tx
		.select({ citizenId: consent.citizenId, feedbackAllowed: consent.feedbackAllowed, inForce })
		.from(consent)
		.where(
			and(
				eq(consent.authorityId, actor.authorityId),
				eq(consent.referralId, referralId),
				eq(consent.kind, 'disclosure'),
			),
		)
		.orderBy(desc(consent.seq))
		.limit(1);
	return row && { citizenId: row.citizenId, inForce: row.inForce, mayTell: row.inForce && row.feedbackAllowed };
}
