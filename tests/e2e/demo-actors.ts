import { and, eq } from 'drizzle-orm';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import {
	defaultAuthority,
	systemActor,
	type OrganisationActor,
	type StaffActor,
} from '../../src/lib/identity/actor.ts';
import { demoPeople, type DemoKey } from '../../src/lib/identity/demo-people.ts';
import { membership, userAccount } from '../../src/lib/identity/tables.server.ts';

/** One of the demo's caseworkers, as the actor they are when signed in. */
export async function caseworkerOf(key: DemoKey): Promise<StaffActor> {
	const email = demoPeople.find((person) => person.key === key)?.email ?? '';
	const [row] = await asActor(systemActor, (tx) =>
		tx
			.select({ userId: userAccount.id, membershipId: membership.id, centreId: membership.centreId })
			.from(userAccount)
			.innerJoin(membership, eq(membership.userId, userAccount.id))
			.where(and(eq(userAccount.email, email), eq(membership.role, 'caseworker'))),
	);
	if (!row) throw new Error(`no demo caseworker ${key}`);
	return { kind: 'staff', role: 'caseworker', authorityId: defaultAuthority, ...row };
}

/** One of the demo's contacts of organisations, as the actor they are when signed in. */
export async function contactOf(key: DemoKey): Promise<OrganisationActor> {
	const email = demoPeople.find((person) => person.key === key)?.email ?? '';
	const [row] = await asActor(systemActor, (tx) =>
		tx
			.select({ userId: userAccount.id, membershipId: membership.id, organisationId: membership.organisationId })
			.from(userAccount)
			.innerJoin(membership, eq(membership.userId, userAccount.id))
			.where(and(eq(userAccount.email, email), eq(membership.role, 'organisation_contact'))),
	);
	const { organisationId } = row ?? {};
	if (!row || !organisationId) throw new Error(`no demo contact ${key}`);
	return {
		kind: 'organisation',
		role: 'organisation_contact',
		authorityId: defaultAuthority,
		declared: true,
		...row,
		organisationId,
	};
}
