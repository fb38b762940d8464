import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server that remembers what it has said yes to. */
export interface MailServer {
	readonly url: string;
	/** how often each mail was taken, by Message-ID */
	readonly taken: ReadonlyMap<string, number>;
	close(): Promise<void>;
}

/** What it does with a mail when it has it whole: takes it, says “not now”, hangs up, or waits first. */
export type Manner = 'takes' | 'refuses' | 'hangs up' | { waits: number };

/** @param manner asked anew for each mail */
export async function startMailServer(manner: () => Manner = () => 'takes'): Promise<MailServer> {
	const taken = new Map<string, number>();
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const id = /^message-id:\s*(<[^>]+>)/im.exec(Buffer.concat(chunks).toString('utf8'))?.[1] ?? '';
				const how = manner();
				const take = () => {
					taken.set(id, (taken.get(id) ?? 0) + 1);
					done();
				};
				if (how === 'takes') take();
				else if (how === 'refuses') done(Object.assign(new Error('not now'), { responseCode: 451 }));
				else if (how === 'hangs up') for (const each of server.connections) each.close();
				else setTimeout(take, how.waits);
			});
		},
	});
	// A sender that is killed in the middle leaves a broken connection, which is no fault of the mail server's.
	server.on('error', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	return {
		url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
		taken,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
