import { and, eq, inArray } from 'drizzle-orm';
import { eraseCitizen } from './citizens/erase.server.ts';
import type { Tx } from './database/as-actor.server.ts';
import { DomainError } from './errors.ts';
import type { SystemActor } from './identity/actor.ts';
import { forgetReferrals } from './referrals/forget.server.ts';
import { openStates } from './referrals/referral.ts';
import { referral } from './referrals/tables.server.ts';

/**
 * Erases a citizen and what was written in every referral of theirs, in one transaction.
 * @returns how many referrals are left to be counted, naming nobody
 * @throws DomainError `citizen.has_open_referrals` 409: an organisation is still to be told and has to close properly;
 * `citizen.not_found` 404, `citizen.legal_hold` 409
 */
export async function eraseEverywhere(tx: Tx, actor: SystemActor, citizenId: string): Promise<number> {
	const open = await tx.$count(
		referral,
		and(
			eq(referral.authorityId, actor.authorityId),
			eq(referral.citizenId, citizenId),
			inArray(referral.state, [...openStates]),
		),
	);
	if (open > 0) {
		throw new DomainError(
			'citizen.has_open_referrals',
			409,
			'Referrals are still open: withdraw or close them first.',
			{
				open,
			},
		);
	}
	const left = await forgetReferrals(tx, actor, citizenId);
	await eraseCitizen(tx, actor, citizenId);
	return left;
}
