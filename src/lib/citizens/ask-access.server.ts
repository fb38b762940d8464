import { asActor, type Tx } from '../database/as-actor.server.ts';
import { assertStaff, type Actor, type StaffActor } from '../identity/actor.ts';
import { onBehalfOf } from '../identity/on-behalf.ts';
import { readCitizen } from './citizens.server.ts';
import { subjectAccess } from './subject-access.server.ts';
import type { SubjectAccess } from './subject-access.ts';

/**
 * Whether this member of staff may have everything on this citizen: caseworkers of the citizen's centre (the policies
 * say so), and the data-protection officer, whose permission the route has asked for.
 * @throws DomainError `citizen.not_found` 404
 */
export async function mayAskAccess(tx: Tx, by: Actor, citizenId: string): Promise<StaffActor> {
	const actor = assertStaff(by);
	if (actor.role === 'caseworker') await readCitizen(tx, actor, citizenId);
	return actor;
}

/**
 * Everything on one citizen, in a transaction of its own, logged with the name of who asked.
 * @param actor who has been let through by `mayAskAccess`
 * @throws DomainError `citizen.not_found` 404
 */
export async function accessFor(actor: StaffActor, citizenId: string): Promise<SubjectAccess> {
	const system = onBehalfOf(actor);
	return asActor(system, (tx) => subjectAccess(tx, system, citizenId));
}
