import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { openBox } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { CitizenActor, StaffActor, SystemActor } from '../identity/actor.ts';
import { notifyOrganisation } from '../notifications/notify.server.ts';
import {
	canRecord,
	consentState,
	defaultExpiry,
	mayRenew,
	type Consent,
	type ConsentEvent,
	type ConsentGiver,
	type ConsentMethod,
	type ConsentState,
} from './consent.ts';
import { consentText, latestVersion } from './consent-texts/index.ts';
import type { Language } from './consent-texts/languages.ts';
import { textHash } from './consent-texts/text-hash.server.ts';
import { lockReferral, move, noteEvent } from './move.server.ts';
import type { HeardWay } from './referral-codes.ts';
import { isOpen } from './referral.ts';
import { leaveReceipt } from './receipts.server.ts';
import { inFieldOrder, missingFields, type ConsentPurpose, type SharedField } from './shared-fields.ts';
import { consent, consentEvent, referral } from './tables.server.ts';

type ConsentActor = StaffActor | CitizenActor | SystemActor;

export interface StoredConsent extends Consent {
	id: string;
	referralId: string;
	state: ConsentState;
	events: ConsentEvent[];
	createdAt: Date;
	givenAt: Date | null;
	expiresAt: Date | null;
}

const place = (column: 'guardianName' | 'witness' | 'signature', id: string) => `consent.${column}:${id}`;

async function eventsOf(tx: Tx, actor: ConsentActor, consentId: string): Promise<ConsentEvent[]> {
	return tx
		.select({
			event: consentEvent.event,
			at: consentEvent.at,
			party: consentEvent.party,
			expiresAt: consentEvent.expiresAt,
		})
		.from(consentEvent)
		.where(and(eq(consentEvent.authorityId, actor.authorityId), eq(consentEvent.consentId, consentId)))
		.orderBy(asc(consentEvent.seq));
}

async function open(tx: Tx, actor: ConsentActor, row: typeof consent.$inferSelect): Promise<StoredConsent> {
	const box = await openBox(tx, actor.authorityId, row.citizenId);
	const events = await eventsOf(tx, actor, row.id);
	return {
		id: row.id,
		referralId: row.referralId,
		citizenId: row.citizenId,
		giver: row.giver as ConsentGiver,
		guardianName: box.open(place('guardianName', row.id), row.guardianName),
		organisationId: row.organisationId,
		offerId: row.offerId,
		kind: row.kind,
		purpose: row.purpose as ConsentPurpose,
		fields: row.fields,
		feedbackAllowed: row.feedbackAllowed,
		language: row.language,
		textVersion: row.textVersion,
		textHash: row.textHash,
		interpreter: row.interpreter,
		method: row.method,
		explainedBy: row.explainedBy,
		witness: box.open(place('witness', row.id), row.witness),
		state: consentState(events, tx.now),
		events,
		createdAt: row.createdAt,
		givenAt: row.givenAt,
		expiresAt: row.expiresAt,
	};
}

/** The newest consent of a referral; undefined when none was asked for yet. */
export async function consentOf(tx: Tx, actor: ConsentActor, referralId: string): Promise<StoredConsent | undefined> {
	const [row] = await tx
		.select()
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
	return row && open(tx, actor, row);
}

/** Appends an event after the rules have agreed, and brings the row's status into line with it. */
async function record(
	tx: Tx,
	actor: ConsentActor,
	stored: StoredConsent,
	event: ConsentEvent['event'],
	answer: {
		method?: ConsentMethod;
		feedbackAllowed?: boolean;
		witness?: string;
		signature?: string;
		/** for the timeline */
		heard?: HeardWay;
	} = {},
): Promise<void> {
	const yes = event === 'given' || event === 'renewed';
	const expiresAt = yes ? defaultExpiry(tx.now) : null;
	const next: ConsentEvent = { event, at: tx.now, party: actor.kind, expiresAt };
	canRecord(next, stored, stored.events, tx.now);
	const written = {
		id: randomUUID(),
		authorityId: actor.authorityId,
		consentId: stored.id,
		at: tx.now,
		event,
		party: actor.kind,
		userId: 'userId' in actor ? actor.userId : null,
		method: answer.method ?? null,
		expiresAt,
	};
	await tx.insert(consentEvent).values(written);
	await leaveReceipt(tx, actor, stored.id, written);
	// The citizen's role may change only what an answer changes; witness and signature are written by staff.
	const box = answer.witness || answer.signature ? await openBox(tx, actor.authorityId, stored.citizenId) : undefined;
	await tx
		.update(consent)
		.set({
			status: event,
			...(answer.method ? { method: answer.method } : {}),
			...(answer.feedbackAllowed === undefined ? {} : { feedbackAllowed: answer.feedbackAllowed }),
			...(yes ? { givenAt: tx.now, expiresAt } : {}),
			...(box && answer.witness ? { witness: box.seal(place('witness', stored.id), answer.witness) } : {}),
			...(box && answer.signature ? { signature: box.seal(place('signature', stored.id), answer.signature) } : {}),
		})
		.where(and(eq(consent.authorityId, actor.authorityId), eq(consent.id, stored.id)));
	await noteEvent(tx, actor, stored.referralId, { action: `consent_${event}`, code: answer.heard ?? answer.method });
	await audit(tx, actor, {
		action: `consent.${event}`,
		subjectType: 'consent',
		subjectId: stored.id,
		citizenId: stored.citizenId,
	});
}

