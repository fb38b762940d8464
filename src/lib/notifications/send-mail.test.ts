import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/database.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { makeAuthority } from '../../../tests/factories.ts';
import { startMailServer } from '../../../tests/faults/mail-server.ts';
import { enqueueForgotten, listMail, writeMail } from './mail.server.ts';
import { mail } from './tables.server.ts';
import { sendMail } from './send-mail.server.ts';

interface Received {
	from: string;
	to: string;
	subject: string;
	text: string;
}

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

/** A real mail server on a free port. @param refuse the code it answers with, for as many mails as are listed */
async function mailServer(received: Received[], refuse: number[] = []): Promise<string> {
	const made = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const code = refuse.shift();
				if (code) return done(Object.assign(new Error('not now'), { responseCode: code }));
				void PostalMime.parse(Buffer.concat(chunks)).then((parsed) => {
					received.push({
						from: parsed.from?.address ?? '',
						to: session.envelope.rcptTo.map((each) => each.address).join(),
						subject: parsed.subject ?? '',
						text: parsed.text ?? '',
					});
					done();
				});
			});
		},
	});
	server = made;
	await new Promise<void>((ready) => made.listen(0, '127.0.0.1', ready));
	return `smtp://127.0.0.1:${(made.server.address() as AddressInfo).port}`;
}

onEachDatabase('mail', (open) => {
	async function write(): Promise<string> {
		await makeAuthority();
		return asActor(systemActor, async (tx) => {
			const subject = 'Der er nyt – æøå';
			await writeMail(tx, systemActor, {
				kind: 'message_received',
				to: 'anne@test.example',
				subject,
				body: 'Hej på dig',
			});
			const [row] = await tx.select({ id: mail.id }).from(mail);
			return row?.id ?? '';
		});
	}
	const list = () => asActor(systemActor, (tx) => listMail(tx));

	it('goes by a real mail server, æøå whole, once', async () => {
		const received: Received[] = [];
		await open({ SMTP_URL: await mailServer(received), MAIL_FROM: 'Kompas <fra@test.example>' });
		const mailId = await write();
		await sendMail({ mailId });
		await sendMail({ mailId });
		expect(received).toEqual([
			{ from: 'fra@test.example', to: 'anne@test.example', subject: 'Der er nyt – æøå', text: 'Hej på dig\n' },
		]);
		expect(await list()).toMatchObject([{ status: 'sent', attempts: 1 }]);
	});

	it('is tried again when the mail server says not now', async () => {
		const received: Received[] = [];
		await open({ SMTP_URL: await mailServer(received, [451]) });
		const mailId = await write();
		await expect(sendMail({ mailId })).rejects.toThrow('451');
		expect(await list()).toMatchObject([{ status: 'queued', attempts: 1, error: '451' }]);
		await sendMail({ mailId });
		expect(received).toHaveLength(1);
		expect(await list()).toMatchObject([{ status: 'sent', attempts: 2, error: null }]);
	});

	it('waits for a mail server that is not there', async () => {
		await open({ SMTP_URL: 'smtp://127.0.0.1:1' });
		const mailId = await write();
		await expect(sendMail({ mailId })).rejects.toThrow('mail server');
		expect(await list()).toMatchObject([{ status: 'queued', attempts: 1 }]);
	});

	it('holds nobody up while the mail server takes its time, and goes once from two hands', async () => {
		const slow = await startMailServer(() => ({ waits: 1500 }));
		await open({ SMTP_URL: slow.url });
		const mailId = await write();
		const began = performance.now();
		const sending = sendMail({ mailId });
		await expect(sendMail({ mailId })).rejects.toMatchObject({ code: 'mail.in_hand' });
		expect(await list()).toMatchObject([{ status: 'queued' }]);
		expect(performance.now() - began).toBeLessThan(1000);
		await sending;
		expect([...slow.taken]).toEqual([[`<${mailId}@socialkompas>`, 1]]);
		expect(await list()).toMatchObject([{ status: 'sent', attempts: 1 }]);
		await slow.close();
	});

	it('gets a new job when the one it had died with its process, and only then', async () => {
		const database = await open();
		await write();
		const waitingJobs = () =>
			asActor(systemActor, async (tx) => {
				const jobs = sql`select count(*)::int as jobs from pgboss.job where name = 'send-mail' and state = 'created'`;
				return (await tx.execute(jobs)).rows[0]?.['jobs'];
			});
		expect(await asActor(systemActor, enqueueForgotten)).toBe(0);
		await database.services.database.pool.query(`update pgboss.job set state = 'active' where name = 'send-mail'`);
		expect(await waitingJobs()).toBe(0);
		expect(await asActor(systemActor, enqueueForgotten)).toBe(1);
		expect(await waitingJobs()).toBe(1);
		expect(await asActor(systemActor, enqueueForgotten)).toBe(0);
	});

	it('is kept for an administrator where there is no mail server', async () => {
		await open();
		await sendMail({ mailId: await write() });
		expect(await list()).toMatchObject([
			{ status: 'kept', to: 'anne@test.example', subject: 'Der er nyt – æøå', body: 'Hej på dig' },
		]);
	});
});
