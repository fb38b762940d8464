import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import { asActor, services } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { beginTotp, confirmTotp } from '../src/lib/identity/second-factor.server.ts';
import { createSession } from '../src/lib/identity/sessions.server.ts';
import { listMail, openQueuedMail } from '../src/lib/notifications/mail.server.ts';
import type { Client } from './request.ts';

/** An authenticator app in somebody's pocket. */
export interface App {
	/** what it shows now, or so many seconds later */
	code(later?: number): string;
}

/** An app that was given this secret (base32). */
export function appWith(secret: string): App {
	const totp = new TOTP({ secret: Secret.fromBase32(secret) });
	return { code: (later = 0) => totp.generate({ timestamp: services().clock().getTime() + later * 1000 }) };
}

/** Sets up an app for a person, half a minute ago: what it shows now has not been used. */
export async function giveApp(userId: string): Promise<App> {
	const app = appWith((await beginTotp(userId, false)).secret);
	await confirmTotp(userId, app.code(-30), false);
	return app;
}

/** The whole way in without JavaScript. @returns where it leads */
export async function signInWith(
	client: Client,
	person: { email: string; password: string; app: App; return?: string },
): Promise<string | undefined> {
	const { email, password, app, return: back = '' } = person;
	const halfway = await client.post('/sign-in?/password', { email, password, return: back });
	expect(halfway.location).toMatch(/^\/sign-in\/code/);
	const answer = await client.post('/sign-in/code?/code', { code: app.code(), return: back });
	return answer.location;
}

/** Puts a browser where somebody is after the password and before the second factor. */
export async function signInHalfway(client: Client, userId: string): Promise<void> {
	const { token } = await createSession(userId, null, undefined, { stage: 'halfway' });
	client.cookies.set('session', token);
}

/** The path of the newest link that was mailed to an address. */
export async function mailedLink(to: string, kind = 'invitation|reset'): Promise<string> {
	const mails = await asActor(systemActor, async (tx) => {
		const listed = await listMail(tx);
		return Promise.all(listed.filter((each) => each.to === to).map(({ id }) => openQueuedMail(tx, id)));
	});
	const link = mails.flatMap((each) => new RegExp(`https?://\\S+/(?:${kind})/\\S+`).exec(each?.body ?? '') ?? [])[0];
	if (!link) throw new Error('no link was mailed');
	return new URL(link).pathname;
}
