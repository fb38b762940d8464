/** Who is doing this: every permission, row-level policy and log entry hangs on it. */

export const staffRoles = ['caseworker', 'coordinator', 'leader', 'administrator', 'data_protection_officer'] as const;
export const roles = [...staffRoles, 'organisation_contact'] as const;
export type StaffRole = (typeof staffRoles)[number];
export type Role = (typeof roles)[number];

/** The municipality. Rows about citizens carry it first in their keys. */
export type AuthorityId = string;

export interface StaffActor {
	readonly kind: 'staff';
	readonly role: StaffRole;
	readonly userId: string;
	readonly membershipId: string;
	readonly authorityId: AuthorityId;
	/** null for the roles that belong to no centre (administrator, data-protection officer) */
	readonly centreId: string | null;
}

export interface OrganisationActor {
	readonly kind: 'organisation';
	readonly role: 'organisation_contact';
	readonly userId: string;
	readonly membershipId: string;
	readonly authorityId: AuthorityId;
	readonly organisationId: string;
	/** has signed the declaration of confidentiality */
	readonly declared: boolean;
}

/** A citizen (or who acts for them) holding the link to one referral. */
export interface CitizenActor {
	readonly kind: 'citizen';
	readonly authorityId: AuthorityId;
	readonly referralId: string;
	readonly citizenId: string;
	/** SHA-256 of the link's token, hex */
	readonly tokenHash: string;
}

/** The clock, imports and the operator's commands. */
export interface SystemActor {
	readonly kind: 'system';
	readonly authorityId: AuthorityId;
}

/** Anyone: reads published offers only, and the list of offers whose token they hold. */
export interface PublicActor {
	readonly kind: 'public';
	/** SHA-256 of a list's token, hex */
	readonly tokenHash?: string;
}

export type UserActor = StaffActor | OrganisationActor;
export type Actor = UserActor | CitizenActor | SystemActor | PublicActor;

export const publicActor: PublicActor = { kind: 'public' };

/** The one municipality of this installation; others get their own id when they join. */
export const defaultAuthority: AuthorityId = 'kk';
export const systemActor: SystemActor = { kind: 'system', authorityId: defaultAuthority };

/** Narrows an actor whose permission only staff hold. */
export function assertStaff(actor: Actor): StaffActor {
	if (actor.kind !== 'staff') throw new Error(`${actor.kind} instead of staff`);
	return actor;
}
