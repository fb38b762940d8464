import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { CitizenActor, StaffActor, SystemActor } from '../identity/actor.ts';
import { notifyOrganisation } from '../notifications/notify.server.ts';
import { mayRenew, type ConsentMethod } from './consent.ts';
import { consentText } from './consent-texts/index.ts';
import type { Language } from './consent-texts/languages.ts';
import { textHash } from './consent-texts/text-hash.server.ts';
import { lockReferral, move } from './move.server.ts';
import { mayObtain } from './obtaining.ts';
import { record } from './record-consent.server.ts';
import type { HeardWay, State } from './referral-codes.ts';
import { isOpen } from './referral.ts';
import type { ConsentKind } from './shared-fields.ts';
import { consentOf, openConsent, type StoredConsent } from './stored-consent.server.ts';
import { consent } from './tables.server.ts';

interface Answered {
	yes: boolean;
	feedbackAllowed: boolean;
	/** the question that was on the page: one that was put anew meanwhile is not the one answered */
	consentId?: string;
	/** what was asked: whether to tell (the default), or whether to ask */
	kind?: ConsentKind;
}

export interface ConsentAnswer extends Answered {
	referralId: string;
	method: Exclude<ConsentMethod, 'digital'>;
	witness?: string;
	/** the name as signed on the screen */
	signature?: string;
}

/**
 * The question that is answered.
 * @throws DomainError `consent.not_asked` 409, `consent.changed` 409
 */
async function questionOf(
	tx: Tx,
	actor: StaffActor | CitizenActor,
	referralId: string,
	{ kind, consentId }: Answered,
): Promise<StoredConsent> {
	await lockReferral(tx, actor, referralId);
	const stored = await consentOf(tx, actor, referralId, kind);
	if (!stored) throw new DomainError('consent.not_asked', 409);
	if (consentId !== undefined && consentId !== stored.id) throw new DomainError('consent.changed', 409);
	return stored;
}

/** Whether this very answer is there already: a form sent twice is one answer. */
function isThere(stored: StoredConsent, { yes, feedbackAllowed }: Answered, method?: ConsentMethod): boolean {
	if (!yes) return stored.state === 'refused';
	const alike = stored.state === 'given' && stored.feedbackAllowed === feedbackAllowed;
	return alike && (method === undefined || stored.method === method);
}

/**
 * Writes down what the citizen said, on the citizen's word: oral, or signed.
 * @throws DomainError `consent.not_asked` 409, and the consent rules' own
 */
export async function answerConsent(tx: Tx, actor: StaffActor, answer: ConsentAnswer): Promise<void> {
	const stored = await questionOf(tx, actor, answer.referralId, answer);
	if (isThere(stored, answer, answer.method)) return;
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
 * @throws DomainError `consent.not_asked` 409, `consent.changed` 409, and the consent rules' own
 */
export async function answerByLink(
	tx: Tx,
	actor: CitizenActor,
	answer: Answered & { language: Language },
): Promise<void> {
	const stored = await questionOf(tx, actor, actor.referralId, answer);
	if (isThere(stored, answer)) return;
	// What counts is the language it was read in.
	const text = consentText(stored.kind, answer.language, stored.textVersion);
	await tx
		.update(consent)
		.set({ language: answer.language, textHash: textHash(text) })
		.where(and(eq(consent.authorityId, actor.authorityId), eq(consent.id, stored.id)));
	await record(tx, actor, stored, answer.yes ? 'given' : 'refused', {
		method: 'digital',
		feedbackAllowed: answer.yes && answer.feedbackAllowed,
	});
}

/** Telling needs something under way; asking makes sense afterwards, too. */
const goesOn = (kind: ConsentKind, state: State) => (kind === 'disclosure' ? isOpen(state) : mayObtain(state));

/**
 * The same yes for another year: same fields, same recipient. On the citizen's word (staff), or by their link.
 * The same form sent twice renews once.
 * @throws DomainError `consent.not_renewable` 409 when it does not hold, is not near its end, or the referral has ended
 */
export async function renewConsent(
	tx: Tx,
	actor: StaffActor | CitizenActor,
	renewal: { referralId: string; method: ConsentMethod; kind?: ConsentKind },
): Promise<void> {
	const { kind = 'disclosure' } = renewal;
	const row = await lockReferral(tx, actor, renewal.referralId);
	const stored = await consentOf(tx, actor, row.id, kind);
	const last = stored?.events.at(-1);
	if (last?.event === 'renewed' && tx.now.getTime() - last.at.getTime() < 86_400_000) return;
	if (!stored || !goesOn(kind, row.state) || !mayRenew(stored.state, stored.expiresAt, tx.now)) {
		throw new DomainError('consent.not_renewable', 409);
	}
	await record(tx, actor, stored, 'renewed', { method: renewal.method });
}

interface Withdrawal {
	referralId: string;
	/** how the citizen said it, when not by the link */
	heard?: HeardWay;
}

const heardOf = ({ heard }: Withdrawal) => (heard ? { heard } : {});

/**
 * Withdraws: the organisation's reading ends with this transaction, it is told, and what is under way is stopped.
 * Open to the citizen and, on the citizen's word, to the caseworker; in every state of the referral.
 * @throws DomainError `referral.not_found` 404, `referral.stale` 409, `consent.invalid_event` 409 when nothing was shared
 */
export async function withdrawConsent(
	tx: Tx,
	actor: StaffActor | CitizenActor,
	request: Withdrawal & { version?: number },
): Promise<void> {
	const row = await lockReferral(tx, actor, request.referralId);
	const stored = await consentOf(tx, actor, row.id);
	if (stored?.state === 'withdrawn') return;
	if (request.version !== undefined && request.version !== row.version) {
		throw new DomainError('referral.stale', 409, 'referral.stale', { state: row.state });
	}
	if (stored) {
		const event = stored.state === 'requested' ? 'refused' : 'withdrawn';
		await record(tx, actor, stored, event, heardOf(request));
	}
	if (isOpen(row.state)) await move(tx, actor, { referralId: row.id, action: 'withdraw' });
	if (row.state !== 'draft') {
		await notifyOrganisation(tx, actor, row.organisationId, 'referral_withdrawn', `/inbox/${row.id}`);
	}
}

/**
 * Withdraws the yes to asking: the organisation is not asked any more. What is under way goes on, for that rests on the
 * other consent.
 * @throws DomainError `referral.not_found` 404, `consent.not_asked` 409, `consent.invalid_event` 409
 */
export async function withdrawObtaining(tx: Tx, actor: StaffActor | CitizenActor, request: Withdrawal): Promise<void> {
	const row = await lockReferral(tx, actor, request.referralId);
	const stored = await consentOf(tx, actor, row.id, 'obtaining');
	if (!stored) throw new DomainError('consent.not_asked', 409);
	if (stored.state === 'withdrawn') return;
	await record(tx, actor, stored, stored.state === 'requested' ? 'refused' : 'withdrawn', heardOf(request));
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
	for (const row of rows) await record(tx, actor, await openConsent(tx, actor, row), 'expired');
	return rows.length;
}
