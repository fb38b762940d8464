import { m } from '../paraglide/messages.js';
import type { Role } from './actor.ts';

const names: Readonly<Record<Role, () => string>> = {
	caseworker: () => m.identity_role_caseworker(),
	coordinator: () => m.identity_role_coordinator(),
	leader: () => m.identity_role_leader(),
	administrator: () => m.identity_role_administrator(),
	data_protection_officer: () => m.identity_role_data_protection_officer(),
	organisation_contact: () => m.identity_role_organisation_contact(),
};

/** What a role is called on screen, in the language of the request. */
export const roleName = (role: Role): string => names[role]();
