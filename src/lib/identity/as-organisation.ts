import { DomainError } from '../errors.ts';
import type { Actor, OrganisationActor } from './actor.ts';

/**
 * The actor as a contact of an organisation, which is what its storage functions ask for.
 * @throws DomainError `identity.not_allowed` 403 for everybody else
 */
export function asOrganisation(actor: Actor): OrganisationActor {
	if (actor.kind !== 'organisation') throw new DomainError('identity.not_allowed', 403);
	return actor;
}
