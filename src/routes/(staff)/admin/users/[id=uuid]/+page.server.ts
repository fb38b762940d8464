import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { orRefuse } from '$lib/web/account-request.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { inviteAnew } from '$lib/identity/credential-links.server.ts';
import { inPlace } from '$lib/identity/membership-place.ts';
import { chosenOrganisation, organisationChoices } from '$lib/identity/organisation-choice.server.ts';
import { membershipForm } from '$lib/identity/user-form.ts';
import { addMembership, listCentres, readUser } from '$lib/identity/users.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	loadAs(event, 'user.manage', async (tx, by) => {
		const actor = assertStaff(by);
		const user = await readUser(tx, actor, event.params.id);
		return {
			user,
			self: user.id === actor.userId,
			centres: await listCentres(tx, actor),
			organisations: (await organisationChoices(tx)).map(({ label }) => label),
			done: event.url.searchParams.get('done'),
		};
	});

export const actions: Actions = {
	role: async (event) => {
		const failure = await submit(event, 'user.manage', membershipForm, async (tx, by, form) => {
			const organisationId = await chosenOrganisation(tx, form.organisation);
			const membership = inPlace(form.role, { centreId: form.centre || undefined, organisationId });
			await addMembership(tx, assertStaff(by), { userId: event.params.id, membership });
		});
		return failure ?? redirect(303, `${event.url.pathname}?done=added`);
	},
	/** Sends a new invitation; the old ways of signing in are gone at once. */
	invite: async (event) => {
		const { id: userId } = event.params;
		const failure = await submit(event, 'user.manage', z.object({}), async (tx, by) => {
			await readUser(tx, assertStaff(by), userId);
		});
		if (failure) return failure;
		const invited = await orRefuse({}, () => inviteAnew(assertStaff(event.locals.actor), userId));
		return invited.ok ? redirect(303, `${event.url.pathname}?done=invited`) : invited.failure;
	},
};
