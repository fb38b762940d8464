import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor, services, type Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import { notifyUser } from '../notifications/notify.server.ts';
import { systemActor, type StaffActor, type SystemActor } from './actor.ts';
import { hashPassword } from './passwords.server.ts';
import { hashToken, newToken } from './sessions.server.ts';
import { credentialToken, passkey, session, totp, userAccount } from './tables.server.ts';
import { beginAttempt } from './throttle.server.ts';

export type LinkPurpose = 'invitation' | 'reset';

/** Milliseconds a link can be used: an invitation a week, a new password an hour. */
const lifetimes: Record<LinkPurpose, number> = { invitation: 7 * 86_400_000, reset: 3_600_000 };
const paths: Record<LinkPurpose, string> = { invitation: '/invitation', reset: '/reset' };

/**
 * Writes a link that can be used once, and mails it. Only its hash is kept.
 * @returns the path, for a command that shows it
 */
async function sendLink(
	tx: Tx,
	actor: StaffActor | SystemActor,
	userId: string,
	purpose: LinkPurpose,
): Promise<string> {
	const token = newToken();
	const expiresAt = new Date(tx.now.getTime() + lifetimes[purpose]);
	await tx.insert(credentialToken).values({ hash: hashToken(token), userId, purpose, createdAt: tx.now, expiresAt });
	const path = `${paths[purpose]}/${token}`;
	await notifyUser(tx, actor, userId, purpose, path);
	return path;
}

/** Invites a new user to choose how to sign in. In the transaction that makes them. @returns the link's path */
export const invite = (tx: Tx, actor: StaffActor | SystemActor, userId: string): Promise<string> =>
	sendLink(tx, actor, userId, 'invitation');

/**
 * Invites a user anew: password, passkeys and authenticator app are gone at once, and so is every session. The only
 * way back for somebody who lost the second factor, and it is in the log.
 * @throws DomainError `user.not_found` 404, `identity.not_oneself` 422
 */
export async function inviteAnew(actor: StaffActor, userId: string): Promise<void> {
	if (actor.userId === userId) throw new DomainError('identity.not_oneself', 422);
	await asActor(systemActor, async (tx) => {
		const cleared = await tx
			.update(userAccount)
			.set({ passwordHash: null })
			.where(
				and(eq(userAccount.id, userId), eq(userAccount.authorityId, actor.authorityId), eq(userAccount.active, true)),
			)
			.returning({ id: userAccount.id });
		if (cleared.length === 0) throw notFound('user');
		await tx.delete(totp).where(eq(totp.userId, userId));
		await tx.delete(passkey).where(eq(passkey.userId, userId));
		await tx.delete(credentialToken).where(eq(credentialToken.userId, userId));
		await tx.delete(session).where(eq(session.userId, userId));
		await sendLink(tx, systemActor, userId, 'invitation');
		await audit(tx, actor, { action: 'user.invite_anew', subjectType: 'user', subjectId: userId });
	});
}

/** Milliseconds that asking for a new password always takes, so that the time does not tell who is known. */
const steady = 400;

/**
 * Mails a link for a new password, when somebody has this address; what the caller sees is the same either way, also
 * after too many. Whoever signs in with the municipality's own account or was only just invited gets none.
 */
export async function askForReset(input: { email: string; from: string }): Promise<void> {
	const done = new Promise((resolve) => setTimeout(resolve, steady));
	try {
		await beginAttempt({ reset: input.email, address: input.from });
		await sendReset(input.email);
	} catch (cause) {
		// Told to nobody, or the answer would differ; the link that was sent before still works.
		if (!(cause instanceof DomainError) || cause.status !== 429) throw cause;
	} finally {
		await done;
	}
}

async function sendReset(email: string): Promise<void> {
	const { oidc } = services().config;
	await asActor(systemActor, async (tx) => {
		await tx.delete(credentialToken).where(lt(credentialToken.expiresAt, tx.now));
		const [user] = await tx
			.select({ id: userAccount.id, subject: userAccount.oidcSubject })
			.from(userAccount)
			.where(and(eq(sql`lower(${userAccount.email})`, email.toLowerCase()), eq(userAccount.active, true)));
		if (!user || (oidc && user.subject)) return;
		await sendLink(tx, systemActor, user.id, 'reset');
		await audit(tx, systemActor, { action: 'identity.ask_reset', subjectType: 'user', subjectId: user.id });
	});
}

export interface LinkHolder {
	userId: string;
	email: string;
	name: string;
}

/**
 * Whose link this is.
 * @throws DomainError `identity.link_unknown` 404 when it is unknown, used, too old or for another purpose: all alike
 */
export async function readLink(tx: Tx, token: string, purpose: LinkPurpose): Promise<LinkHolder> {
	const [found] = await tx
		.select({ userId: userAccount.id, email: userAccount.email, name: userAccount.name })
		.from(credentialToken)
		.innerJoin(userAccount, eq(userAccount.id, credentialToken.userId))
		.where(
			and(
				eq(credentialToken.hash, hashToken(token)),
				eq(credentialToken.purpose, purpose),
				gt(credentialToken.expiresAt, tx.now),
				eq(userAccount.active, true),
			),
		);
	if (!found) throw new DomainError('identity.link_unknown', 404);
	return found;
}

export const openLink = (token: string, purpose: LinkPurpose): Promise<LinkHolder> =>
	asActor(systemActor, (tx) => readLink(tx, token, purpose));

/**
 * Uses the link up, with every other of the same person. Of two who use it at once, one is refused.
 * @throws DomainError `identity.link_unknown` 404
 */
export async function useLink(tx: Tx, token: string, purpose: LinkPurpose): Promise<LinkHolder> {
	const holder = await readLink(tx, token, purpose);
	const used = await tx
		.delete(credentialToken)
		.where(eq(credentialToken.hash, hashToken(token)))
		.returning({ hash: credentialToken.hash });
	if (used.length === 0) throw new DomainError('identity.link_unknown', 404);
	await tx.delete(credentialToken).where(eq(credentialToken.userId, holder.userId));
	return holder;
}

/**
 * Gives the link's holder a password and ends their sessions. What is left of signing in is the second factor: a link
 * never takes its place.
 * @throws DomainError `identity.link_unknown` 404; `identity.password_short`, `identity.password_common` 422 (field password)
 */
export async function choosePassword(token: string, purpose: LinkPurpose, password: string): Promise<LinkHolder> {
	const { email, name } = await openLink(token, purpose);
	// Outside the transaction: hashing takes long, and the embedded database has one connection.
	const passwordHash = await hashPassword(password, [email, name]);
	return asActor(systemActor, async (tx) => {
		const holder = await useLink(tx, token, purpose);
		await tx.update(userAccount).set({ passwordHash }).where(eq(userAccount.id, holder.userId));
		await tx.delete(session).where(eq(session.userId, holder.userId));
		const action = purpose === 'reset' ? 'user.reset_password' : 'user.accept_invitation';
		await audit(tx, systemActor, { action, subjectType: 'user', subjectId: holder.userId });
		if (purpose === 'reset') await notifyUser(tx, systemActor, holder.userId, 'account_changed', '/account');
		return holder;
	});
}
