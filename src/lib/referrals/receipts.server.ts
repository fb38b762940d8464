import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import { systemActor, type CitizenActor, type StaffActor, type SystemActor } from '../identity/actor.ts';
import { authority } from '../identity/tables.server.ts';
import { consentState, type ConsentEventType, type ConsentState } from './consent.ts';
import { receiptCode } from './receipt-code.ts';
import type { ConsentKind } from './shared-fields.ts';
import { consentById, type StoredConsent } from './stored-consent.server.ts';
import { consent, consentEvent, consentReceipt } from './tables.server.ts';

/** Being asked is nothing that one could want to prove; every other event leaves a receipt. */
export const leavesReceipt = (event: ConsentEventType): boolean => event !== 'requested';

type Row = Pick<
	typeof consent.$inferSelect,
	'id' | 'kind' | 'purpose' | 'organisationId' | 'offerId' | 'fields' | 'textVersion' | 'giver'
>;
type EventRow = Pick<typeof consentEvent.$inferSelect, 'id' | 'at' | 'event' | 'party' | 'method' | 'expiresAt'>;

/**
 * The code over an event's content: SHA-256 over what never changes again, as JSON in this order. No name and nothing
 * anyone wrote goes in, and the ids of consent and event are random: a code that outlives the citizen's data can't be
 * guessed back to what it was about.
 */
export function codeOf(authorityId: string, row: Row, event: EventRow): string {
	const content = [
		'receipt-1',
		authorityId,
		row.id,
		event.id,
		event.event,
		event.at.toISOString(),
		event.party,
		event.method,
		event.expiresAt?.toISOString() ?? null,
		row.kind,
		row.purpose,
		row.organisationId,
		row.offerId,
		[...row.fields].sort(),
		row.giver,
		row.textVersion,
	];
	return receiptCode(createHash('sha256').update(JSON.stringify(content), 'utf8').digest());
}

/** Leaves the receipt of an event that has just been written, in its transaction. */
export async function leaveReceipt(
	tx: Tx,
	actor: StaffActor | CitizenActor | SystemActor,
	consentId: string,
	event: EventRow,
): Promise<void> {
	if (!leavesReceipt(event.event)) return;
	const { authorityId } = actor;
	const [row] = await tx
		.select()
		.from(consent)
		.where(and(eq(consent.authorityId, authorityId), eq(consent.id, consentId)));
	if (!row) throw notFound('consent');
	const code = codeOf(authorityId, row, event);
	await tx
		.insert(consentReceipt)
		.values({ authorityId, code, consentId, kind: row.kind, event: event.event, at: event.at });
}

export interface Receipt {
	eventId: string;
	code: string;
	event: ConsentEventType;
	at: Date;
	expiresAt: Date | null;
	party: 'staff' | 'organisation' | 'citizen' | 'system';
	method: (typeof consentEvent.$inferSelect)['method'];
}

/**
 * The receipts of a consent that this actor may see, oldest first. Each code is computed anew from what is stored: an
 * event or a consent that somebody has altered has no receipt any more.
 */
export async function receiptsOf(
	tx: Tx,
	actor: StaffActor | CitizenActor,
	consentId: string | undefined,
): Promise<Receipt[]> {
	if (!consentId) return [];
	const { authorityId } = actor;
	const rows = await tx
		.select({ row: consent, event: consentEvent })
		.from(consentEvent)
		.innerJoin(consent, and(eq(consent.authorityId, consentEvent.authorityId), eq(consent.id, consentEvent.consentId)))
		.where(and(eq(consentEvent.authorityId, authorityId), eq(consentEvent.consentId, consentId)))
		.orderBy(asc(consentEvent.seq));
	const known = new Set(
		(
			await tx
				.select({ code: consentReceipt.code })
				.from(consentReceipt)
				.where(and(eq(consentReceipt.authorityId, authorityId), eq(consentReceipt.consentId, consentId)))
		).map(({ code }) => code),
	);
	return rows.flatMap(({ row, event }) => {
		const code = codeOf(authorityId, row, event);
		if (!known.has(code)) return [];
		const { id: eventId, event: type, at, expiresAt, party, method } = event;
		return [{ eventId, code, event: type, at, expiresAt, party, method }];
	});
}

/**
 * One receipt of a referral by its event, with the consent it belongs to: of either kind, also of one that was replaced.
 * @throws DomainError `receipt.not_found` 404
 */
export async function receiptByEvent(
	tx: Tx,
	actor: StaffActor | CitizenActor,
	referralId: string,
	eventId: string,
): Promise<{ receipt: Receipt; consent: StoredConsent }> {
	const [row] = await tx
		.select({ id: consent.id })
		.from(consentEvent)
		.innerJoin(consent, and(eq(consent.authorityId, consentEvent.authorityId), eq(consent.id, consentEvent.consentId)))
		.where(
			and(
				eq(consentEvent.authorityId, actor.authorityId),
				eq(consentEvent.id, eventId),
				eq(consent.referralId, referralId),
			),
		);
	const receipt = (await receiptsOf(tx, actor, row?.id)).find((each) => each.eventId === eventId);
	if (!row || !receipt) throw notFound('receipt');
	return { receipt, consent: await consentById(tx, actor, row.id) };
}

/** What anyone is told who has a code: no name, no organisation, nothing of what was shared. */
export interface CheckedReceipt {
	kind: ConsentKind;
	event: ConsentEventType;
	at: Date;
	authority: string;
	/** what the consent is now; undefined when nothing is kept of it any more */
	now: ConsentState | undefined;
	/** when it came to be so */
	since: Date | undefined;
}

/**
 * Looks a code up for whoever holds it. The code is the permission; the look-up runs as the system and gives away only
 * what is in the result.
 * @param code as `typedCode` gives it
 * @returns undefined when there is no such receipt
 */
export async function checkReceipt(code: string): Promise<CheckedReceipt | undefined> {
	return asActor(systemActor, async (tx) => {
		const [found] = await tx
			.select({ receipt: consentReceipt, authority: authority.name })
			.from(consentReceipt)
			.innerJoin(authority, eq(authority.id, consentReceipt.authorityId))
			.where(and(eq(consentReceipt.authorityId, systemActor.authorityId), eq(consentReceipt.code, code)));
		if (!found) return undefined;
		const { kind, event, at, consentId } = found.receipt;
		const events = await tx
			.select()
			.from(consentEvent)
			.where(and(eq(consentEvent.authorityId, systemActor.authorityId), eq(consentEvent.consentId, consentId)))
			.orderBy(asc(consentEvent.seq));
		const now = events.length > 0 ? consentState(events, tx.now) : undefined;
		const last = events.at(-1);
		// Run out, but not written down yet: since the moment it ran out.
		const since = now === last?.event ? last?.at : events.findLast(({ expiresAt }) => expiresAt)?.expiresAt;
		return { kind, event, at, authority: found.authority, now, since: since ?? undefined };
	});
}
