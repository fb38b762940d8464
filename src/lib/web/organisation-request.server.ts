import { isActionFailure, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
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

export interface InboxFailure extends FormFailure {
	/** something happened between opening the page and sending */
	conflict?: true;
}

/**
 * A form of the inbox: as `submit`, for a contact of an organisation who has signed the declaration. A 409 says so in
 * what comes back: the page's own status is another as soon as the page is fetched anew.
 */
export async function submitInbox<S extends z.ZodType, T>(
	event: RequestEvent,
	schema: S,
	work: (tx: Tx, actor: OrganisationActor, input: z.output<S>) => Promise<T>,
): Promise<T | ActionFailure<InboxFailure>> {
	mustHaveDeclared(event);
	const answer = await submit(event, 'inbox.answer', schema, (tx, actor, input) =>
		work(tx, asOrganisation(actor), input),
	);
	if (isConflict(answer)) answer.data.conflict = true;
	return answer;
}

const isConflict = (answer: unknown): answer is ActionFailure<InboxFailure> =>
	isActionFailure(answer) && answer.status === 409;
