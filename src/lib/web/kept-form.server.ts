import { createHash, randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { and, eq, lt } from 'drizzle-orm';
import { seal, unseal } from '../citizens/encryption.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { pendingForm } from '../identity/tables.server.ts';
import { keptCookie } from './cookies.server.ts';

/** What a form held, by field name; a field with several values has a list. */
export type FormValues = Record<string, string | string[]>;

const lifetime = 3_600_000;
const largest = 200_000;
const idOf = (key: Buffer) => createHash('sha256').update(key).digest('hex');

/**
 * Keeps what was typed when the session had ended, for an hour. It is sealed with a key that only the browser's cookie
 * holds, so the database alone reveals nothing.
 */
export async function keepForm(event: RequestEvent, values: FormValues): Promise<void> {
	const text = JSON.stringify(values);
	if (text.length > largest) return;
	const key = randomBytes(32);
	const path = event.url.pathname;
	await asActor(systemActor, async (tx) => {
		await tx.delete(pendingForm).where(lt(pendingForm.expiresAt, tx.now));
		await tx.insert(pendingForm).values({
			id: idOf(key),
			path,
			sealed: seal(key, `pending_form:${path}`, text),
			expiresAt: new Date(tx.now.getTime() + lifetime),
		});
	});
	keptCookie.write(event.cookies, event.url, key.toString('base64url'));
}

/** Gives back, once, what was typed on this page before the session ended; undefined when nothing was. */
export async function takeKeptForm(event: RequestEvent): Promise<FormValues | undefined> {
	const cookie = keptCookie.read(event.cookies);
	if (!cookie || event.locals.actor.kind === 'public') return undefined;
	const key = Buffer.from(cookie, 'base64url');
	if (key.length !== 32) return undefined;
	const path = event.url.pathname;
	const row = await asActor(systemActor, async (tx) => {
		const [found] = await tx
			.delete(pendingForm)
			.where(and(eq(pendingForm.id, idOf(key)), eq(pendingForm.path, path)))
			.returning();
		return found && found.expiresAt > tx.now ? found : undefined;
	});
	if (!row) return undefined;
	keptCookie.clear(event.cookies, event.url);
	return JSON.parse(unseal(key, `pending_form:${path}`, row.sealed).toString('utf8')) as FormValues;
}
