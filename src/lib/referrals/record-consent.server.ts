import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { openBox } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { canRecord, defaultExpiry, type ConsentEvent, type ConsentMethod } from './consent.ts';
import { noteEvent } from './move.server.ts';
import { leaveReceipt } from './receipts.server.ts';
import type { HeardWay } from './referral-codes.ts';
import { place, type ConsentActor, type StoredConsent } from './stored-consent.server.ts';
import { consent, consentEvent } from './tables.server.ts';

/** What is written down with an event. */
export interface RecordedAnswer {
	method?: ConsentMethod;
	feedbackAllowed?: boolean;
	witness?: string;
	signature?: string;
	/** for the timeline */
	heard?: HeardWay;
}

/** What the timeline calls an event: telling and asking are told apart there, too. */
const inTimeline = ({ kind }: StoredConsent, event: ConsentEvent['event']) =>
	kind === 'obtaining' ? `obtaining_${event}` : `consent_${event}`;

/**
 * Appends an event after the rules have agreed, leaves its receipt, and brings the row's status into line with it.
 * @throws DomainError as `canRecord`
 */
export async function record(
	tx: Tx,
	actor: ConsentActor,
	stored: StoredConsent,
	event: ConsentEvent['event'],
	answer: RecordedAnswer = {},
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
	const code = answer.heard ?? answer.method;
	await noteEvent(tx, actor, stored.referralId, { action: inTimeline(stored, event), code });
	await audit(tx, actor, {
		action: `consent.${event}`,
		subjectType: 'consent',
		subjectId: stored.id,
		citizenId: stored.citizenId,
	});
}
