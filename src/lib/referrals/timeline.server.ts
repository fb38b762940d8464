import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { userAccount } from '../identity/tables.server.ts';
import type { ReferralActor } from './move.server.ts';
import type { State } from './referral-codes.ts';
import { referralEvent } from './tables.server.ts';

export interface TimelineEvent {
	at: Date;
	party: 'staff' | 'organisation' | 'citizen' | 'system';
	/** null for the citizen and the clock */
	name: string | null;
	action: string;
	to: State | null;
	code: string | null;
}

/** What happened, oldest first, by whom. */
export async function timeline(tx: Tx, actor: ReferralActor, referralId: string): Promise<TimelineEvent[]> {
	return tx
		.select({
			at: referralEvent.at,
			party: referralEvent.party,
			name: userAccount.name,
			action: referralEvent.action,
			to: referralEvent.toState,
			code: referralEvent.code,
		})
		.from(referralEvent)
		.leftJoin(userAccount, eq(userAccount.id, referralEvent.userId))
		.where(and(eq(referralEvent.authorityId, actor.authorityId), eq(referralEvent.referralId, referralId)))
		.orderBy(asc(referralEvent.seq));
}
