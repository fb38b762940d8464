import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import type { SystemActor } from '../identity/actor.ts';
import { noteEvent } from './move.server.ts';
import { leaveReceipt } from './receipts.server.ts';
import { consentKinds, type ConsentKind } from './shared-fields.ts';
import { citizenLink, consent, consentEvent, followUp, message, referral, referralEvent } from './tables.server.ts';

/** Takes drafts out altogether: they were told to nobody, so nothing has to be counted or accounted for. */
export async function deleteDrafts(tx: Tx, actor: SystemActor, ids: string[]): Promise<number> {
	if (ids.length === 0) return 0;
	const drafts = await tx
		.select({ id: referral.id, citizenId: referral.citizenId })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), inArray(referral.id, ids), eq(referral.state, 'draft')))
		.for('update');
	const found = drafts.map(({ id }) => id);
	if (found.length === 0) return 0;
	const ofThese = tx
		.select({ id: consent.id })
		.from(consent)
		.where(and(eq(consent.authorityId, actor.authorityId), inArray(consent.referralId, found)));
	await tx
		.delete(consentEvent)
		.where(and(eq(consentEvent.authorityId, actor.authorityId), inArray(consentEvent.consentId, ofThese)));
	for (const table of [consent, citizenLink, referralEvent, followUp]) {
		await tx.delete(table).where(and(eq(table.authorityId, actor.authorityId), inArray(table.referralId, found)));
	}
	await tx.delete(referral).where(and(eq(referral.authorityId, actor.authorityId), inArray(referral.id, found)));
	for (const { id, citizenId } of drafts) {
		await audit(tx, actor, { action: 'referral.delete', subjectType: 'referral', subjectId: id, citizenId });
	}
	return found.length;
}

/**
 * Ends what organisations may still read of these referrals, as if the consent had run out today.
 * @param kinds of consent that end: what may be told, what may be asked, or both
 */
export async function endReading(
	tx: Tx,
	actor: SystemActor,
	ids: string[],
	kinds: readonly ConsentKind[] = consentKinds,
): Promise<number> {
	if (ids.length === 0) return 0;
	const ended = await tx
		.update(consent)
		.set({ status: 'expired' })
		.where(
			and(
				eq(consent.authorityId, actor.authorityId),
				inArray(consent.referralId, ids),
				inArray(consent.kind, [...kinds]),
				inArray(consent.status, ['given', 'renewed']),
			),
		)
		.returning({ id: consent.id, kind: consent.kind, referralId: consent.referralId, citizenId: consent.citizenId });
	for (const { id, kind, referralId, citizenId } of ended) {
		const written = {
			id: randomUUID(),
			at: tx.now,
			event: 'expired',
			party: 'system',
			method: null,
			expiresAt: null,
		} as const;
		await tx.insert(consentEvent).values({ authorityId: actor.authorityId, consentId: id, ...written });
		await leaveReceipt(tx, actor, id, written);
		await noteEvent(tx, actor, referralId, { action: kind === 'obtaining' ? 'obtaining_expired' : 'consent_expired' });
		await audit(tx, actor, { action: 'consent.expired', subjectType: 'consent', subjectId: id, citizenId });
	}
	return ended.length;
}

/** Empties what people wrote about these referrals; states, codes and dates stay to be counted. */
export async function emptyReferrals(tx: Tx, actor: SystemActor, ids: string[]): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.update(referral)
		.set({
			need: null,
			goals: null,
			accompaniment: null,
			practical: null,
			contactPlan: null,
			organisationNote: null,
		})
		.where(and(eq(referral.authorityId, actor.authorityId), inArray(referral.id, ids)));
	await tx
		.update(followUp)
		.set({
			note: null,
			cancelledAt: sql`case when ${followUp.doneAt} is null then coalesce(${followUp.cancelledAt}, ${tx.now.toISOString()}::timestamptz) end`,
		})
		.where(and(eq(followUp.authorityId, actor.authorityId), inArray(followUp.referralId, ids)));
	await tx.delete(message).where(and(eq(message.authorityId, actor.authorityId), inArray(message.referralId, ids)));
}

/**
 * Forgets a citizen's referrals: drafts go, the organisations' reading ends, links stop working, texts are emptied,
 * plans are dropped. The rows that are left name nobody. The citizen's own row and key are eraseCitizen's.
 * @returns how many referrals are left to be counted
 */
export async function forgetReferrals(tx: Tx, actor: SystemActor, citizenId: string): Promise<number> {
	const rows = await tx
		.select({ id: referral.id, state: referral.state })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.citizenId, citizenId)))
		.for('update');
	const idsOf = (draft: boolean) => rows.filter(({ state }) => (state === 'draft') === draft).map(({ id }) => id);
	await deleteDrafts(tx, actor, idsOf(true));
	const ids = idsOf(false);
	await endReading(tx, actor, ids);
	await emptyReferrals(tx, actor, ids);
	await tx
		.update(citizenLink)
		.set({ revokedAt: tx.now })
		.where(
			and(
				eq(citizenLink.authorityId, actor.authorityId),
				eq(citizenLink.citizenId, citizenId),
				isNull(citizenLink.revokedAt),
			),
		);
	await tx
		.update(consent)
		.set({ language: 'und', interpreter: false })
		.where(and(eq(consent.authorityId, actor.authorityId), eq(consent.citizenId, citizenId)));
	return ids.length;
}
