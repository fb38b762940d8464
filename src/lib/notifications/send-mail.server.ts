import nodemailer, { type Transporter } from 'nodemailer';
import { asActor, services } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { markMail, openQueuedMail } from './mail.server.ts';

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

/**
 * Sends one mail of the outbox, or keeps it for an administrator where there is no mail server.
 * The row is held while it is sent, so two workers never send the same one; a mail whose sending was cut off after the
 * server took it may go twice, never not at all.
 * @param mailId from the job; a mail that was sent already is left alone
 * @throws the mail server's refusal, so that the queue tries again later
 */
export async function sendMail({ mailId }: { mailId: string }): Promise<void> {
	const { config, log } = services();
	const failure = await asActor(systemActor, async (tx) => {
		const opened = await openQueuedMail(tx, mailId);
		if (!opened) return undefined;
		const attempts = opened.attempts + 1;
		if (!config.smtpUrl) {
			await markMail(tx, mailId, { status: 'kept', attempts });
			return undefined;
		}
		try {
			await transporterFor(config.smtpUrl).sendMail({
				from: config.mailFrom,
				to: opened.to,
				subject: opened.subject,
				text: opened.body,
				messageId: `<${mailId}@socialkompas>`,
				headers: { 'Auto-Submitted': 'auto-generated' },
			});
			await markMail(tx, mailId, { status: 'sent', attempts });
			return undefined;
		} catch (cause) {
			const { responseCode, code } = cause as { responseCode?: number; code?: string };
			const error = String(responseCode ?? code ?? 'unknown');
			const status = attempts >= attemptsBeforeFailed ? 'failed' : 'queued';
			await markMail(tx, mailId, { status, attempts, error });
			return error;
		}
	});
	if (failure) {
		log.warn({ mail: mailId, error: failure }, 'mail not sent');
		throw new Error(`mail server: ${failure}`);
	}
}