export interface ConsentQuestion {
	referralId: string;
	fields: SharedField[];
	language: Language;
	interpreter: boolean;
	giver: ConsentGiver;
	guardianName: string;
}

/**
 * Puts the question: which fields, in which language, to whom. Anything asked before for the same referral no longer
 * counts: what the citizen says yes to is always the newest.
 * @returns the consent's id
 * @throws DomainError `referral.not_found` 404, `referral.not_a_draft` 409, `consent.purpose_missing` 409,
 * `consent.minimum_missing` 422 (field fields)
 */
export async function askConsent(tx: Tx, actor: StaffActor, question: ConsentQuestion): Promise<string> {
	const row = await lockReferral(tx, actor, question.referralId);
	if (row.state !== 'draft') throw new DomainError('referral.not_a_draft', 409);
	const [draft] = await tx
		.select({ citizenId: referral.citizenId, purpose: referral.purpose })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, row.id)));
	if (!draft?.purpose) throw new DomainError('consent.purpose_missing', 409);
	// Told now rather than when the citizen has already said yes to too little.
	const missing = missingFields(draft.purpose, question.fields);
	if (missing.length > 0) {
		throw new DomainError('consent.minimum_missing', 422, 'consent.minimum_missing', { field: 'fields', missing });
	}
	await invalidateConsent(tx, actor, row.id);
	const version = latestVersion('disclosure');
	const text = consentText('disclosure', question.language, version);
	const id = randomUUID();
	const box = await openBox(tx, actor.authorityId, draft.citizenId);
	await tx.insert(consent).values({
		authorityId: actor.authorityId,
		id,
		citizenId: draft.citizenId,
		referralId: row.id,
		centreId: row.centreId,
		organisationId: row.organisationId,
		offerId: row.offerId,
		kind: 'disclosure',
		purpose: draft.purpose,
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
	const stored = await consentById(tx, actor, id);
	await record(tx, actor, stored, 'requested');
	return id;
}

async function consentById(tx: Tx, actor: ConsentActor, id: string): Promise<StoredConsent> {
	const [row] = await tx
		.select()
		.from(consent)
		.where(and(eq(consent.authorityId, actor.authorityId), eq(consent.id, id)));
	if (!row) throw notFound('consent');
	return open(tx, actor, row);
}

/** What was asked or given for this referral no longer counts: the draft was changed, or is asked about anew. */
export async function invalidateConsent(tx: Tx, actor: StaffActor, referralId: string): Promise<void> {
	const earlier = await consentOf(tx, actor, referralId);
	if (earlier && earlier.state !== 'invalidated') await record(tx, actor, earlier, 'invalidated');
}

export interface ConsentAnswer {
	referralId: string;
	yes: boolean;
	feedbackAllowed: boolean;
	method: Exclude<ConsentMethod, 'digital'>;
	witness?: string;
	/** the name as signed on the screen */
	signature?: string;
	/** the question that was on the page: one that was put anew meanwhile is not the one answered */
	consentId?: string;
}

/**
 * Writes down what the citizen said, on the citizen's word: oral, or signed.
 * @throws DomainError `consent.not_asked` 409, and the consent rules' own
 */
export async function answerConsent(tx: Tx, actor: StaffActor, answer: ConsentAnswer): Promise<void> {
	await lockReferral(tx, actor, answer.referralId);
	const stored = await consentOf(tx, actor, answer.referralId);
	if (!stored) throw new DomainError('consent.not_asked', 409);
	if (answer.consentId !== undefined && answer.consentId !== stored.id) throw new DomainError('consent.changed', 409);
	const sentBefore = answer.yes
		? stored.state === 'given' && stored.feedbackAllowed === answer.feedbackAllowed && stored.method === answer.method
		: stored.state === 'refused';
	if (sentBefore) return;
	if (answer.yes && answer.method === 'signed_screen' && !answer.signature?.trim()) {
		throw new DomainError('consent.signature_missing', 422, 'consent.signature_missing', { field: 'signature' });
	}
	await record(tx, actor, stored, answer.yes ? 'given' : 'refused', {
		method: answer.method,
		feedbackAllowed: answer.yes && answer.feedbackAllowed,
		...(answer.witness ? { witness: answer.witness } : {}),
		...(answer.signature ? { signature: answer.signature } : {}),
	});
}

/**
 * The citizen's own answer by the link. The same answer sent twice is one answer.
 * @param answer.consentId the question that was on the page: one that was changed meanwhile is not the one answered
 * @throws DomainError `consent.not_asked` 409, `consent.changed` 409, and the consent rules' own
 */
export async function answerByLink(
	tx: Tx,
	actor: CitizenActor,
	answer: { yes: boolean; feedbackAllowed: boolean; language: Language; consentId?: string },
): Promise<void> {
	await lockReferral(tx, actor, actor.referralId);
	const stored = await consentOf(tx, actor, actor.referralId);
	if (!stored) throw new DomainError('consent.not_asked', 409);
	if (answer.consentId !== undefined && answer.consentId !== stored.id) throw new DomainError('consent.changed', 409);
	const sentBefore = answer.yes
		? stored.state === 'given' && stored.feedbackAllowed === answer.feedbackAllowed
		: stored.state === 'refused';
	if (sentBefore) return;
	// What counts is the language it was read in.
	const text = consentText('disclosure', answer.language, stored.textVersion);
	await tx
		.update(consent)
		.set({ language: answer.language, textHash: textHash(text) })
		.where(and(eq(consent.authorityId, actor.authorityId), eq(consent.id, stored.id)));
	await record(tx, actor, stored, answer.yes ? 'given' : 'refused', {
		method: 'digital',
		feedbackAllowed: answer.yes && answer.feedbackAllowed,
	});
}

/**
 * The same yes for another year: same fields, same recipient. On the citizen's word (staff), or by their link.
 * The same form sent twice renews once.
 * @throws DomainError `consent.not_renewable` 409 when it does not hold, is not near its end, or the referral has ended
 */
export async function renewConsent(
	tx: Tx,
	actor: StaffActor | CitizenActor,
	renewal: { referralId: string; method: ConsentMethod },
): Promise<void> {
	const row = await lockReferral(tx, actor, renewal.referralId);
	const stored = await consentOf(tx, actor, row.id);
	const last = stored?.events.at(-1);
	if (last?.event === 'renewed' && tx.now.getTime() - last.at.getTime() < 86_400_000) return;
	if (!stored || !isOpen(row.state) || !mayRenew(stored.state, stored.expiresAt, tx.now)) {
		throw new DomainError('consent.not_renewable', 409);
	}
	await record(tx, actor, stored, 'renewed', { method: renewal.method });
}

/**
 * Withdraws: the organisation's reading ends with this transaction, it is told, and what is under way is stopped.
 * Open to the citizen and, on the citizen's word, to the caseworker; in every state of the referral.
 * @throws DomainError `referral.not_found` 404, `referral.stale` 409, `consent.invalid_event` 409 when nothing was shared
 */
export async function withdrawConsent(
	tx: Tx,
	actor: StaffActor | CitizenActor,
	request: { referralId: string; version?: number; heard?: HeardWay },
): Promise<void> {
	const row = await lockReferral(tx, actor, request.referralId);
	const stored = await consentOf(tx, actor, row.id);
	if (stored?.state === 'withdrawn') return;
	if (request.version !== undefined && request.version !== row.version) {
		throw new DomainError('referral.stale', 409, 'referral.stale', { state: row.state });
	}
	if (stored) {
		const event = stored.state === 'requested' ? 'refused' : 'withdrawn';
		await record(tx, actor, stored, event, request.heard ? { heard: request.heard } : {});
	}
	if (isOpen(row.state)) await move(tx, actor, { referralId: row.id, action: 'withdraw' });
	if (row.state !== 'draft') {
		await notifyOrganisation(tx, actor, row.organisationId, 'referral_withdrawn', `/inbox/${row.id}`);
	}
}

/** Writes down the expiries that have taken effect; the database has not let anyone read since. For the clock. */
export async function expireConsents(tx: Tx, actor: SystemActor): Promise<number> {
	const rows = await tx
		.select()
		.from(consent)
		.where(
			and(
				eq(consent.authorityId, actor.authorityId),
				inArray(consent.status, ['given', 'renewed']),
				lte(consent.expiresAt, tx.now),
			),
		);
	for (const row of rows) await record(tx, actor, await open(tx, actor, row), 'expired');
	return rows.length;
}
