import { noteAnswer } from '../catalogue/upkeep/confirm.server.ts';
import { and, eq } from 'drizzle-orm';
import { openBoxIfAllowed } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { CitizenActor, OrganisationActor, StaffActor } from '../identity/actor.ts';
import { notifyOrganisation, notifyUser } from '../notifications/notify.server.ts';
import { isoDay } from '../ui/dates.ts';
import { assertSharing } from './consent.ts';
import { consentOf } from './stored-consent.server.ts';
import { planFollowUps } from './deadlines.ts';
import { latestConsent } from './latest-consent.server.ts';
import { lockReferral, move, type Moved, type ReferralActor } from './move.server.ts';
import { assertFindable } from './offer-choice.server.ts';
import { offerById } from './offer-door.server.ts';
import { assertOpen } from './offer-open.ts';
import type { DeclineReason, EndReason, ErrorReason, Helped, Outcome, Purpose } from './referral-codes.ts';
import { followUp, referral } from './tables.server.ts';

/** Every step below: which referral, and the version the person was looking at. */
export interface Target {
	referralId: string;
	version: number;
}

const place = (column: 'contactPlan' | 'organisationNote', id: string) => `referral.${column}:${id}`;

/**
 * Sends a draft: consent in force that names this organisation, purpose and every field; offer open; organisation not
 * paused. Plans the follow-ups and tells the organisation.
 * @throws DomainError `consent.*` 409, `offer.*` 409, `referral.*` as `move`
 */
export async function sendReferral(tx: Tx, actor: StaffActor, target: Target): Promise<Moved> {
	const row = await lockReferral(tx, actor, target.referralId);
	if (row.state === 'draft') {
		const [draft] = await tx
			.select({ purpose: referral.purpose })
			.from(referral)
			.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, row.id)));
		const given = await consentOf(tx, actor, row.id);
		if (!given || !draft?.purpose) throw new DomainError('consent.not_asked', 409);
		const { organisationId, offerId } = row;
		const request = {
			organisationId,
			offerId,
			kind: 'disclosure',
			purpose: draft.purpose,
			fields: given.fields,
		} as const;
		assertSharing(given, given.events, request, tx.now);
		assertOpen(await offerById(tx, offerId), isoDay(tx.now));
	}
	const moved = await move(tx, actor, { ...target, action: 'send' }, { sentAt: tx.now });
	if (!moved.changed) return moved;
	await tx.insert(followUp).values(
		planFollowUps(tx.now).map(({ kind, dueOn }) => ({
			authorityId: actor.authorityId,
			referralId: row.id,
			kind,
			dueOn,
		})),
	);
	await notifyOrganisation(tx, actor, row.organisationId, 'referral_sent', `/inbox/${row.id}`);
	return moved;
}

/** The organisation has looked at it for the first time; later looks change nothing. */
export async function openReferral(tx: Tx, actor: OrganisationActor, referralId: string): Promise<void> {
	const row = await lockReferral(tx, actor, referralId);
	if (row.state === 'sent') await move(tx, actor, { referralId, action: 'open' }, { seenAt: tx.now });
}

/**
 * Seals the organisation's words under the citizen's key, which it has only while the consent is in force.
 * @throws DomainError `consent.not_in_force` 409
 */
async function sealNote(
	tx: Tx,
	actor: OrganisationActor,
	referralId: string,
	column: 'contactPlan' | 'organisationNote',
	text: string,
): Promise<Buffer | null> {
	if (!text.trim()) return null;
	const given = await latestConsent(tx, actor, referralId);
	if (!given) throw notFound('referral');
	const box = await openBoxIfAllowed(tx, actor.authorityId, given.citizenId);
	if (!box) throw new DomainError('consent.not_in_force', 409);
	return box.seal(place(column, referralId), text.trim());
}

async function purposeOf(tx: Tx, actor: OrganisationActor, referralId: string): Promise<Purpose | null> {
	const [row] = await tx
		.select({ purpose: referral.purpose })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, referralId)));
	if (!row) throw notFound('referral');
	return row.purpose;
}

