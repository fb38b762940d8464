import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { DomainError } from '../errors.ts';

/*
 * Ciphertext layout: 1 byte version (1) · 12 bytes nonce · 16 bytes tag · ciphertext. AES-256-GCM; the nonce is random,
 * which NIST SP 800-38D allows for up to 2^32 messages a key: a citizen's key seals some hundreds.
 * The place (table, column, row) is authenticated with it, so a value moved to another place does not open.
 */
const version = 1;
const nonceLength = 12;
const tagLength = 16;

/** 32 random bytes: one citizen's data key. */
export const newDataKey = (): Buffer => randomBytes(32);

/**
 * @param key 32 bytes
 * @param place what the ciphertext is bound to, e.g. `referral.need:<id>`
 */
export function seal(key: Buffer, place: string, plain: string | Buffer): Buffer {
	const nonce = randomBytes(nonceLength);
	const cipher = createCipheriv('aes-256-gcm', key, nonce);
	cipher.setAAD(Buffer.from(place, 'utf8'));
	const body = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]);
}

/** @throws DomainError `encryption.unreadable` 500 when key, place or a single bit is another. */
export function unseal(key: Buffer, place: string, sealed: Buffer): Buffer {
	try {
		if (sealed[0] !== version) throw new Error('unknown version');
		const nonce = sealed.subarray(1, 1 + nonceLength);
		const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
		const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
		decipher.setAAD(Buffer.from(place, 'utf8'));
		decipher.setAuthTag(tag);
		return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength + tagLength)), decipher.final()]);
	} catch (cause) {
		throw new DomainError('encryption.unreadable', 500, 'A sealed value does not open.', {
			place: place.split(':')[0],
			cause: (cause as Error).message,
		});
	}
}

export interface MasterKey {
	/** names the key without revealing it: the beginning of its SHA-256 */
	readonly id: string;
	/** every key that can be opened with: its own, and during a rotation the other one */
	readonly ids: readonly string[];
	wrap(dataKey: Buffer, citizenId: string): Buffer;
	unwrap(wrapped: Buffer, citizenId: string): Buffer;
	/** for values that belong to no citizen, e.g. a mail to a colleague */
	seal(place: string, text: string): Buffer;
	open(place: string, sealed: Buffer): string;
	/** The same value under the key that seals now; undefined when it is already. @param place also `citizen_key:<id>` */
	renew(place: string, sealed: Buffer): Buffer | undefined;
}

/** The place of a citizen's wrapped key. */
export const keyPlace = (citizenId: string): string => `citizen_key:${citizenId}`;

const nameOf = (key: Buffer) => createHash('sha256').update(key).digest('hex').slice(0, 12);

/**
 * @param key 32 bytes: seals and opens
 * @param also 32 bytes: opens as well and seals nothing, while the one is exchanged for the other
 */
export function masterKey(key: Buffer, also?: Buffer): MasterKey {
	const unsealAny = (where: string, sealed: Buffer): Buffer => {
		if (!also) return unseal(key, where, sealed);
		try {
			return unseal(key, where, sealed);
		} catch {
			// Not sealed with this one; what the other one says is the answer.
			return unseal(also, where, sealed);
		}
	};
	const isCurrent = (where: string, sealed: Buffer): boolean => {
		try {
			unseal(key, where, sealed);
			return true;
		} catch {
			return false;
		}
	};
	return {
		id: nameOf(key),
		ids: [key, ...(also ? [also] : [])].map(nameOf),
		wrap: (dataKey, citizenId) => seal(key, keyPlace(citizenId), dataKey),
		unwrap: (wrapped, citizenId) => unsealAny(keyPlace(citizenId), wrapped),
		seal: (where, text) => seal(key, where, text),
		open: (where, sealed) => unsealAny(where, sealed).toString('utf8'),
		renew: (where, sealed) => (isCurrent(where, sealed) ? undefined : seal(key, where, unsealAny(where, sealed))),
	};
}
