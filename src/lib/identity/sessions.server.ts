import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import { asActor, services, type Tx } from '../database/as-actor.server.ts';
import { seal, unseal } from '../citizens/encryption.server.ts';
import { systemActor, type Role, type UserActor } from './actor.ts';
import { organisation } from '../catalogue/tables.server.ts';
import { centre, membership, session, userAccount } from './tables.server.ts';

/** ASVS 5.0 7.3: idle and absolute limits; the values are trust statement 3's. */
const idleMinutes = 30;
const absoluteHours = 12;
/** Between the password and the second factor: time to find the phone. */
const halfwayMinutes = 15;

interface SessionAttributes {
	membership_id: string | null;
	created_at: Date;
	stage: 'full' | 'halfway';
	provider_session: string | null;
	id_token: Buffer | null;
}
interface UserAttributes {
	name: string;
	active: boolean;
}
declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionAttributes, UserAttributes>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: UserAttributes;
	}
}

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => asActor(systemActor, work);
/** Lucia knows only the machine's clock; the table keeps the application's, which a test may move. */
const clockAhead = () => services().clock().getTime() - Date.now();
const toOurClock = (date: Date) => new Date(date.getTime() + clockAhead());
const toMachineClock = (date: Date) => new Date(date.getTime() - clockAhead());

const toDatabaseSession = (row: typeof session.$inferSelect) => ({
	id: row.id,
	userId: row.userId,
	expiresAt: toMachineClock(row.expiresAt),
	attributes: {
		membership_id: row.membershipId,
		created_at: row.createdAt,
		stage: row.stage,
		provider_session: row.providerSession,
		id_token: row.idToken,
	},
});

const adapter: Adapter = {
	getSessionAndUser: (id) =>
		asSystem(async (tx) => {
			const [row] = await tx
				.select({ session, user: userAccount })
				.from(session)
				.innerJoin(userAccount, eq(userAccount.id, session.userId))
				.where(eq(session.id, id));
			if (!row) return [null, null];
			const { id: userId, name, active } = row.user;
			return [toDatabaseSession(row.session), { id: userId, attributes: { name, active } }];
		}),
	getUserSessions: (userId) =>
		asSystem(async (tx) => (await tx.select().from(session).where(eq(session.userId, userId))).map(toDatabaseSession)),
	setSession: ({ id, userId, expiresAt, attributes }) =>
		asSystem(async (tx) => {
			const { membership_id: membershipId, created_at: createdAt, stage } = attributes;
			const { provider_session: providerSession, id_token: idToken } = attributes;
			const expiry = { expiresAt: toOurClock(expiresAt), createdAt };
			await tx.insert(session).values({ id, userId, membershipId, stage, providerSession, idToken, ...expiry });
		}),
	updateSessionExpiration: (id, expiresAt) =>
		asSystem(async (tx) => {
			await tx
				.update(session)
				.set({ expiresAt: toOurClock(expiresAt) })
				.where(eq(session.id, id));
		}),
	deleteSession: (id) => asSystem(async (tx) => void (await tx.delete(session).where(eq(session.id, id)))),
	deleteUserSessions: (userId) =>
		asSystem(async (tx) => void (await tx.delete(session).where(eq(session.userId, userId)))),
	deleteExpiredSessions: () =>
		asSystem(async (tx) => void (await tx.delete(session).where(lt(session.expiresAt, sql`app_now()`)))),
};

const lucia = new Lucia(adapter, {
	sessionExpiresIn: new TimeSpan(idleMinutes, 'm'),
	getSessionAttributes: (attributes) => attributes,
	getUserAttributes: ({ name, active }) => ({ name, active }),
});

/** What a cookie's token is known as in the database. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
/** 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export interface Membership {
	id: string;
	role: Role;
	centreId: string | null;
	organisationId: string | null;
	declaredAt: Date | null;
	/** the name of the centre or organisation; null for the roles that belong to none */
	place: { da: string; en: string } | null;
}

export interface SignedIn {
	stage: 'full';
	sessionId: string;
	user: { id: string; name: string };
	memberships: Membership[];
	/** undefined when the user belongs nowhere (any more) */
	actor: UserActor | undefined;
	/** when the person last showed who they are */
	since: Date;
	expiresAt: Date;
}

/** The password was right; who it is stays unproven until the second factor. */
export interface Halfway {
	stage: 'halfway';
	sessionId: string;
	userId: string;
}

function toActor(userId: string, authorityId: string, worn: Membership): UserActor {
	const { id: membershipId, role, centreId, organisationId, declaredAt } = worn;
	if (role === 'organisation_contact' && organisationId) {
		return {
			kind: 'organisation',
			role,
			userId,
			membershipId,
			authorityId,
			organisationId,
			declared: declaredAt !== null,
		};
	}
	if (role === 'organisation_contact') throw new Error('a contact without an organisation');
	return { kind: 'staff', role, userId, membershipId, authorityId, centreId };
}

