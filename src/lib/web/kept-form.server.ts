import { createHash, randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { and, eq, lt } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { seal, unseal } from '../citizens/encryption.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { pendingForm } from '../identity/tables.server.ts';
import { keptCookie, personCookie } from './cookies.server.ts';

/** What a form held, by field name; a field with several values has a list. */
export type FormValues = Record<string, string | string[]>;

const lifetime = 3_600_000;
const largest = 200_000;
/** Forms kept for one network address an hour: an office after lunch is fine, a machine that fills the table is not. */
const keptFor = new RateLimiterMemory({ points: 60, duration: 3600 });
const idOf = (key: Buffer) => createHash('sha256').update(key).digest('hex');

/** Says whether two are the same person, and not who: of a random id, so that it can't be guessed back. */
export const personMark = (userId: string) => createHash('sha256').update(`person ${userId}`).digest('base64url');

/**
 * Remembers in the browser whose it is, from signing in to signing out: computers are shared, and what one person typed
 * when their session had ended is not the next one's to read.
 */
export const markPerson = (event: Pick<RequestEvent, 'cookies' | 'url'>, userId: string): void =>
	personCookie.write(event.cookies, event.url, personMark(userId));

/** Whoever signs out leaves nothing behind. */
export function forgetPerson({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): void {
	personCookie.clear(cookies, url);
	keptCookie.clear(cookies, url);
}

interface Kept {
	/** whose it is, as `personMark` */
	person: string;
	values: FormValues;
}

/**
 * Keeps what was typed when the session had ended, for an hour, for the person who had been signed in. It is sealed with
 * a key that only the browser's cookie holds, so the database alone reveals nothing. Of a browser in which nobody has
 * been signed in nothing is kept.
 */
export async function keepForm(event: RequestEvent, values: FormValues): Promise<void> {
	const person = personCookie.read(event.cookies, event.url);
	if (!person) return;
	const text = JSON.stringify({ person, values } satisfies Kept);
	if (text.length > largest) return;
	const mayKeep = await keptFor.consume(event.getClientAddress()).then(
		() => true,
		(cause: unknown) => {
			if (cause instanceof Error) throw cause;
			return false;
		},
	);
	if (!mayKeep) return;
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

/**
 * Gives back, once, what this person typed on this page before their session ended; undefined when nothing was. What
 * somebody else typed is thrown away.
 */
export async function takeKeptForm(event: RequestEvent): Promise<FormValues | undefined> {
	const cookie = keptCookie.read(event.cookies, event.url);
	const { signedIn, actor } = event.locals;
	if (!cookie || !signedIn || actor.kind === 'public') return undefined;
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
	const { person, values } = JSON.parse(unseal(key, `pending_form:${path}`, row.sealed).toString('utf8')) as Kept;
	return person === personMark(signedIn.user.id) ? values : undefined;
}
