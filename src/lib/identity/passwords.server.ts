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

/** Easily told apart, read aloud and typed: no 0/O, 1/l/i, u/v. */
const alphabet = 'abcdefghjkmnpqrstwxyz23456789';

/** A first password to hand over: 20 characters in groups, 97 random bits. */
export function newPassword(): string {
	const characters: string[] = [];
	while (characters.length < 20) {
		for (const byte of randomBytes(32)) {
			// Bytes beyond the last whole multiple would make the first letters likelier.
			const letter = byte < 256 - (256 % alphabet.length) ? alphabet[byte % alphabet.length] : undefined;
			if (letter && characters.length < 20) characters.push(letter);
		}
	}
	return characters.join('').replaceAll(/(.{5})(?!$)/g, '$1-');
}
