import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { PasskeyAnswer, RelyingParty } from '../src/lib/identity/passkeys.server.ts';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

/** Bits of the authenticator's data (WebAuthn Level 3, 6.1). */
const flag = { present: 0x01, verified: 0x04, keyInside: 0x40 } as const;

/** How an answer is to differ from what an honest authenticator says. */
export interface Trick {
	/** what it says of how often it was used; else one more than the last time */
	count?: number;
	/** false: nobody was asked for a finger, a face or a PIN */
	verified?: boolean;
	/** where the browser was */
	origin?: string;
}

/**
 * A passkey without a browser, as the WebAuthn standard describes it: an ES256 key that counts its uses. A copy of it is
 * what a thief has who could read the device.
 */
export class Authenticator {
	readonly id = randomBytes(16);
	readonly site: RelyingParty;
	count = 0;
	readonly #key: KeyObject;
	readonly #cose: Buffer;

	constructor(site: RelyingParty) {
		this.site = site;
		const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		this.#key = privateKey;
		const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
		const point = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
		// COSE (RFC 9053): key type EC2, algorithm ES256, curve P-256, and the point.
		this.#cose = Buffer.from(
			isoCBOR.encode(
				new Map<number, number | Uint8Array>([
					[1, 2],
					[3, -7],
					[-1, 1],
					[-2, point(x)],
					[-3, point(y)],
				]),
			),
		);
	}

	get name(): string {
		return this.id.toString('base64url');
	}

	#data(trick: Trick, more: number): Buffer {
		this.count = trick.count ?? this.count + 1;
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(this.count);
		const verified = trick.verified === false ? 0 : flag.verified;
		return Buffer.concat([sha256(this.site.id), Buffer.from([flag.present | verified | more]), counter]);
	}

	#client(type: string, challenge: string, { origin = this.site.origin }: Trick): Buffer {
		return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	}

	#answer(challenge: string, response: Record<string, string>): PasskeyAnswer {
		const id = this.name;
		const answer = { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
		return { response: JSON.stringify(answer), challenge, site: this.site };
	}

	/** Makes the key known: the answer to what a page asks for a new passkey. */
	register(challenge: string, trick: Trick = {}): PasskeyAnswer {
		const length = Buffer.alloc(2);
		length.writeUInt16BE(this.id.length);
		const key = Buffer.concat([Buffer.alloc(16), length, this.id, this.#cose]);
		const authData = Buffer.concat([this.#data(trick, flag.keyInside), key]);
		const attestation = isoCBOR.encode(
			new Map<string, string | Uint8Array | Map<string, string>>([
				['fmt', 'none'],
				['attStmt', new Map<string, string>()],
				['authData', new Uint8Array(authData)],
			]),
		);
		return this.#answer(challenge, {
			clientDataJSON: this.#client('webauthn.create', challenge, trick).toString('base64url'),
			attestationObject: Buffer.from(attestation).toString('base64url'),
		});
	}

	/** Signs what the sign-in page asks. */
	sign(challenge: string, trick: Trick = {}): PasskeyAnswer {
		const authData = this.#data(trick, 0);
		const client = this.#client('webauthn.get', challenge, trick);
		const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), this.#key);
		return this.#answer(challenge, {
			clientDataJSON: client.toString('base64url'),
			authenticatorData: authData.toString('base64url'),
			signature: signature.toString('base64url'),
		});
	}
}

/** What a page asks, once. */
export const newChallenge = (): string => randomBytes(32).toString('base64url');
