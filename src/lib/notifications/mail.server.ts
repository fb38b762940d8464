import { randomUUID } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import { openBox } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import type { Actor } from '../identity/actor.ts';
import { mail } from './tables.server.ts';

export interface MailInput {
	/** what it is about, as a code of mail-texts.ts */
	kind: string;
	to: string;
	subject: string;
	body: string;
	/** set when it goes to a citizen: it is sealed with their key and goes when they go */
	citizenId?: string;
}

const place = (column: 'recipient' | 'body', id: string) => `mail.${column}:${id}`;

/**
 * Writes a mail in the transaction of the change it tells about, and a job to send it: neither is lost, and none is sent
 * for a change that was rolled back.
 */
export async function writeMail(tx: Tx, actor: Exclude<Actor, { kind: 'public' }>, input: MailInput): Promise<void> {
	const id = randomUUID();
	const box = input.citizenId
		? await openBox(tx, actor.authorityId, input.citizenId)
		: { seal: (where: string, text: string) => tx.masterKey.seal(where, text) };
	const recipient = box.seal(place('recipient', id), input.to);
	const body = box.seal(place('body', id), input.body);
	if (!recipient || !body) throw new Error('a mail needs an address and a text');
	await tx.insert(mail).values({
		id,
		kind: input.kind,
		authorityId: actor.authorityId,
		citizenId: input.citizenId ?? null,
		recipient,
		subject: input.subject,
		body,
		createdAt: tx.now,
	});
	await tx.enqueue('send-mail', { mailId: id });
}

export interface OpenedMail {
	id: string;
	kind: string;
	subject: string;
	status: 'queued' | 'sent' | 'kept' | 'failed';
	attempts: number;
	error: string | null;
	createdAt: Date;
	sentAt: Date | null;
	/** null when it goes to a citizen: their address and link are not the administrator's */
	to: string | null;
	body: string | null;
}

/** Mails whose link lets somebody in. */
const secretKinds: readonly string[] = ['invitation', 'reset'];

/** An administrator hands a link on only where no mail is sent at all; otherwise it is its receiver's alone. */
const withoutLink = ({ kind, status }: { kind: string; status: string }, body: string) =>
	secretKinds.includes(kind) && status !== 'kept' ? body.replaceAll(/https?:\/\/\S+/g, '…') : body;

/** The newest mails for an administrator to look at. */
export async function listMail(tx: Tx, limit = 100): Promise<OpenedMail[]> {
	const rows = await tx.select().from(mail).orderBy(desc(mail.createdAt), mail.id).limit(limit);
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		subject: row.subject,
		status: row.status,
		attempts: row.attempts,
		error: row.error,
		createdAt: row.createdAt,
		sentAt: row.sentAt,
		to: row.citizenId ? null : tx.masterKey.open(place('recipient', row.id), row.recipient),
		body: row.citizenId ? null : withoutLink(row, tx.masterKey.open(place('body', row.id), row.body)),
	}));
}

export interface QueuedMail {
	to: string;
	subject: string;
	body: string;
	/** how often sending was tried before */
	attempts: number;
}

/** A mail still to be sent, opened; undefined when it was sent meanwhile or is gone. For the sender, as system. */
export async function openQueuedMail(tx: Tx, id: string): Promise<QueuedMail | undefined> {
	const [row] = await tx
		.select()
		.from(mail)
		.where(and(eq(mail.id, id), eq(mail.status, 'queued')));
	if (!row) return undefined;
	if (!row.citizenId) {
		return {
			to: tx.masterKey.open(place('recipient', id), row.recipient),
			subject: row.subject,
			body: tx.masterKey.open(place('body', id), row.body),
			attempts: row.attempts,
		};
	}
	const box = await openBox(tx, row.authorityId, row.citizenId);
	const to = box.open(place('recipient', id), row.recipient);
	const body = box.open(place('body', id), row.body);
	return to && body ? { to, subject: row.subject, body, attempts: row.attempts } : undefined;
}

/**
 * Gives a job to every mail that is still to be sent and has none waiting: the job a killed process was working on counts
 * as busy for a quarter of an hour. Where another process does have it in hand, the new job finds it sent.
 * @returns how many
 */
export async function enqueueForgotten(tx: Tx): Promise<number> {
	const { rows } = await tx.execute(
		sql`select id from ${mail} where status = 'queued' and not exists (
			select from pgboss.job where name = 'send-mail' and state in ('created', 'retry') and data->>'mailId' = ${mail.id}::text
		)`,
	);
	for (const { id } of rows as { id: string }[]) await tx.enqueue('send-mail', { mailId: id });
	return rows.length;
}

/** Notes what came of sending. */
export async function markMail(
	tx: Tx,
	id: string,
	result: { status: 'sent' | 'kept' | 'failed' | 'queued'; attempts: number; error?: string },
): Promise<void> {
	await tx
		.update(mail)
		.set({
			status: result.status,
			attempts: result.attempts,
			error: result.error ?? null,
			sentAt: result.status === 'sent' ? tx.now : null,
		})
		.where(eq(mail.id, id));
}
