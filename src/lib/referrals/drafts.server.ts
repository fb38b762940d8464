import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { openBox, type CitizenBox } from '../citizens/data-key.server.ts';
import { citizen } from '../citizens/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { StaffActor } from '../identity/actor.ts';
import { isoDay } from '../ui/dates.ts';
import { invalidateConsent } from './ask-consent.server.ts';
import { consentOf } from './stored-consent.server.ts';
import { offerBySlug } from './offer-door.server.ts';
import { assertOpen } from './offer-open.ts';
import { lockReferral } from './move.server.ts';
import type { Purpose } from './referral-codes.ts';
import { referral } from './tables.server.ts';

/** What the caseworker writes. Absent is the empty text. */
export interface ReferralTexts {
	need: string;
	goals: string;
	accompaniment: string;
	practical: string;
}

const textColumns = ['need', 'goals', 'accompaniment', 'practical'] as const;
const place = (column: string, id: string) => `referral.${column}:${id}`;

/** Opens what was written; columns the actor was not given are empty. */
export function openTexts(
	box: CitizenBox,
	id: string,
	row: Partial<Record<keyof ReferralTexts, Buffer | null>>,
): ReferralTexts {
	const open = (column: keyof ReferralTexts) => box.open(place(column, id), row[column]) ?? '';
	return {
		need: open('need'),
		goals: open('goals'),
		accompaniment: open('accompaniment'),
		practical: open('practical'),
	};
}

/**
 * Begins a referral of one citizen to one offer. The same form sent twice gives the same draft.
 * @param requestId the form's own id
 * @returns the draft's id
 * @throws DomainError `offer.not_found` 404, `offer.*` 409 when it takes no referral today, `citizen.not_found` 404
 */
export async function createDraft(
	tx: Tx,
	actor: StaffActor,
	input: { citizenId: string; offerSlug: string; requestId: string },
): Promise<string> {
	if (!actor.centreId) throw new DomainError('identity.not_allowed', 403);
	const offer = await offerBySlug(tx, input.offerSlug);
	assertOpen(offer, isoDay(tx.now));
	// The policy shows only the own centre's citizens: another's is not found.
	const [known] = await tx
		.select({ id: citizen.id })
		.from(citizen)
		.where(and(eq(citizen.authorityId, actor.authorityId), eq(citizen.id, input.citizenId)));
	if (!known) throw notFound('citizen');
	const id = randomUUID();
	const made = await tx
		.insert(referral)
		.values({
			authorityId: actor.authorityId,
			id,
			citizenId: known.id,
			centreId: actor.centreId,
			caseworkerId: actor.userId,
			organisationId: offer.organisationId,
			offerId: offer.id,
			stateSince: tx.now,
			createdAt: tx.now,
			requestId: input.requestId,
		})
		.onConflictDoNothing({ target: [referral.authorityId, referral.requestId] })
		.returning({ id: referral.id });
	if (made.length > 0) {
		await audit(tx, actor, { action: 'referral.create', subjectType: 'referral', subjectId: id, citizenId: known.id });
		return id;
	}
	const [earlier] = await tx
		.select({ id: referral.id })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.requestId, input.requestId)));
	if (!earlier) throw notFound('referral');
	return earlier.id;
}

/**
 * Writes one or more answers of a draft. When something changes after the citizen has said yes, that yes no longer
 * counts: it was to what was written then.
 * @throws DomainError `referral.not_found` 404, `referral.not_a_draft` 409
 */
export async function saveDraft(
	tx: Tx,
	actor: StaffActor,
	referralId: string,
	input: Partial<ReferralTexts> & { purpose?: Purpose },
): Promise<void> {
	const row = await lockReferral(tx, actor, referralId);
	if (row.state !== 'draft') throw new DomainError('referral.not_a_draft', 409);
	const [before] = await tx
		.select()
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, referralId)));
	if (!before) throw notFound('referral');
	const box = await openBox(tx, actor.authorityId, before.citizenId);
	const texts = openTexts(box, referralId, before);
	const changed = textColumns.filter((column) => input[column] !== undefined && input[column] !== texts[column]);
	const purposeChanged = input.purpose !== undefined && input.purpose !== before.purpose;
	if (changed.length === 0 && !purposeChanged) return;
	const sealed = Object.fromEntries(
		changed.map((column) => [column, box.seal(place(column, referralId), input[column])]),
	);
	await tx
		.update(referral)
		.set({ ...sealed, ...(purposeChanged ? { purpose: input.purpose } : {}), version: row.version + 1 })
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, referralId)));
	if (await consentOf(tx, actor, referralId)) await invalidateConsent(tx, actor, referralId);
	await audit(tx, actor, { action: 'referral.write', subjectType: 'referral', subjectId: referralId });
}
