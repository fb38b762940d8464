import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Tx } from '../database/as-actor.server.ts';
import type { OrganisationActor } from '../identity/actor.ts';
import { asOrganisation } from '../identity/as-organisation.ts';
import { load, submit, type FormFailure } from './request.server.ts';

/** Whoever has not signed the declaration of confidentiality signs it first, and then comes back. */
function mustHaveDeclared(event: RequestEvent): void {
	const { actor } = event.locals;
	if (actor.kind !== 'organisation' || actor.declared) return;
	const back = event.request.method === 'GET' ? event.url.pathname + event.url.search : event.url.pathname;
	redirect(303, `/inbox/declaration?return=${encodeURIComponent(back)}`);
}

/** A load of the inbox: as `load`, for a contact of an organisation who has signed the declaration. */
export function loadInbox<T>(event: RequestEvent, work: (tx: Tx, actor: OrganisationActor) => Promise<T>): Promise<T> {
	mustHaveDeclared(event);
	return load(event, 'inbox.read', (tx, actor) => work(tx, asOrganisation(actor)));
}

/** A form of the inbox: as `submit`, for a contact of an organisation who has signed the declaration. */
export function submitInbox<S extends z.ZodType, T>(
	event: RequestEvent,
	schema: S,
	work: (tx: Tx, actor: OrganisationActor, input: z.output<S>) => Promise<T>,
): Promise<T | ActionFailure<FormFailure>> {
	mustHaveDeclared(event);
	return submit(event, 'inbox.answer', schema, (tx, actor, input) => work(tx, asOrganisation(actor), input));
}