/** The key an ID token is sealed with: of the cookie's token, which the database does not have. */
const idTokenKey = (token: string) => createHash('sha256').update(`id token ${token}`).digest();
const idTokenPlace = (sessionId: string) => `session.id_token:${sessionId}`;

/** How a session came about, where that is not by a password and a second factor of ours. */
export interface SessionOrigin {
	stage?: 'full' | 'halfway';
	/** a sign-in at the municipality's own provider */
	provider?: { session: string | null; idToken: string };
}

/**
 * Begins a session.
 * @param replaces the session id the browser had before, which ends
 * @returns the token for the cookie; only its hash is stored
 */
export async function createSession(
	userId: string,
	membershipId: string | null,
	replaces?: string,
	{ stage = 'full', provider }: SessionOrigin = {},
): Promise<{ token: string; expiresAt: Date }> {
	if (replaces) await lucia.invalidateSession(replaces);
	// Nobody asks for a session that has ended: those are cleared away whenever a new one begins.
	await lucia.deleteExpiredSessions();
	const token = newToken();
	const id = hashToken(token);
	const created = await lucia.createSession(
		userId,
		{
			membership_id: membershipId,
			created_at: services().clock(),
			stage,
			provider_session: provider?.session ?? null,
			id_token: provider ? seal(idTokenKey(token), idTokenPlace(id), provider.idToken) : null,
		},
		{ sessionId: id },
	);
	return { token, expiresAt: toOurClock(created.expiresAt) };
}

/** The ID token of a session that began at the provider; undefined for another. */
export async function idTokenOf(token: string): Promise<string | undefined> {
	const id = hashToken(token);
	const [row] = await asSystem((tx) => tx.select({ sealed: session.idToken }).from(session).where(eq(session.id, id)));
	return row?.sealed ? unseal(idTokenKey(token), idTokenPlace(id), row.sealed).toString('utf8') : undefined;
}

/**
 * Who the token belongs to; undefined when it has expired, was ended, or the user is no longer active. Somebody halfway
 * in has no name, no memberships and no actor: only their second factor can be asked for.
 */
export async function readSession(token: string): Promise<SignedIn | Halfway | undefined> {
	const { session: found, user } = await lucia.validateSession(hashToken(token));
	if (!found) return undefined;
	const longest = found.stage === 'full' ? absoluteHours * 3_600_000 : halfwayMinutes * 60_000;
	const tooOld = services().clock().getTime() - found.created_at.getTime() > longest;
	if (tooOld || !user.active) {
		await lucia.invalidateSession(found.id);
		return undefined;
	}
	if (found.stage !== 'full') return { stage: 'halfway', sessionId: found.id, userId: user.id };
	const { memberships, authorityId } = await membershipsOf(user.id);
	const worn = memberships.find((each) => each.id === found.membership_id) ?? memberships[0];
	return {
		stage: 'full',
		sessionId: found.id,
		user: { id: user.id, name: user.name },
		memberships,
		actor: worn && toActor(user.id, authorityId, worn),
		since: found.created_at,
		expiresAt: toOurClock(found.expiresAt),
	};
}

/** As `readSession`, for whoever is wholly signed in. */
export async function validateSession(token: string): Promise<SignedIn | undefined> {
	const found = await readSession(token);
	return found?.stage === 'full' ? found : undefined;
}

async function membershipsOf(userId: string): Promise<{ memberships: Membership[]; authorityId: string }> {
	return asSystem(async (tx) => {
		const rows = await tx
			.select({
				membership,
				authorityId: userAccount.authorityId,
				centre: { da: centre.name, en: centre.nameEn },
				organisation: organisation.name,
			})
			.from(membership)
			.innerJoin(userAccount, eq(userAccount.id, membership.userId))
			.leftJoin(centre, eq(centre.id, membership.centreId))
			.leftJoin(organisation, eq(organisation.id, membership.organisationId))
			.where(and(eq(membership.userId, userId), isNull(membership.endedAt)))
			.orderBy(membership.createdAt, membership.id);
		return {
			memberships: rows.map(({ membership: m, centre: at, organisation: within }) => ({
				id: m.id,
				role: m.role,
				centreId: m.centreId,
				organisationId: m.organisationId,
				declaredAt: m.declaredAt,
				place: within === null ? at : { da: within, en: within },
			})),
			authorityId: rows[0]?.authorityId ?? systemActor.authorityId,
		};
	});
}

/** Puts on another of one's hats; ignored when the membership is not the user's. */
export async function wearMembership(signedIn: SignedIn, membershipId: string): Promise<void> {
	if (!signedIn.memberships.some((each) => each.id === membershipId)) return;
	await asSystem(
		async (tx) => void (await tx.update(session).set({ membershipId }).where(eq(session.id, signedIn.sessionId))),
	);
}

export const endSession = (sessionId: string): Promise<void> => lucia.invalidateSession(sessionId);
export const endSessionsOf = (userId: string): Promise<void> => lucia.invalidateUserSessions(userId);
