import { DomainError } from '../errors.ts';
import type { Role } from './actor.ts';

/** Where a role is exercised: in a centre, in an organisation, or in the whole municipality. */
const places = {
	caseworker: 'centre',
	coordinator: 'centre',
	leader: 'centre',
	organisation_contact: 'organisation',
	administrator: 'everywhere',
	data_protection_officer: 'everywhere',
} as const satisfies Record<Role, 'centre' | 'organisation' | 'everywhere'>;

/** A role with the place it needs, and no other. */
export interface MembershipInput {
	role: Role;
	centreId: string | null;
	organisationId: string | null;
}

/**
 * Gives a role its place; a place it has no use for is dropped.
 * @throws DomainError `identity.centre_missing` or `identity.organisation_missing`, 422 (field centre, organisation)
 */
export function inPlace(
	role: Role,
	place: { centreId?: string | undefined; organisationId?: string | undefined },
): MembershipInput {
	const { centreId = null, organisationId = null } = place;
	if (places[role] === 'centre') {
		if (!centreId) throw new DomainError('identity.centre_missing', 422, role, { field: 'centre' });
		return { role, centreId, organisationId: null };
	}
	if (places[role] === 'organisation') {
		if (!organisationId) throw new DomainError('identity.organisation_missing', 422, role, { field: 'organisation' });
		return { role, centreId: null, organisationId };
	}
	return { role, centreId: null, organisationId: null };
}
