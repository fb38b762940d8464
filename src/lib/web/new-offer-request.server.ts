import { randomUUID } from 'node:crypto';
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { LikeOffer } from '../catalogue/duplicates/find-duplicates.server.ts';
import type { NewOffer } from '../catalogue/upkeep/create.server.ts';
import { offerForm, type OfferInput } from '../catalogue/upkeep/offer-form.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import type { Permission } from '../identity/permissions.ts';
import { submit, type FormFailure } from './request.server.ts';

/** The offer's form with its own id, and the offers that the person has seen and said are others. */
export const newOfferForm = offerForm.safeExtend({
	/** the form's own, and the offer's when it is made: the same form sent twice makes one */
	request_id: z.uuid().default(() => randomUUID()),
	other: z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(z.uuid()).max(20)),
});

interface NewOfferFailure extends FormFailure {
	/** offers that look like it: sent again, the form says that they are others */
	like: LikeOffer[];
}

/**
 * A form that makes a new offer: as `submit`. Where others look like it, it comes back with them and all that was typed.
 * @param next where the new offer, by its id, leads
 */
export async function submitNewOffer<S extends z.ZodType>(
	event: RequestEvent,
	permission: Permission,
	schema: S,
	work: (tx: Tx, actor: Actor, input: z.output<S>) => Promise<NewOffer>,
	next: (id: string) => string,
): Promise<ActionFailure<NewOfferFailure>> {
	let like: LikeOffer[] = [];
	const answer: string | ActionFailure<FormFailure> = await submit(
		event,
		permission,
		schema,
		async (tx, actor, input) => {
			const made = await work(tx, actor, input);
			if ('id' in made) return made.id;
			({ like } = made);
			throw new DomainError('offer.like_another', 422, undefined, { field: 'like' });
		},
	);
	if (typeof answer === 'string') redirect(303, next(answer));
	return fail(answer.status, { ...answer.data, like });
}

/** What Zod makes of the form, as the storage takes it. */
export const asOfferInput = (form: object): OfferInput => form as OfferInput;
