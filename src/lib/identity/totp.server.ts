import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { totp } from './tables.server.ts';

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, thirty seconds. */
const period = 30;
const place = (id: string) => `totp.secret:${id}`;
const generator = (secret: string, label: string) =>
	new TOTP({ issuer: 'Socialkompas', label, secret: Secret.fromBase32(secret), period });

export interface TotpOffer {
	/** base32, to be typed into an app that cannot see the picture */
	secret: string;
	/** `otpauth://…`, for the picture */
	uri: string;
}

/**
 * A secret for an authenticator app, the same until it is confirmed. As the system.
 * @throws DomainError `identity.factor_exists` 409 when the person has confirmed one already
 */
export async function offerTotp(tx: Tx, user: { id: string; email: string; authorityId: string }): Promise<TotpOffer> {
	const [known] = await tx.select().from(totp).where(eq(totp.userId, user.id));
	if (known?.confirmedAt) throw new DomainError('identity.factor_exists', 409);
	const secret = known ? tx.masterKey.open(place(known.id), known.secret) : new Secret({ size: 20 }).base32;
	if (!known) {
		const id = randomUUID();
		const sealed = tx.masterKey.seal(place(id), secret);
		const { id: userId, authorityId } = user;
		await tx.insert(totp).values({ id, authorityId, userId, secret: sealed, createdAt: tx.now });
	}
	return { secret, uri: generator(secret, user.email).toString() };
}

/** The time step a code belongs to, one step early or late allowed (clocks differ); undefined when it is wrong. */
function stepOf(secret: string, code: string, now: Date): number | undefined {
	const token = code.replaceAll(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return undefined;
	const delta = generator(secret, '').validate({ token, timestamp: now.getTime(), window: 1 });
	return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
}

/**
 * Takes a code, once: a step that was used, and every step before it, is used up. As the system.
 * @param confirms true: the first code, which shows that the app has the secret
 * @returns whether it was right
 */
export async function takeTotpCode(
	tx: Tx,
	input: { userId: string; code: string; confirms: boolean },
): Promise<boolean> {
	const [row] = await tx.select().from(totp).where(eq(totp.userId, input.userId));
	if (!row || (row.confirmedAt === null) !== input.confirms) return false;
	const step = stepOf(tx.masterKey.open(place(row.id), row.secret), input.code, tx.now);
	if (step === undefined) return false;
	const taken = await tx
		.update(totp)
		.set({ lastStep: step, ...(input.confirms ? { confirmedAt: tx.now } : {}) })
		.where(and(eq(totp.id, row.id), lt(totp.lastStep, step)))
		.returning({ id: totp.id });
	return taken.length === 1;
}

/** Whether the person has an authenticator app that was confirmed. */
export async function hasTotp(tx: Tx, userId: string): Promise<boolean> {
	return (await tx.$count(totp, and(eq(totp.userId, userId), isNotNull(totp.confirmedAt)))) > 0;
}
