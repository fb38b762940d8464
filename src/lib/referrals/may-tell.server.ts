import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import type { OrganisationActor } from '../identity/actor.ts';
import { consent } from './tables.server.ts';

/** What an organisation may answer when the caseworker asks about a citizen. */
export interface MayTell {
	/** codes of shared-fields.ts */
	fields: string[];
	expiresAt: Date;
}

/** The consent to asking that is in force for a referral; undefined: the organisation may be asked nothing. */
export async function mayTell(tx: Tx, actor: OrganisationActor, referralId: string): Promise<MayTell | undefined> {
	const [row] = await tx
		.select({ fields: consent.fields, expiresAt: consent.expiresAt })
		.from(consent)
		.where(
			and(
				eq(consent.authorityId, actor.authorityId),
				eq(consent.referralId, referralId),
				eq(consent.kind, 'obtaining'),
				sql`consent_in_force(${consent.status}::text, ${consent.expiresAt})`,
			),
		)
		.orderBy(desc(consent.seq))
		.limit(1);
	return row?.expiresAt ? { fields: row.fields, expiresAt: row.expiresAt } : undefined;
}
