import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { DomainError } from '$lib/errors.ts';
import { assertStaff, type Actor } from '$lib/identity/actor.ts';
import { allows, type Permission } from '$lib/identity/permissions.ts';
import { m } from '$lib/paraglide/messages.js';
import { colleagues, formerColleagues, handOverAll, openReferralCount } from '$lib/referrals/hand-over.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A caseworker gives away their own; a coordinator anyone's of the centre. */
const permissionOf = (actor: Actor): Permission =>
	allows(actor, 'referral.hand_over_all') ? 'referral.hand_over_all' : 'referral.hand_over';

/** An administrator belongs to no centre: they hand over when closing a user. */
function ofCentre(signedIn: Actor) {
	const actor = assertStaff(signedIn);
	if (!actor.centreId) throw new DomainError('identity.not_allowed', 403);
	return { actor, centreId: actor.centreId };
}

export const load: PageServerLoad = (event) => {
	const permission = permissionOf(event.locals.actor);
	return loadAs(event, permission, async (tx, signedIn) => {
		const { actor, centreId } = ofCentre(signedIn);
		const all = permission === 'referral.hand_over_all';
		const people = await colleagues(tx, centreId);
		const counted = [];
		// Somebody who has left the centre may have left something behind: a coordinator sees to it.
		for (const person of [...people, ...(all ? await formerColleagues(tx, actor, centreId) : [])]) {
			counted.push({ ...person, count: await openReferralCount(tx, actor, person.id) });
		}
		const to = people.filter(({ id }) => id !== actor.userId);
		const done = Number(event.url.searchParams.get('done') ?? NaN);
		return {
			own: permission === 'referral.hand_over' ? (counted.find(({ id }) => id === actor.userId) ?? null) : null,
			all,
			from: all ? counted.filter(({ id }) => id !== actor.userId) : [],
			to,
			/** somebody to give them to, and for a coordinator somebody else to take them from */
			possible: all ? counted.some((each) => to.some(({ id }) => id !== each.id)) : to.length > 0,
			done: Number.isInteger(done) ? done : null,
		};
	});
};

const chosen = (missing: () => string) => z.uuid({ error: missing });

const form = z.object({
	from: chosen(() => m.referrals_hand_from_missing()).optional(),
	to: chosen(() => m.referrals_hand_to_missing()),
});

export const actions: Actions = {
	default: async (event) => {
		const permission = permissionOf(event.locals.actor);
		const all = permission === 'referral.hand_over_all';
		const own = 'userId' in event.locals.actor ? event.locals.actor.userId : undefined;
		const schema = form
			.refine(({ from }) => !all || from !== undefined, {
				error: () => m.referrals_hand_from_missing(),
				path: ['from'],
			})
			.refine(({ from, to }) => (all ? from : own) !== to, { error: () => m.referrals_hand_same(), path: ['to'] });
		const given = await submit(event, permission, schema, async (tx, signedIn, { from, to }) => {
			const { actor } = ofCentre(signedIn);
			// Only with the wider permission is it anyone else's.
			return { count: await handOverAll(tx, actor, { from: all && from ? from : actor.userId, to }) };
		});
		if ('count' in given) redirect(303, `/referrals/hand-over?done=${given.count}`);
		return given;
	},
};
