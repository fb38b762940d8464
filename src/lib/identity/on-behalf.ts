import { systemActor, type StaffActor, type SystemActor } from './actor.ts';

/**
 * The system, doing what a member of staff asked for and may not do alone: the log names the person. Whether they may is
 * the caller's to have checked.
 */
export function onBehalfOf({ role, userId, authorityId }: StaffActor): SystemActor {
	const asked = { ...systemActor, authorityId, role, userId };
	return asked;
}
