import { DomainError } from '../errors.ts';
import { roles, type Actor, type Role } from './actor.ts';

/**
 * Who may do what, by name. A row here is the only way in: routes ask for a permission, never for a role.
 * Which rows of the thing one may touch (own centre, own organisation) is the database's policies' to say.
 */
export const permissions = {
	'citizen.read': ['caseworker'],
	/** all that is held on a citizen of one's own centre */
	'citizen.access': ['caseworker'],
	/** …and of anyone, by id */
	'citizen.access_any': ['data_protection_officer'],
	'retention.manage': ['data_protection_officer'],
	'citizen.create': ['caseworker'],
	'referral.list': ['caseworker'],
	'referral.create': ['caseworker'],
	'referral.read': ['caseworker'],
	'referral.act': ['caseworker'],
	'referral.hand_over': ['caseworker'],
	'referral.hand_over_all': ['coordinator', 'administrator'],
	'inbox.read': ['organisation_contact'],
	'inbox.answer': ['organisation_contact'],
	'offer.keep_true': ['organisation_contact'],
	'offer.edit_own': ['organisation_contact'],
	'catalogue.edit': ['coordinator'],
	'words.edit': ['coordinator'],
	'overview.read': ['coordinator', 'leader'],
	'user.manage': ['administrator'],
	'mail.read': ['administrator'],
	'audit.read': ['data_protection_officer'],
	'account.keep': roles,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether this actor holds the permission. */
export function allows(actor: Actor, permission: Permission): boolean {
	if (actor.kind !== 'staff' && actor.kind !== 'organisation') return false;
	return (permissions[permission] as readonly Role[]).includes(actor.role);
}

/**
 * @throws DomainError `identity.not_signed_in` 401 when nobody is signed in, `identity.not_allowed` 403 when somebody is.
 */
export function assertAllowed(actor: Actor, permission: Permission): void {
	if (allows(actor, permission)) return;
	if (actor.kind === 'public') throw new DomainError('identity.not_signed_in', 401);
	throw new DomainError('identity.not_allowed', 403, `missing ${permission}`, { permission });
}
