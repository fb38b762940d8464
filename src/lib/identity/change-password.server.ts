import { and, eq, ne } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { systemActor, type UserActor } from './actor.ts';
import { hashPassword, verifyPassword } from './passwords.server.ts';
import { session, userAccount } from './tables.server.ts';
import { attemptSucceeded, beginAttempt } from './throttle.server.ts';
import { tellAccountChanged } from './account-mail.server.ts';

/**
 * Gives the signed-in person a new password and ends their other sessions (ASVS 5.0 7.4.3). Hashing happens between
 * two transactions, so that no connection waits for it. As the system: no other role may touch a password.
 * @param sessionId the one that goes on · @param from the network address the attempt comes from
 * @throws DomainError 422 (field current or password): `identity.password_wrong`, `identity.password_short`,
 * `identity.password_common`; `identity.too_many_attempts` 429
 */
export async function changePassword(
	actor: UserActor,
	input: { current: string; password: string; sessionId: string; from: string },
): Promise<void> {
	const own = eq(userAccount.id, actor.userId);
	const account = await asActor(systemActor, async (tx) => {
		const [found] = await tx
			.select({ email: userAccount.email, name: userAccount.name, hash: userAccount.passwordHash })
			.from(userAccount)
			.where(own);
		return found;
	});
	if (!account) throw new Error('a session without its user');
	const keys = { account: account.email, address: input.from };
	await beginAttempt(keys);
	if (!(await verifyPassword(account.hash, input.current))) {
		throw new DomainError('identity.password_wrong', 422, 'identity.password_wrong', { field: 'current' });
	}
	await attemptSucceeded(keys);
	const passwordHash = await hashPassword(input.password, [account.email, account.name]);
	await asActor(systemActor, async (tx) => {
		await tx.update(userAccount).set({ passwordHash }).where(own);
		await tx.delete(session).where(and(eq(session.userId, actor.userId), ne(session.id, input.sessionId)));
		await audit(tx, actor, { action: 'user.change_password', subjectType: 'user', subjectId: actor.userId });
		await tellAccountChanged(tx, actor.userId);
	});
}