async function tellCaseworker(
	tx: Tx,
	actor: ReferralActor,
	moved: Moved,
	kind: 'referral_answered' | 'referral_moved',
): Promise<void> {
	if (moved.changed) await notifyUser(tx, actor, moved.caseworkerId, kind, `/referrals/${moved.id}`);
}

/** Reasons for a no that say the offer's own text sent the wrong person. */
const doubtful: readonly DeclineReason[] = ['wrong_target_group', 'wrong_area'];

/** Every answer says that the offer is alive and as written; some say that it is not. */
async function tellCatalogue(tx: Tx, actor: OrganisationActor, moved: Moved, reason?: DeclineReason): Promise<void> {
	if (!moved.changed) return;
	await noteAnswer(tx, actor, moved.offerId, reason && doubtful.includes(reason) ? 'doubts' : 'confirms');
}

/**
 * Yes: who gets in touch, and by when.
 * @param input.contactBy ISO date; null only where no contact is promised (purpose information)
 * @throws DomainError `referral.contact_plan_missing`, `referral.contact_by_missing` 422, where contact is promised
 */
export async function acceptReferral(
	tx: Tx,
	actor: OrganisationActor,
	target: Target,
	input: { contactPlan: string; contactBy: string | null },
): Promise<void> {
	if ((await purposeOf(tx, actor, target.referralId)) !== 'information') {
		const missing = !input.contactPlan.trim() ? 'contact_plan' : input.contactBy ? undefined : 'contact_by';
		if (missing) throw new DomainError(`referral.${missing}_missing`, 422, undefined, { field: missing });
	}
	const contactPlan = await sealNote(tx, actor, target.referralId, 'contactPlan', input.contactPlan);
	const changes = { contactPlan, contactBy: input.contactBy, answeredAt: tx.now };
	const moved = await move(tx, actor, { ...target, action: 'accept' }, changes);
	await tellCaseworker(tx, actor, moved, 'referral_answered');
	await tellCatalogue(tx, actor, moved);
}

/** Not yet: when a place is expected. @param expectedOn ISO date */
export async function waitlistReferral(
	tx: Tx,
	actor: OrganisationActor,
	target: Target,
	input: { expectedOn: string },
): Promise<void> {
	const changes = { expectedOn: input.expectedOn, answeredAt: tx.now };
	const moved = await move(tx, actor, { ...target, action: 'waitlist' }, changes);
	await tellCaseworker(tx, actor, moved, 'referral_answered');
	await tellCatalogue(tx, actor, moved);
}

/** Not possible: why, as a code; words are needed only for other. */
export async function declineReferral(
	tx: Tx,
	actor: OrganisationActor,
	target: Target,
	input: { reason: DeclineReason; note: string },
): Promise<void> {
	if (input.reason === 'other' && !input.note.trim()) {
		throw new DomainError('referral.reason_missing', 422, 'referral.reason_missing', { field: 'note' });
	}
	const organisationNote = await sealNote(tx, actor, target.referralId, 'organisationNote', input.note);
	const changes = { declineReason: input.reason, organisationNote, answeredAt: tx.now };
	const moved = await move(tx, actor, { ...target, action: 'decline', code: input.reason }, changes);
	await tellCaseworker(tx, actor, moved, 'referral_answered');
	await tellCatalogue(tx, actor, moved, input.reason);
}

/**
 * Another fits better: an offer or words for the caseworker, never onward by itself.
 * @throws DomainError `referral.proposal_missing`, `offer.not_found` 422 (field note), and as `move`
 */
