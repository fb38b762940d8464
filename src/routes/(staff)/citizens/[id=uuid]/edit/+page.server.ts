import { redirect } from '@sveltejs/kit';
import { correctionForm } from '$lib/citizens/citizen-form.ts';
import { readCitizen, updateCitizen } from '$lib/citizens/citizens.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { returnAddress } from '$lib/identity/return-address.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	const wished = event.url.searchParams.get('return') ?? (typeof kept?.return === 'string' ? kept.return : null);
	return loadAs(event, 'citizen.create', async (tx, actor) => ({
		kept,
		back: returnAddress(wished) ?? `/citizens/${event.params.id}`,
		citizen: await readCitizen(tx, assertStaff(actor), event.params.id),
	}));
};

export const actions: Actions = {
	default: async (event) => {
		const back = returnAddress(event.url.searchParams.get('return'));
		const failed = await submit(event, 'citizen.create', correctionForm, (tx, actor, input) =>
			updateCitizen(tx, assertStaff(actor), event.params.id, input),
		);
		return failed ?? redirect(303, back ?? `/citizens/${event.params.id}`);
	},
};
