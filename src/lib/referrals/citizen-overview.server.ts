import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { offer, organisation } from '../catalogue/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { ConsentState } from './consent.ts';
import { mayObtain } from './obtaining.ts';
import type { FollowUpKind } from './referral-codes.ts';
import type { ConsentKind } from './shared-fields.ts';
import { consent, followUp, referral } from './tables.server.ts';
import { listWorklist, type WorklistRow } from './worklist.server.ts';

export interface CitizensConsent {
	referralId: string;
	/** what may be told, or what may be asked: two consents, never one */
	kind: ConsentKind;
	state: ConsentState;
	organisationName: string;
	givenAt: Date | null;
	expiresAt: Date | null;
}

export interface CitizensFollowUp {
	referralId: string;
	kind: FollowUpKind;
	/** ISO date */
	dueOn: string;
	offerName: string;
}

/** What has been set going for one person. */
export interface CitizenOverview {
	referrals: WorklistRow[];
	/** the newest of each kind of each referral, the newest first; one that never counted is left out */
	consents: CitizensConsent[];
	/** referrals whose organisation may be asked about, when the citizen agrees, and has not been yet */
	askable: { referralId: string; organisationName: string }[];
	/** planned and not done, the next one first */
	followUps: CitizensFollowUp[];
}

/** Of the own centre, whoever the caseworker is. A citizen that is not there has nothing. */
export async function citizenOverview(tx: Tx, actor: StaffActor, citizenId: string): Promise<CitizenOverview> {
	const referrals = await listWorklist(tx, actor, { whose: 'centre', citizenId });
	const found = await consents(tx, actor, citizenId);
	const asked = new Set(found.filter(({ kind }) => kind === 'obtaining').map(({ referralId }) => referralId));
	return {
		referrals,
		consents: found,
		askable: referrals
			.filter(({ id, state }) => mayObtain(state) && !asked.has(id))
			.map(({ id, organisationName }) => ({ referralId: id, organisationName })),
		followUps: await followUps(tx, actor, citizenId),
	};
}

async function consents(tx: Tx, actor: StaffActor, citizenId: string): Promise<CitizensConsent[]> {
	const rows = await tx
		.selectDistinctOn([consent.referralId, consent.kind], {
			referralId: consent.referralId,
			kind: consent.kind,
			seq: consent.seq,
			status: consent.status,
			organisationName: organisation.name,
			givenAt: consent.givenAt,
			expiresAt: consent.expiresAt,
		})
		.from(consent)
		.innerJoin(organisation, eq(organisation.id, consent.organisationId))
		.where(
			and(
				eq(consent.authorityId, actor.authorityId),
				eq(consent.citizenId, citizenId),
				ne(consent.status, 'invalidated'),
			),
		)
		.orderBy(consent.referralId, consent.kind, desc(consent.seq));
	return rows
		.sort((a, b) => b.seq - a.seq)
		.map(({ seq: _order, status, ...row }) => {
			const over = (status === 'given' || status === 'renewed') && row.expiresAt !== null && row.expiresAt <= tx.now;
			return { ...row, state: over ? 'expired' : status };
		});
}

async function followUps(tx: Tx, actor: StaffActor, citizenId: string): Promise<CitizensFollowUp[]> {
	return tx
		.select({
			referralId: followUp.referralId,
			kind: followUp.kind,
			dueOn: followUp.dueOn,
			offerName: offer.name,
		})
		.from(followUp)
		.innerJoin(referral, and(eq(referral.authorityId, followUp.authorityId), eq(referral.id, followUp.referralId)))
		.innerJoin(offer, eq(offer.id, referral.offerId))
		.where(
			and(
				eq(referral.authorityId, actor.authorityId),
				eq(referral.citizenId, citizenId),
				isNull(followUp.doneAt),
				isNull(followUp.cancelledAt),
			),
		)
		.orderBy(asc(followUp.dueOn));
}