export async function proposeAnother(
	tx: Tx,
	actor: OrganisationActor,
	target: Target,
	input: { offerId: string | null; note: string },
): Promise<void> {
	if (!input.offerId && !input.note.trim()) {
		throw new DomainError('referral.proposal_missing', 422, 'referral.proposal_missing', { field: 'note' });
	}
	if (input.offerId) await assertFindable(tx, input.offerId);
	const organisationNote = await sealNote(tx, actor, target.referralId, 'organisationNote', input.note);
	const changes = { proposedOfferId: input.offerId, organisationNote, answeredAt: tx.now };
	const moved = await move(tx, actor, { ...target, action: 'propose' }, changes);
	await tellCaseworker(tx, actor, moved, 'referral_answered');
	await tellCatalogue(tx, actor, moved);
}

/** The citizen has been there for the first time. */
export async function startReferral(tx: Tx, actor: OrganisationActor | StaffActor, target: Target): Promise<void> {
	const moved = await move(tx, actor, { ...target, action: 'start' }, { startedAt: tx.now });
	if (actor.kind === 'organisation') await tellCaseworker(tx, actor, moved, 'referral_moved');
}

/**
 * It is done. What came of it is told only where the citizen has said yes to that; it can be closed either way.
 * @throws DomainError `referral.outcome_missing` 422 (field outcome)
 */
export async function completeReferral(
	tx: Tx,
	actor: OrganisationActor,
	target: Target,
	input: { outcome: Outcome | null; note: string },
): Promise<void> {
	const mayTell = (await latestConsent(tx, actor, target.referralId))?.mayTell === true;
	if (mayTell && !input.outcome) {
		throw new DomainError('referral.outcome_missing', 422, 'referral.outcome_missing', { field: 'outcome' });
	}
	const organisationNote = mayTell
		? await sealNote(tx, actor, target.referralId, 'organisationNote', input.note)
		: null;
	const changes = mayTell ? { outcome: input.outcome, organisationNote } : {};
	const code = mayTell && input.outcome ? { code: input.outcome } : {};
	const moved = await move(tx, actor, { ...target, action: 'complete', ...code }, changes);
	await tellCaseworker(tx, actor, moved, 'referral_moved');
}

/** It came to nothing: why, as a code. */
export async function endReferral(
	tx: Tx,
	actor: OrganisationActor | StaffActor,
	target: Target,
	input: { reason: EndReason },
): Promise<void> {
	const moved = await move(tx, actor, { ...target, action: 'end', code: input.reason }, { endReason: input.reason });
	if (actor.kind === 'organisation') await tellCaseworker(tx, actor, moved, 'referral_moved');
	else if (moved.changed) {
		await notifyOrganisation(tx, actor, moved.organisationId, 'referral_ended_by_staff', `/inbox/${moved.id}`);
	}
}

/**
 * What the citizen says came of it; the citizen's own answer replaces one that a caseworker wrote down, never the other
 * way round.
 * @throws DomainError `referral.citizen_answered` 409, and as `move`
 */
export async function confirmReferral(
	tx: Tx,
	actor: StaffActor | CitizenActor,
	target: { referralId: string; version?: number },
	input: { helped: Helped },
): Promise<void> {
	await lockReferral(tx, actor, target.referralId);
	const [row] = await tx
		.select({ confirmedBy: referral.confirmedBy })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, target.referralId)));
	if (actor.kind === 'staff' && row?.confirmedBy === 'citizen') {
		throw new DomainError('referral.citizen_answered', 409);
	}
	const changes = { helped: input.helped, confirmedAt: tx.now, confirmedBy: actor.kind };
	await move(tx, actor, { ...target, action: 'confirm', code: input.helped }, changes);
}

/** It should never have been made: wrong citizen, wrong organisation. Its content is shown to nobody but the centre. */
export async function markAsError(
	tx: Tx,
	actor: StaffActor,
	target: Target,
	input: { reason: ErrorReason },
): Promise<void> {
	const before = await lockReferral(tx, actor, target.referralId);
	const moved = await move(tx, actor, { ...target, action: 'mark_error', code: input.reason });
	// Of a draft the organisation has never heard.
	if (moved.changed && before.state !== 'draft') {
		await notifyOrganisation(tx, actor, moved.organisationId, 'referral_withdrawn', '/inbox');
	}
}
