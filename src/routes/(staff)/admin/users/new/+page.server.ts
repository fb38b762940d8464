import { load as loadAs, submit } from '$lib/web/request.server.ts';
import { invite } from '$lib/identity/credential-links.server.ts';
import { chosenOrganisation, organisationChoices } from '$lib/identity/organisation-choice.server.ts';
import { inPlace } from '$lib/identity/membership-place.ts';
import { userForm } from '$lib/identity/user-form.ts';
import { createUser, listCentres } from '$lib/identity/users.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await loadAs(event, 'user.manage', async (tx, actor) => ({
		centres: await listCentres(tx, assertStaff(actor)),
		organisations: (await organisationChoices(tx)).map(({ label }) => label),
	}))),
	kept: await takeKeptForm(event),
});

export const actions: Actions = {
	default: (event) =>
		submit(event, 'user.manage', userForm, async (tx, actor, { name, email, phone, ...place }) => {
			const organisationId = await chosenOrganisation(tx, place.organisation);
			const membership = inPlace(place.role, { centreId: place.centre || undefined, organisationId });
			const { userId } = await createUser(tx, assertStaff(actor), { name, email, phone, membership });
			await invite(tx, assertStaff(actor), userId);
			return { created: { userId, name, email } };
		}),
};
