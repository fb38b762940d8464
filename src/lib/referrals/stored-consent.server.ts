import { and, asc, desc, eq } from 'drizzle-orm';
import { openBox } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { CitizenActor, StaffActor, SystemActor } from '../identity/actor.ts';
import { consentState, type Consent, type ConsentEvent, type ConsentGiver, type ConsentState } from './consent.ts';
import type { ConsentKind, ConsentPurpose } from './shared-fields.ts';
import { consent, consentEvent } from './tables.server.ts';

/** Who may see and change consents. An organisation sees what follows from them, and nothing of how they came to be. */
export type ConsentActor = StaffActor | CitizenActor | SystemActor;

/** A consent with its events, opened. */
export interface StoredConsent extends Consent {
	id: string;
	referralId: string;
	state: ConsentState;
	events: ConsentEvent[];
	createdAt: Date;
	givenAt: Date | null;
	expiresAt: Date | null;
}

/** Where a sealed column's value belongs: it opens there and nowhere else. */
export const place = (column: 'guardianName' | 'witness' | 'signature', id: string) => `consent.${column}:${id}`;

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

/** Opens a row with its events. */
export async function openConsent(
	tx: Tx,
	actor: ConsentActor,
	row: typeof consent.$inferSelect,
): Promise<StoredConsent> {
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

/**
 * The newest consent of a referral, of one kind: what may be told and what may be asked are never one.
 * @returns undefined when none was asked for yet
 */
export async function consentOf(
	tx: Tx,
	actor: ConsentActor,
	referralId: string,
	kind: ConsentKind = 'disclosure',
): Promise<StoredConsent | undefined> {
	const [row] = await tx
		.select()
		.from(consent)
		.where(and(eq(consent.authorityId, actor.authorityId), eq(consent.referralId, referralId), eq(consent.kind, kind)))
		.orderBy(desc(consent.seq))
		.limit(1);
	return row && openConsent(tx, actor, row);
}

/** @throws DomainError `consent.not_found` 404 */
export async function consentById(tx: Tx, actor: ConsentActor, id: string): Promise<StoredConsent> {
	const [row] = await tx
		.select()
		.from(consent)
		.where(and(eq(consent.authorityId, actor.authorityId), eq(consent.id, id)));
	if (!row) throw notFound('consent');
	return openConsent(tx, actor, row);
}
