import { and, eq, inArray, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { organisation } from '../catalogue/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { StaffActor, SystemActor } from './actor.ts';
import type { MembershipInput } from './membership-place.ts';
import { centre, membership, session, userAccount } from './tables.server.ts';

/** An administrator, or the operator's command. */
type Keeper = StaffActor | SystemActor;

export interface UserMembership extends MembershipInput {
	id: string;
	/** the centre's or organisation's name */
	place: { da: string; en: string } | null;
	declaredAt: Date | null;
}

export interface User {
	id: string;
	name: string;
	email: string;
	phone: string | null;
	active: boolean;
	demo: boolean;
	createdAt: Date;
	deactivatedAt: Date | null;
	/** those not ended */
	memberships: UserMembership[];
}

/** Never the password: the administrator's role may not even read that column. */
const shown = {
	id: userAccount.id,
	name: userAccount.name,
	email: userAccount.email,
	phone: userAccount.phone,
	active: userAccount.active,
	demo: userAccount.demo,
	createdAt: userAccount.createdAt,
	deactivatedAt: userAccount.deactivatedAt,
};

async function membershipsOf(tx: Tx, userIds: readonly string[]): Promise<Map<string, UserMembership[]>> {
	const byUser = new Map<string, UserMembership[]>();
	if (userIds.length === 0) return byUser;
	const rows = await tx
		.select({
			membership,
			centre: { da: centre.name, en: centre.nameEn },
			organisation: organisation.name,
		})
		.from(membership)
		.leftJoin(centre, eq(centre.id, membership.centreId))
		.leftJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(and(inArray(membership.userId, [...userIds]), isNull(membership.endedAt)))
		.orderBy(membership.createdAt, membership.id);
	for (const { membership: row, centre: at, organisation: within } of rows) {
		const { id, role, centreId, organisationId, declaredAt } = row;
		const place = within === null ? at : { da: within, en: within };
		byUser.set(row.userId, [
			...(byUser.get(row.userId) ?? []),
			{ id, role, centreId, organisationId, declaredAt, place },
		]);
	}
	return byUser;
}

/**
 * The municipality's users by name, as Danish sorts them (the embedded database cannot).
 * @param input.q part of a name or address · @param input.page counted from 1
 * @returns one page of them, and how many there are in all
 */
export async function listUsers(
	tx: Tx,
	actor: Keeper,
	input: { q?: string; page: number; size: number; closed: boolean },
): Promise<{ users: User[]; total: number }> {
	const rows = await tx
		.select(shown)
		.from(userAccount)
		.where(and(eq(userAccount.authorityId, actor.authorityId), eq(userAccount.active, !input.closed)));
	const wanted = input.q?.trim().toLocaleLowerCase('da') ?? '';
	const collator = new Intl.Collator('da');
	const found = rows
		.filter(({ name, email }) => `${name} ${email}`.toLocaleLowerCase('da').includes(wanted))
		.sort((a, b) => collator.compare(a.name, b.name));
	const page = found.slice((input.page - 1) * input.size, input.page * input.size);
	const memberships = await membershipsOf(
		tx,
		page.map(({ id }) => id),
	);
	return { users: page.map((row) => ({ ...row, memberships: memberships.get(row.id) ?? [] })), total: found.length };
}

/** @throws DomainError `user.not_found` 404 */
export async function readUser(tx: Tx, actor: Keeper, userId: string): Promise<User> {
	const [row] = await tx
		.select(shown)
		.from(userAccount)
		.where(and(eq(userAccount.authorityId, actor.authorityId), eq(userAccount.id, userId)));
	if (!row) throw notFound('user');
	return { ...row, memberships: (await membershipsOf(tx, [row.id])).get(row.id) ?? [] };
}

/** @throws DomainError `identity.centre_missing` 422 (field centre) also for a centre that is not there */
async function insertMembership(tx: Tx, userId: string, input: MembershipInput): Promise<string> {
	if (input.centreId) {
		const [known] = await tx.select({ id: centre.id }).from(centre).where(eq(centre.id, input.centreId));
		if (!known) throw new DomainError('identity.centre_missing', 422, input.role, { field: 'centre' });
	}
	const [row] = await tx
		.insert(membership)
		.values({ userId, ...input, createdAt: tx.now })
		.returning({ id: membership.id });
	if (!row) throw new Error('a membership was not written');
	return row.id;
}

/**
 * Makes a user with a first role, who cannot sign in yet: `invite` of credential-links.server.ts lets them choose how.
 * @throws DomainError `identity.email_taken` 422 (field email), also for the address of a closed user
 */
export async function createUser(
	tx: Tx,
	actor: Keeper,
	input: {
		email: string;
		name: string;
		phone: string | null;
		membership: MembershipInput;
	},
): Promise<{ userId: string }> {
	const { email, name, phone } = input;
	// Made in a demo, somebody is part of the demo: invented, and gone with it.
	const { demo } = tx.config;
	const [row] = await tx
		.insert(userAccount)
		.values({ authorityId: actor.authorityId, email, name, phone, demo, createdAt: tx.now })
		.onConflictDoNothing()
		.returning({ id: userAccount.id });
	if (!row) throw new DomainError('identity.email_taken', 422, 'identity.email_taken', { field: 'email' });
	await insertMembership(tx, row.id, input.membership);
	await audit(tx, actor, { action: 'user.create', subjectType: 'user', subjectId: row.id });
	return { userId: row.id };
}

/**
 * Gives a user another role.
 * @throws DomainError `user.not_found` 404, `identity.membership_exists` 422 (field role)
 */
export async function addMembership(
	tx: Tx,
	actor: Keeper,
	input: { userId: string; membership: MembershipInput },
): Promise<{ membershipId: string }> {
	const { role, centreId, organisationId } = input.membership;
	// The same form sent twice at once gives the role once.
	await tx.select({ id: userAccount.id }).from(userAccount).where(eq(userAccount.id, input.userId)).for('update');
	const user = await readUser(tx, actor, input.userId);
	if (!user.active) throw notFound('user');
	const same = (each: UserMembership) =>
		each.role === role && each.centreId === centreId && each.organisationId === organisationId;
	if (user.memberships.some(same)) {
		throw new DomainError('identity.membership_exists', 422, 'identity.membership_exists', { field: 'role' });
	}
	const membershipId = await insertMembership(tx, user.id, input.membership);
	await audit(tx, actor, { action: 'user.add_role', subjectType: 'user', subjectId: user.id });
	return { membershipId };
}

/**
 * Without an administrator nobody could ever make one again. Takes all of them for the rest of the transaction, in one
 * order: of two who close each other at the same moment, the later one is the last, and stays.
 */
async function assertAnotherAdministrator(tx: Tx, actor: Keeper, userId: string): Promise<void> {
	const administrators = await tx
		.select({ userId: membership.userId })
		.from(membership)
		.innerJoin(userAccount, eq(userAccount.id, membership.userId))
		.where(
			and(
				eq(userAccount.authorityId, actor.authorityId),
				eq(userAccount.active, true),
				eq(membership.role, 'administrator'),
				isNull(membership.endedAt),
			),
		)
		.orderBy(membership.id)
		.for('update');
	if (administrators.every((each) => each.userId === userId)) throw new DomainError('identity.last_administrator', 422);
}

/**
 * Takes a role from a user. Whoever is signed in is signed out, so that no page goes on in a role that has ended.
 * @throws DomainError `user.not_found` 404, `identity.last_administrator` 422
 */
export async function endMembership(
	tx: Tx,
	actor: Keeper,
	input: { userId: string; membershipId: string },
): Promise<void> {
	const user = await readUser(tx, actor, input.userId);
	const worn = user.memberships.find(({ id }) => id === input.membershipId);
	if (!worn) throw notFound('user');
	if (worn.role === 'administrator') await assertAnotherAdministrator(tx, actor, user.id);
	await tx.update(membership).set({ endedAt: tx.now }).where(eq(membership.id, worn.id));
	await tx.delete(session).where(eq(session.userId, user.id));
	await audit(tx, actor, { action: 'user.end_role', subjectType: 'user', subjectId: user.id });
}

/**
 * Closes a user: no more signing in, and every session ends at once. What they did stays, with their name.
 * Who takes over their referrals is settled first, by `leave` in referrals/leaving.server.ts.
 * @throws DomainError `user.not_found` 404 (also when already closed), `identity.last_administrator` 422
 */
export async function deactivateUser(tx: Tx, actor: Keeper, userId: string): Promise<void> {
	const user = await readUser(tx, actor, userId);
	if (!user.active) throw notFound('user');
	if (user.memberships.some(({ role }) => role === 'administrator')) {
		await assertAnotherAdministrator(tx, actor, userId);
	}
	await tx.update(userAccount).set({ active: false, deactivatedAt: tx.now }).where(eq(userAccount.id, userId));
	await tx
		.update(membership)
		.set({ endedAt: tx.now })
		.where(and(eq(membership.userId, userId), isNull(membership.endedAt)));
	await tx.delete(session).where(eq(session.userId, userId));
	await audit(tx, actor, { action: 'user.deactivate', subjectType: 'user', subjectId: userId });
}

/** The centres one can belong to, by name. */
export async function listCentres(tx: Tx, actor: Keeper): Promise<{ id: string; name: string; nameEn: string }[]> {
	const rows = await tx
		.select({ id: centre.id, name: centre.name, nameEn: centre.nameEn })
		.from(centre)
		.where(eq(centre.authorityId, actor.authorityId));
	return rows.sort((a, b) => a.name.localeCompare(b.name, 'da'));
}
