import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { openBox } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { StaffActor } from '../identity/actor.ts';
import { isPending, type ConsentGiver } from './consent.ts';
import { consentText, latestVersion } from './consent-texts/index.ts';
import type { Language } from './consent-texts/languages.ts';
import { textHash } from './consent-texts/text-hash.server.ts';
import { lockReferral, type Shell } from './move.server.ts';
import { mayObtain } from './obtaining.ts';
import { record } from './record-consent.server.ts';
import {
	inFieldOrder,
	kindOf,
	missingFields,
	type ConsentKind,
	type ConsentPurpose,
	type ObtainedField,
	type SharedField,
} from './shared-fields.ts';
import { consentById, consentOf, place } from './stored-consent.server.ts';
import { consent, referral } from './tables.server.ts';

interface Question {
	referralId: string;
	language: Language;
	interpreter: boolean;
	giver: ConsentGiver;
	guardianName: string;
}

/** What may be told to the organisation. */
export interface ConsentQuestion extends Question {
	fields: SharedField[];
}

/** What the organisation may be asked about. */
export interface ObtainingQuestion extends Question {
	fields: ObtainedField[];
}

/** @throws DomainError `consent.minimum_missing` 422 (field fields): told now rather than after a yes to too little */
function assertEnough(purpose: ConsentPurpose, fields: readonly string[]): void {
	const missing = missingFields(purpose, fields);
	if (missing.length === 0) return;
	throw new DomainError('consent.minimum_missing', 422, 'consent.minimum_missing', { field: 'fields', missing });
}

/** Writes the question down, in the words of the newest text. @returns the consent's id */
async function put(
	tx: Tx,
	actor: StaffActor,
	about: { row: Shell; citizenId: string; purpose: ConsentPurpose },
	question: ConsentQuestion | ObtainingQuestion,
): Promise<string> {
	const { row, citizenId, purpose } = about;
	assertEnough(purpose, question.fields);
	const kind = kindOf(purpose);
	const text = consentText(kind, question.language, latestVersion(kind));
	const id = randomUUID();
	const box = await openBox(tx, actor.authorityId, citizenId);
	await tx.insert(consent).values({
		authorityId: actor.authorityId,
		id,
		citizenId,
		referralId: row.id,
		centreId: row.centreId,
		organisationId: row.organisationId,
		offerId: row.offerId,
		kind,
		purpose,
		fields: inFieldOrder(question.fields),
		feedbackAllowed: false,
		language: question.language,
		textVersion: text.version,
		textHash: textHash(text),
		interpreter: question.interpreter,
		giver: question.giver,
		guardianName: question.giver === 'guardian' ? box.seal(place('guardianName', id), question.guardianName) : null,
		method: 'oral',
		explainedBy: actor.userId,
		status: 'requested',
		createdAt: tx.now,
	});
	await record(tx, actor, await consentById(tx, actor, id), 'requested');
	return id;
}

const partiesOf = async (tx: Tx, actor: StaffActor, id: string) => {
	const [found] = await tx
		.select({ citizenId: referral.citizenId, purpose: referral.purpose })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, id)));
	return found;
};

/**
 * Asks whether the organisation may be told: which fields, in which language, whom. Anything asked before for the same
 * referral no longer counts: what the citizen says yes to is always the newest.
 * @returns the consent's id
 * @throws DomainError `referral.not_found` 404, `referral.not_a_draft` 409, `consent.purpose_missing` 409,
 * `consent.minimum_missing` 422 (field fields)
 */
export async function askConsent(tx: Tx, actor: StaffActor, question: ConsentQuestion): Promise<string> {
	const row = await lockReferral(tx, actor, question.referralId);
	if (row.state !== 'draft') throw new DomainError('referral.not_a_draft', 409);
	const draft = await partiesOf(tx, actor, row.id);
	if (!draft?.purpose) throw new DomainError('consent.purpose_missing', 409);
	assertEnough(draft.purpose, question.fields);
	await invalidateConsent(tx, actor, row.id);
	return put(tx, actor, { row, citizenId: draft.citizenId, purpose: draft.purpose }, question);
}

/**
 * Asks whether the organisation may be asked (retssikkerhedsloven § 11 a): a question of its own, with a yes of its own.
 * A question that is open or was said yes to is replaced by the new one; what is over stays as it is.
 * @returns the consent's id
 * @throws DomainError `referral.not_found` 404, `consent.not_obtainable` 409 when the organisation has nothing to tell,
 * `consent.minimum_missing` 422 (field fields)
 */
export async function askObtaining(tx: Tx, actor: StaffActor, question: ObtainingQuestion): Promise<string> {
	const row = await lockReferral(tx, actor, question.referralId);
	if (!mayObtain(row.state)) throw new DomainError('consent.not_obtainable', 409);
	const parties = await partiesOf(tx, actor, row.id);
	if (!parties) throw new DomainError('referral.not_found', 404);
	assertEnough('coordination', question.fields);
	const earlier = await consentOf(tx, actor, row.id, 'obtaining');
	if (earlier && isPending(earlier.state)) await invalidateConsent(tx, actor, row.id, 'obtaining');
	return put(tx, actor, { row, citizenId: parties.citizenId, purpose: 'coordination' }, question);
}

/** What was asked or given for this referral no longer counts: the draft was changed, or is asked about anew. */
export async function invalidateConsent(
	tx: Tx,
	actor: StaffActor,
	referralId: string,
	kind: ConsentKind = 'disclosure',
): Promise<void> {
	const earlier = await consentOf(tx, actor, referralId, kind);
	if (earlier && earlier.state !== 'invalidated') await record(tx, actor, earlier, 'invalidated');
}
