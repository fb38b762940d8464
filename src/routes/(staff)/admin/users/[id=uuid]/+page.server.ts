import { redirect } from '@sveltejs/kit';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
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
	default: async (event) => {
		const failure = await submit(event, 'user.manage', membershipForm, async (tx, by, form) => {
			const organisationId = await chosenOrganisation(tx, form.organisation);
			const membership = inPlace(form.role, { centreId: form.centre || undefined, organisationId });
			await addMembership(tx, assertStaff(by), { userId: event.params.id, membership });
		});
		return failure ?? redirect(303, `${event.url.pathname}?done=added`);
	},
};
