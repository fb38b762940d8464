import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { and, eq, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { tellAccountChanged } from './account-mail.server.ts';
import { systemActor } from './actor.ts';
import { firstMembership, type Admitted } from './admitted.server.ts';
import { assertOwnAccount } from './oidc-only.server.ts';
import { useLink } from './credential-links.server.ts';
import { assertMayAdd, factorsOf, lockAccount } from './second-factor.server.ts';
import { passkey, session, userAccount } from './tables.server.ts';
import { attemptSucceeded, beginAttempt } from './throttle.server.ts';

type PasskeyRow = typeof passkey.$inferSelect;
type RegistrationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;
type AuthenticationOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/** What a passkey is bound to: the site's host, and the address it is used at. */
export interface RelyingParty {
	id: string;
	origin: string;
}

/** As its owner sees it. */
export type OwnPasskey = Pick<PasskeyRow, 'id' | 'name' | 'createdAt' | 'lastUsedAt'>;

const failed = () => new DomainError('identity.passkey_failed', 422);
const ofUser = (tx: Tx, userId: string) => tx.select().from(passkey).where(eq(passkey.userId, userId));

export const listPasskeys = (userId: string): Promise<OwnPasskey[]> =>
	asActor(systemActor, async (tx) =>
		(await ofUser(tx, userId)).map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
	);

/** What the browser is asked for a new passkey: one that is found by itself and asks who holds it (PIN, finger, face). */
export async function newPasskeyOptions(userId: string, site: RelyingParty): Promise<RegistrationOptions> {
	const { account, known } = await asActor(systemActor, async (tx) => {
		const [account] = await tx
			.select({ email: userAccount.email, name: userAccount.name })
			.from(userAccount)
			.where(eq(userAccount.id, userId));
		return { account, known: await ofUser(tx, userId) };
	});
	if (!account) throw new Error('a session without its user');
	return generateRegistrationOptions({
		rpName: 'Socialkompas',
		rpID: site.id,
		userID: Uint8Array.from(Buffer.from(userId)),
		userName: account.email,
		userDisplayName: account.name,
		excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	});
}

/** @param userId whose passkeys are asked for; undefined: any, the passkey says whose it is */
export async function passkeyOptions(site: RelyingParty, userId: string | undefined): Promise<AuthenticationOptions> {
	const known = userId ? await asActor(systemActor, (tx) => ofUser(tx, userId)) : [];
	return generateAuthenticationOptions({
		rpID: site.id,
		userVerification: 'required',
		allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
	});
}

/** What came back from a browser, whoever sent it: the library checks the rest. */
function parse<T>(text: string): T {
	try {
		return JSON.parse(text) as T;
	} catch {
		throw failed();
	}
}

export interface PasskeyAnswer {
	/** the browser's answer, as JSON */
	response: string;
	challenge: string;
	site: RelyingParty;
}

type Registration = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type Authentication = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/**
 * Keeps a new passkey.
 * @param by `link`: the invitation that it uses up; `first`: somebody after their password, who has no second factor
 * yet; `own`: somebody signed in
 * @throws DomainError `identity.passkey_failed` 422, `identity.factor_exists` 409, `identity.link_unknown` 404
 */
export async function addPasskey(
	answer: PasskeyAnswer & { userId: string; name: string },
	by: { kind: 'link'; token: string } | { kind: 'first' } | { kind: 'own' },
): Promise<Admitted> {
	const { userId, challenge, site, name } = answer;
	const verified = await verifyRegistrationResponse({
		response: parse<Registration>(answer.response),
		expectedChallenge: challenge,
		expectedOrigin: site.origin,
		expectedRPID: site.id,
		requireUserVerification: true,
	}).catch(() => undefined);
	if (!verified?.verified) throw failed();
	const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
	return asActor(systemActor, async (tx) => {
		if (by.kind === 'link') {
			const holder = await useLink(tx, by.token, 'invitation');
			if (holder.userId !== userId) throw failed();
			await tx.delete(session).where(eq(session.userId, userId));
			await audit(tx, systemActor, { action: 'user.accept_invitation', subjectType: 'user', subjectId: userId });
		}
		await assertMayAdd(tx, userId, by.kind === 'first');
		await tx.insert(passkey).values({
			id,
			userId,
			publicKey: Buffer.from(publicKey).toString('base64url'),
			counter,
			transports,
			name: name.slice(0, 60),
			createdAt: tx.now,
		});
		await audit(tx, systemActor, { action: 'user.add_factor', subjectType: 'user', subjectId: userId });
		await tellAccountChanged(tx, userId);
		return { userId, ...(await firstMembership(tx, userId)) };
	});
}

/**
 * Lets in whoever has the passkey and was verified by it: both factors at once.
 * @param expected whose it must be, for somebody after their password
 * @throws DomainError `identity.passkey_failed` 422, `identity.too_many_attempts` 429
 */
export async function signInWithPasskey(
	answer: PasskeyAnswer & { from: string; expected: string | undefined },
): Promise<Admitted> {
	const keys = { address: answer.from };
	await beginAttempt(keys);
	const response = parse<Authentication>(answer.response);
	const row = await asActor(systemActor, async (tx) => {
		const [found] = await tx
			.select({ passkey })
			.from(passkey)
			.innerJoin(userAccount, eq(userAccount.id, passkey.userId))
			.where(and(eq(passkey.id, String(response.id)), eq(userAccount.active, true)));
		return found?.passkey;
	});
	if (!row || (answer.expected !== undefined && row.userId !== answer.expected)) throw failed();
	const verified = await verifyAuthenticationResponse({
		response,
		expectedChallenge: answer.challenge,
		expectedOrigin: answer.site.origin,
		expectedRPID: answer.site.id,
		credential: {
			id: row.id,
			publicKey: Uint8Array.from(Buffer.from(row.publicKey, 'base64url')),
			counter: row.counter,
			transports: row.transports,
		},
		requireUserVerification: true,
	}).catch(() => undefined);
	const right = verified?.verified === true;
	const { userId } = row;
	const admitted = await asActor(systemActor, async (tx) => {
		const result = right ? {} : { result: 'identity.passkey_failed' };
		await audit(tx, systemActor, { action: 'identity.passkey', subjectType: 'user', subjectId: userId, ...result });
		if (!right) return undefined;
		await assertOwnAccount(tx, userId);
		// Two answers with the same count at once: a copied key. One of them is refused.
		const { newCounter } = verified.authenticationInfo;
		const counted = await tx
			.update(passkey)
			.set({ counter: newCounter, lastUsedAt: tx.now })
			.where(
				and(
					eq(passkey.id, row.id),
					sql`(${passkey.counter} < ${newCounter} or ${passkey.counter} = 0 and ${newCounter} = 0)`,
				),
			)
			.returning({ id: passkey.id });
		return counted.length === 1 ? { userId, ...(await firstMembership(tx, userId)) } : undefined;
	});
	if (!admitted) throw failed();
	await attemptSucceeded(keys);
	return admitted;
}

/**
 * Takes a passkey away, unless it is the last way in.
 * @throws DomainError `identity.last_factor` 422, `user.not_found` 404 for one that is not theirs
 */
export async function removePasskey(userId: string, id: string): Promise<void> {
	await asActor(systemActor, async (tx) => {
		const account = await lockAccount(tx, userId);
		const { totp, passkeys } = await factorsOf(tx, userId);
		if (passkeys < 2 && !(totp && account?.hash)) throw new DomainError('identity.last_factor', 422);
		const gone = await tx
			.delete(passkey)
			.where(and(eq(passkey.id, id), eq(passkey.userId, userId)))
			.returning({ id: passkey.id });
		if (gone.length === 0) throw new DomainError('user.not_found', 404);
		await audit(tx, systemActor, { action: 'user.end_factor', subjectType: 'user', subjectId: userId });
		await tellAccountChanged(tx, userId);
	});
}
