import nodemailer, { type Transporter } from 'nodemailer';
import { asActor, services } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { systemActor } from '../identity/actor.ts';
import { markMail, openQueuedMail, type QueuedMail } from './mail.server.ts';

/** pg-boss tries eight times over some hours; after that the mail is shown to an administrator as failed. */
const attemptsBeforeFailed = 8;

let transport: { url: string; transporter: Transporter } | undefined;

function transporterFor(url: string): Transporter {
	if (transport?.url !== url) {
		const transporter = nodemailer.createTransport(url, undefined);
		transport = { url, transporter };
	}
	return transport.transporter;
}

/** The mails this process has in hand. */
const inHand = new Set<string>();

/**
 * Runs work while no other process has this mail in hand. No transaction is open meanwhile: a mail server that takes
 * its time would hold up the log's chain and, with the embedded database's one connection, everybody.
 * @throws DomainError `mail.in_hand` 409, so that the queue looks again later
 */
async function alone<T>(mailId: string, work: () => Promise<T>): Promise<T> {
	const { database } = services();
	if (inHand.has(mailId)) throw new DomainError('mail.in_hand', 409);
	inHand.add(mailId);
	try {
		if (database.kind === 'embedded') return await work();
		const client = await database.pool.connect();
		let unsure: Error | undefined = new Error('the lock may still be held');
		try {
			const key = [`mail:${mailId}`];
			const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', key);
			if (!(rows as { mine: boolean }[])[0]?.mine) throw new DomainError('mail.in_hand', 409);
			const done = await work();
			await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', key);
			unsure = undefined;
			return done;
		} finally {
			// A connection that may still hold the lock is closed rather than used again.
			client.release(unsure);
		}
	} finally {
		inHand.delete(mailId);
	}
}

/** @returns undefined when the mail server took it, else the code of its refusal */
async function handOver(smtpUrl: string, mailId: string, mail: QueuedMail): Promise<string | undefined> {
	try {
		await transporterFor(smtpUrl).sendMail({
			from: services().config.mailFrom,
			to: mail.to,
			subject: mail.subject,
			text: mail.body,
			messageId: `<${mailId}@socialkompas>`,
			headers: { 'Auto-Submitted': 'auto-generated' },
		});
		return undefined;
	} catch (cause) {
		const { responseCode, code } = cause as { responseCode?: number; code?: string };
		return String(responseCode ?? code ?? 'unknown');
	}
}

/**
 * Sends one mail of the outbox, or keeps it for an administrator where there is no mail server.
 * At least once: it is sent again until the mail server has taken it and that is written down. Killed between the two,
 * the server sends it once more, with the same Message-ID; never after it was written down.
 * @param mailId from the job; a mail that was sent already is left alone
 * @throws the mail server's refusal, so that the queue tries again later; DomainError `mail.in_hand` 409
 */
export async function sendMail({ mailId }: { mailId: string }): Promise<void> {
	const { config, log } = services();
	const error = await alone(mailId, async () => {
		const opened = await asActor(systemActor, (tx) => openQueuedMail(tx, mailId));
		if (!opened) return undefined;
		const attempts = opened.attempts + 1;
		const refusal = config.smtpUrl ? await handOver(config.smtpUrl, mailId, opened) : undefined;
		const later = attempts >= attemptsBeforeFailed ? 'failed' : 'queued';
		const status = refusal ? later : config.smtpUrl ? 'sent' : 'kept';
		await asActor(systemActor, (tx) => markMail(tx, mailId, { status, attempts, ...(refusal && { error: refusal }) }));
		return refusal;
	});
	if (error) {
		log.warn({ mail: mailId, error }, 'mail not sent');
		throw new Error(`mail server: ${error}`);
	}
}
