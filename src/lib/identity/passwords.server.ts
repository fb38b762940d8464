import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../errors.ts';
import { longestPassword, passwordFault } from './password-rules.ts';

/** OWASP's and ASVS 5.0's least for argon2id, which is the library's default kind: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashes a new password.
 * @param about the person's address and name, which it must not be made of
 * @returns an argon2id PHC string
 * @throws DomainError `identity.password_short` or `identity.password_common`, 422 (field password)
 */
export async function hashPassword(password: string, about: readonly string[] = []): Promise<string> {
	const fault = passwordFault(password, about);
	if (fault) throw new DomainError(fault, 422, fault, { field: 'password' });
	return hash(password.slice(0, longestPassword), cost);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed. Without a hash (an unknown address, an account without a password)
 * the same work is done and the answer is no, so that the time tells nothing.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
	nobodys ??= hash(randomBytes(32), cost);
	const matches = await verify(stored ?? (await nobodys), password.slice(0, longestPassword));
	return matches && typeof stored === 'string';
}
