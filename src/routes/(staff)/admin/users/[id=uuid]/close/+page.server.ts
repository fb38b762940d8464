import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { readUser } from '$lib/identity/users.server.ts';
import { leave, leavingOf, stepDown } from '$lib/referrals/leaving.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** With `?role=`, one role is taken away; without, the whole user is closed. */
export const load: PageServerLoad = async (event) => {
	const roleId = event.url.searchParams.get('role');
	const { user, leaving, self } = await loadAs(event, 'user.manage', async (tx, by) => {
		const actor = assertStaff(by);
		const user = await readUser(tx, actor, event.params.id);
		return { user, leaving: await leavingOf(tx, actor, user.id), self: user.id === actor.userId };
	});
	const ending = roleId === null ? null : (user.memberships.find(({ id }) => id === roleId) ?? error(404));
	// Nobody shuts themselves out by a slip.
	if (self || !user.active) redirect(303, `/admin/users/${user.id}`);
	const handsOver = leaving.count > 0 && (ending === null || ending.role === 'caseworker');
	return { user, ending, leaving: handsOver ? leaving : null };
};

const form = z.object({ to: z.string().optional() });

export const actions: Actions = {
	default: async (event) => {
		const { id: userId } = event.params;
		const roleId = event.url.searchParams.get('role');
		const failure = await submit(event, 'user.manage', form, (tx, by, input) => {
			const actor = assertStaff(by);
			const to = input.to || undefined;
			return roleId === null
				? leave(tx, actor, { userId, to })
				: stepDown(tx, actor, { userId, membershipId: roleId, to });
		});
		return failure ?? redirect(303, roleId === null ? '/admin/users?done=closed' : `/admin/users/${userId}?done=ended`);
	},
};
