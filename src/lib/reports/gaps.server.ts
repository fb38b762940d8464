import { and, count, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import { offerTerm, term } from '../catalogue/tables.server.ts';
import { readMisses, type Miss } from '../catalogue/words.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { referral } from '../referrals/tables.server.ts';
import { shown, type ShownCount } from './small-counts.ts';

/** What people were sent away from or looked for in vain: where the catalogue or the landscape has a gap. */
export interface Gaps {
	/** searches that found nothing, most often first */
	readonly misses: readonly Miss[];
	/** referrals declined because there was no room, by `taxonomy:code` of the offer; of the actor's own centre */
	readonly noRoom: ReadonlyMap<string, ShownCount>;
}

const mostMisses = 20;

/** @param since referrals sent from then on */
export async function readGaps(tx: Tx, since: Date): Promise<Gaps> {
	const declined = await tx
		.select({ taxonomy: term.taxonomy, code: term.code, count: count() })
		.from(referral)
		.innerJoin(offerTerm, eq(offerTerm.offerId, referral.offerId))
		.innerJoin(term, eq(term.id, offerTerm.termId))
		.where(
			and(
				isNotNull(referral.sentAt),
				gte(referral.sentAt, since),
				eq(referral.declineReason, 'no_capacity'),
				inArray(term.taxonomy, ['theme', 'target_group']),
			),
		)
		.groupBy(term.taxonomy, term.code);
	return {
		misses: await readMisses(tx, mostMisses),
		noRoom: new Map(declined.map((row) => [`${row.taxonomy}:${row.code}`, shown(row.count)])),
	};
}
