import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { openBoxIfAllowed } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { UserActor } from '../identity/actor.ts';
import { userAccount } from '../identity/tables.server.ts';
import { notifyOrganisation, notifyUser } from '../notifications/notify.server.ts';
import { latestConsent } from './latest-consent.server.ts';
import { lockReferral, type Shell } from './move.server.ts';
import { message } from './tables.server.ts';

export interface Message {
	id: string;
	at: Date;
	sender: 'staff' | 'organisation' | 'citizen' | 'system';
	senderName: string;
	text: string;
	read: boolean;
}

const place = (id: string) => `message.body:${id}`;

/**
 * The messages of a referral, oldest first. For an organisation only while the consent is in force: after that the
 * database gives none.
 */
export async function listMessages(tx: Tx, actor: UserActor, referralId: string): Promise<Message[]> {
	const shared = await latestConsent(tx, actor, referralId);
	const box = shared && (await openBoxIfAllowed(tx, actor.authorityId, shared.citizenId));
	if (!box) return [];
	const rows = await tx
		.select({ message, senderName: userAccount.name })
		.from(message)
		.innerJoin(userAccount, eq(userAccount.id, message.userId))
		.where(and(eq(message.authorityId, actor.authorityId), eq(message.referralId, referralId)))
		.orderBy(asc(message.seq));
	return rows.map(({ message: row, senderName }) => ({
		id: row.id,
		at: row.at,
		sender: row.sender,
		senderName,
		text: box.open(place(row.id), row.body) ?? '',
		read: row.readAt !== null,
	}));
}

/** Notes that this party has seen what the other wrote. */
export async function markMessagesRead(tx: Tx, actor: UserActor, referralId: string): Promise<void> {
	await tx
		.update(message)
		.set({ readAt: tx.now })
		.where(
			and(
				eq(message.authorityId, actor.authorityId),
				eq(message.referralId, referralId),
				ne(message.sender, actor.kind),
				isNull(message.readAt),
			),
		);
}

/**
 * Writes to the other party. Only after sending, and only while the consent is in force; an organisation only where the
 * citizen has said yes to it telling how it goes.
 * @param input.requestId the form's own id: sent twice, it is one message
 * @throws DomainError `message.not_allowed` 409, `message.no_feedback` 409, `referral.not_found` 404
 */
export async function sendMessage(
	tx: Tx,
	actor: UserActor,
	input: { referralId: string; requestId: string; text: string },
): Promise<void> {
	const row: Shell = await lockReferral(tx, actor, input.referralId);
	const shared = await latestConsent(tx, actor, row.id);
	const box = shared?.inForce ? await openBoxIfAllowed(tx, actor.authorityId, shared.citizenId) : undefined;
	if (!box || row.state === 'draft') throw new DomainError('message.not_allowed', 409);
	if (actor.kind === 'organisation' && !shared?.mayTell) throw new DomainError('message.no_feedback', 409);
	const id = input.requestId;
	const body = box.seal(place(id), input.text.trim());
	if (!body) throw new DomainError('message.empty', 422, 'message.empty', { field: 'text' });
	const made = await tx
		.insert(message)
		.values({
			authorityId: actor.authorityId,
			id,
			requestId: input.requestId,
			referralId: row.id,
			at: tx.now,
			sender: actor.kind,
			userId: actor.userId,
			body,
		})
		.onConflictDoNothing({ target: [message.authorityId, message.requestId] })
		.returning({ id: message.id });
	if (made.length === 0) return;
	await audit(tx, actor, { action: 'message.send', subjectType: 'referral', subjectId: row.id });
	if (actor.kind === 'staff') {
		await notifyOrganisation(tx, actor, row.organisationId, 'message_received', `/inbox/${row.id}`);
	} else {
		await notifyUser(tx, actor, row.caseworkerId, 'message_received', `/referrals/${row.id}`);
	}
}
