import { eq } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { tellAccountChanged } from './account-mail.server.ts';
import { systemActor } from './actor.ts';
import { firstMembership, type Admitted } from './admitted.server.ts';
import { passkey, totp, userAccount } from './tables.server.ts';
import { attemptSucceeded, beginAttempt } from './throttle.server.ts';
import { hasTotp, offerTotp, takeTotpCode, type TotpOffer } from './totp.server.ts';

/** What somebody can show beside a password. */
export interface Factors {
	totp: boolean;
	passkeys: number;
}

/** As the system. */
export async function factorsOf(tx: Tx, userId: string): Promise<Factors> {
	return { totp: await hasTotp(tx, userId), passkeys: await tx.$count(passkey, eq(passkey.userId, userId)) };
}

export const readFactors = (userId: string): Promise<Factors> => asActor(systemActor, (tx) => factorsOf(tx, userId));

/**
 * Takes the account for the rest of the transaction: of two who each take a second factor away at the same moment, the
 * later one sees what is left. As the system.
 */
export async function lockAccount(tx: Tx, userId: string): Promise<{ hash: string | null } | undefined> {
	const [row] = await tx
		.select({ hash: userAccount.passwordHash })
		.from(userAccount)
		.where(eq(userAccount.id, userId))
		.for('update');
	return row;
}

async function account(tx: Tx, userId: string): Promise<{ id: string; email: string; authorityId: string }> {
	const [row] = await tx
		.select({ id: userAccount.id, email: userAccount.email, authorityId: userAccount.authorityId })
		.from(userAccount)
		.where(eq(userAccount.id, userId));
	if (!row) throw new Error('a session without its user');
	return row;
}

/**
 * An authenticator app to set up, for somebody signed in or halfway in.
 * @param first true: they have no second factor yet, and are refused when they have (a password alone adds none)
 * @throws DomainError `identity.factor_exists` 409
 */
export async function beginTotp(userId: string, first: boolean): Promise<TotpOffer> {
	return asActor(systemActor, async (tx) => {
		await assertMayAdd(tx, userId, first);
		return offerTotp(tx, await account(tx, userId));
	});
}

/** @throws DomainError `identity.factor_exists` 409 for somebody halfway in who has a second factor already */
export async function assertMayAdd(tx: Tx, userId: string, first: boolean): Promise<void> {
	if (!first) return;
	const factors = await factorsOf(tx, userId);
	if (factors.totp || factors.passkeys > 0) throw new DomainError('identity.factor_exists', 409);
}

const wrongCode = () => new DomainError('identity.code_wrong', 422, 'identity.code_wrong', { field: 'code' });

/**
 * Takes the app's first code, from which on it is asked for.
 * @throws DomainError `identity.code_wrong` 422 (field code), `identity.factor_exists` 409, `identity.too_many_attempts` 429
 */
export async function confirmTotp(userId: string, code: string, first: boolean): Promise<Admitted> {
	await beginAttempt({ code: userId });
	const admitted = await asActor(systemActor, async (tx) => {
		await assertMayAdd(tx, userId, first);
		if (!(await takeTotpCode(tx, { userId, code, confirms: true }))) return undefined;
		await audit(tx, systemActor, { action: 'user.add_factor', subjectType: 'user', subjectId: userId });
		await tellAccountChanged(tx, userId);
		return { userId, ...(await firstMembership(tx, userId)) };
	});
	if (!admitted) throw wrongCode();
	await attemptSucceeded({ code: userId });
	return admitted;
}

/**
 * Checks the app's code of somebody whose password was right.
 * @throws DomainError `identity.code_wrong` 422 (field code), `identity.too_many_attempts` 429
 */
export async function checkCode(userId: string, code: string): Promise<Admitted> {
	await beginAttempt({ code: userId });
	const admitted = await asActor(systemActor, async (tx) => {
		const right = await takeTotpCode(tx, { userId, code, confirms: false });
		const result = right ? {} : { result: 'identity.code_wrong' };
		await audit(tx, systemActor, { action: 'identity.code', subjectType: 'user', subjectId: userId, ...result });
		return right ? { userId, ...(await firstMembership(tx, userId)) } : undefined;
	});
	if (!admitted) throw wrongCode();
	await attemptSucceeded({ code: userId });
	return admitted;
}

/**
 * Takes the authenticator app away, where a passkey is left.
 * @throws DomainError `identity.last_factor` 422
 */
export async function removeTotp(userId: string): Promise<void> {
	await asActor(systemActor, async (tx) => {
		await lockAccount(tx, userId);
		const { passkeys } = await factorsOf(tx, userId);
		if (passkeys === 0) throw new DomainError('identity.last_factor', 422);
		await tx.delete(totp).where(eq(totp.userId, userId));
		await audit(tx, systemActor, { action: 'user.end_factor', subjectType: 'user', subjectId: userId });
		await tellAccountChanged(tx, userId);
	});
}
