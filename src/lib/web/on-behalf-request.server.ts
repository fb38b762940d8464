import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Tx } from '../database/as-actor.server.ts';
import { assertStaff, type SystemActor } from '../identity/actor.ts';
import { onBehalfOf } from '../identity/on-behalf.ts';
import type { Permission } from '../identity/permissions.ts';
import { load, submit, type FormFailure } from './request.server.ts';

/*
 * For what a member of staff may ask for and only the system can do (retention): the permission is the person's, the
 * transaction is the system's, and the log names the person.
 */

const systemFor = (event: RequestEvent) => (): SystemActor => onBehalfOf(assertStaff(event.locals.actor));

/** As `load`, in a transaction of the system on behalf of whoever is signed in. */
export function loadOnBehalf<T>(
	event: RequestEvent,
	permission: Permission,
	work: (tx: Tx, actor: SystemActor) => Promise<T>,
): Promise<T> {
	const system = systemFor(event);
	return load(event, permission, (tx) => work(tx, system()), system);
}

/** As `submit`, in a transaction of the system on behalf of whoever is signed in. */
export function submitOnBehalf<S extends z.ZodType, T>(
	event: RequestEvent,
	permission: Permission,
	schema: S,
	work: (tx: Tx, actor: SystemActor, input: z.output<S>) => Promise<T>,
): Promise<T | ActionFailure<FormFailure>> {
	const system = systemFor(event);
	return submit(event, permission, schema, (tx, _, input) => work(tx, system(), input), system);
}
