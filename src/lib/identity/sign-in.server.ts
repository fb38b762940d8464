import { and, eq, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor, services } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { systemActor } from './actor.ts';
import { firstMembership, type Admitted } from './admitted.server.ts';
import { demoPeople } from './demo-people.ts';
import { verifyPassword } from './passwords.server.ts';
import { assertOwnAccount } from './oidc-only.server.ts';
import { userAccount } from './tables.server.ts';
import { attemptSucceeded, beginAttempt } from './throttle.server.ts';

/**
 * Checks an address and a password, the first half of signing in: the second factor is still to come. An unknown address, a closed account and a wrong password take the same steps and
 * give the same answer.
 * @param from the network address the attempt comes from
 * @throws DomainError `identity.sign_in_failed` 422, `identity.too_many_attempts` 429
 */
export async function signIn(input: { email: string; password: string; from: string }): Promise<Admitted> {
	const keys = { account: input.email, address: input.from };
	await beginAttempt(keys);
	const account = await asActor(systemActor, async (tx) => {
		const [found] = await tx
			.select({ id: userAccount.id, hash: userAccount.passwordHash })
			.from(userAccount)
			.where(and(eq(sql`lower(${userAccount.email})`, input.email.toLowerCase()), eq(userAccount.active, true)));
		return found;
	});
	// Outside the transaction: hashing takes long, and the embedded database has one connection.
	const right = await verifyPassword(account?.hash, input.password);
	const admitted = await asActor(systemActor, async (tx) => {
		const subject = account ? { subjectType: 'user' as const, subjectId: account.id } : {};
		const result = right ? {} : { result: 'identity.sign_in_failed' };
		await audit(tx, systemActor, { action: 'identity.sign_in', ...subject, ...result });
		if (right && account) await assertOwnAccount(tx, account.id);
		return right && account ? { userId: account.id, ...(await firstMembership(tx, account.id)) } : undefined;
	});
	if (!admitted) throw new DomainError('identity.sign_in_failed', 422);
	await attemptSucceeded(keys);
	return admitted;
}

/**
 * Becomes one of the demo's people, with no password.
 * @throws DomainError `page.not_found` 404 where there is no demo, and for anyone who is not one of them
 */
export async function signInToDemo(key: string): Promise<Admitted> {
	const email = demoPeople.find((person) => person.key === key)?.email;
	if (!services().config.demo || !email) throw new DomainError('page.not_found', 404);
	return asActor(systemActor, async (tx) => {
		const [account] = await tx
			.select({ id: userAccount.id })
			.from(userAccount)
			.where(and(eq(userAccount.email, email), eq(userAccount.demo, true), eq(userAccount.active, true)));
		if (!account) throw new DomainError('page.not_found', 404);
		await audit(tx, systemActor, { action: 'identity.sign_in_demo', subjectType: 'user', subjectId: account.id });
		return { userId: account.id, ...(await firstMembership(tx, account.id)) };
	});
}
