import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor, services, type Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { defaultAuthority, staffRoles, systemActor, type Role, type SystemActor } from './actor.ts';
import { firstMembership, type Admitted } from './admitted.server.ts';
import { ensureCentres } from './centres.server.ts';
import type { MembershipInput } from './membership-place.ts';
import { membershipsOf } from './oidc-groups.ts';
import type { ProviderPerson } from './oidc.server.ts';
import { membership, session, userAccount } from './tables.server.ts';

type Account = Pick<typeof userAccount.$inferSelect, 'id' | 'active'>;

async function boundAccount(tx: Tx, { issuer, subject }: ProviderPerson): Promise<Account | undefined> {
	const [found] = await tx
		.select({ id: userAccount.id, active: userAccount.active })
		.from(userAccount)
		.where(and(eq(userAccount.oidcIssuer, issuer), eq(userAccount.oidcSubject, subject)));
	return found;
}

/**
 * The account of somebody who comes for the first time: a new one, or the one they had here with the same address, if
 * the provider has verified that it is theirs.
 */
async function firstTime(tx: Tx, person: ProviderPerson): Promise<Account> {
	const { issuer, subject, email, emailVerified, name } = person;
	if (!email) throw new DomainError('identity.provider_failed', 422);
	const bound = { oidcIssuer: issuer, oidcSubject: subject };
	const [known] = await tx
		.select()
		.from(userAccount)
		.where(eq(sql`lower(${userAccount.email})`, email.toLowerCase()));
	if (known) {
		if (!emailVerified || known.oidcSubject !== null || known.demo) {
			throw new DomainError('identity.provider_email_taken', 422);
		}
		await tx.update(userAccount).set(bound).where(eq(userAccount.id, known.id));
		await audit(tx, systemActor, { action: 'user.update', subjectType: 'user', subjectId: known.id });
		return known;
	}
	const [made] = await tx
		.insert(userAccount)
		.values({ authorityId: defaultAuthority, email, name: name ?? email, createdAt: tx.now, ...bound })
		.returning({ id: userAccount.id, active: userAccount.active });
	if (!made) throw new Error('an account was not written');
	await audit(tx, systemActor, { action: 'user.create', subjectType: 'user', subjectId: made.id });
	return made;
}

const same = (a: MembershipInput, b: MembershipInput) => a.role === b.role && a.centreId === b.centreId;

/** A role that somebody has just lost. */
export interface EndedRole {
	userId: string;
	role: Role;
	centreId: string | null;
}

/** What follows from it elsewhere, in the same transaction. */
export type WhenRoleEnds = (tx: Tx, actor: SystemActor, ended: EndedRole) => Promise<void>;

/** Gives what the groups give and ends what they no longer give; what somebody is in an organisation is not theirs to say. */
async function followGroups(
	tx: Tx,
	userId: string,
	wanted: readonly MembershipInput[],
	whenRoleEnds: WhenRoleEnds,
): Promise<void> {
	const held = await tx
		.select()
		.from(membership)
		.where(and(eq(membership.userId, userId), isNull(membership.endedAt), inArray(membership.role, [...staffRoles])));
	const lost = held.filter((row) => !wanted.some((each) => same(each, row)));
	const gained = wanted.filter((each) => !held.some((row) => same(each, row)));
	const user = { subjectType: 'user' as const, subjectId: userId };
	for (const { id, role, centreId } of lost) {
		await tx.update(membership).set({ endedAt: tx.now }).where(eq(membership.id, id));
		await audit(tx, systemActor, { action: 'user.end_role', ...user });
		await whenRoleEnds(tx, systemActor, { userId, role, centreId });
	}
	// No page goes on in a role that has ended.
	if (lost.length > 0) await tx.delete(session).where(eq(session.userId, userId));
	for (const each of gained) {
		await tx.insert(membership).values({ userId, ...each, createdAt: tx.now });
		await audit(tx, systemActor, { action: 'user.add_role', ...user });
	}
}

const shownEnough = ({ acr, amr }: ProviderPerson, required: string | undefined) =>
	required === undefined || acr === required || amr.includes(required);

/**
 * Lets in whoever the provider says it is, as what its groups make them. The second factor is the provider's to ask for.
 * @param whenRoleEnds what somebody leaves behind with each role that their groups no longer give
 * @throws DomainError `identity.provider_no_second_factor`, `…_closed`, `…_no_role` 403; `…_email_taken`, `…_failed` 422
 */
export async function admitFromProvider(person: ProviderPerson, whenRoleEnds: WhenRoleEnds): Promise<Admitted> {
	const { oidc } = services().config;
	if (!oidc) throw new DomainError('page.not_found', 404);
	if (!shownEnough(person, oidc.requiredAcr)) throw new DomainError('identity.provider_no_second_factor', 403);
	const wanted = membershipsOf(person.groups, oidc.groups);
	const admitted = await asActor(systemActor, async (tx) => {
		await ensureCentres(tx);
		const known = await boundAccount(tx, person);
		if (!known && wanted.length === 0) return undefined;
		const account = known ?? (await firstTime(tx, person));
		if (!account.active) throw new DomainError('identity.provider_closed', 403);
		await followGroups(tx, account.id, wanted, whenRoleEnds);
		const worn = await firstMembership(tx, account.id);
		const result = worn.role ? {} : { result: 'identity.provider_no_role' };
		const user = { subjectType: 'user' as const, subjectId: account.id };
		await audit(tx, systemActor, { action: 'identity.sign_in_provider', ...user, ...result });
		return worn.role ? { userId: account.id, ...worn } : undefined;
	});
	// Outside the transaction: the roles that were lost stay lost.
	if (!admitted) throw new DomainError('identity.provider_no_role', 403);
	return admitted;
}

/** Ends what the provider says is over: one of its sessions, or all of a person's that began there. */
export async function endFromProvider(over: { issuer: string; subject?: string; session?: string }): Promise<void> {
	await asActor(systemActor, async (tx) => {
		const person =
			over.subject === undefined
				? []
				: await tx
						.select({ id: userAccount.id })
						.from(userAccount)
						.where(and(eq(userAccount.oidcIssuer, over.issuer), eq(userAccount.oidcSubject, over.subject)));
		const which =
			over.session === undefined
				? inArray(
						session.userId,
						person.map(({ id }) => id),
					)
				: eq(session.providerSession, over.session);
		const ended = await tx.delete(session).where(which).returning({ userId: session.userId });
		for (const userId of new Set(ended.map((each) => each.userId))) {
			const user = { subjectType: 'user' as const, subjectId: userId };
			await audit(tx, systemActor, { action: 'identity.sign_out_provider', ...user });
		}
	});
}
