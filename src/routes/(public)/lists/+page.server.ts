import { redirect } from '@sveltejs/kit';
import { asActor } from '$lib/database/as-actor.server.ts';
import { DomainError } from '$lib/errors.ts';
import { addForm } from '$lib/lists/list-form.ts';
import { collecting, collector } from '$lib/lists/list-request.server.ts';
import { addToList, ownLists } from '$lib/lists/lists.server.ts';
import { m } from '$lib/paraglide/messages.js';
import { errorText } from '$lib/web/error-text.server.ts';
import { parseForm, refuse, throwAsPage } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const holder = collector(event);
	return { lists: holder ? await asActor(holder, (tx) => ownLists(tx, holder)).catch(throwAsPage) : [] };
};

export const actions: Actions = {
	add: async (event) => {
		const form = await parseForm(event, addForm);
		if (!form.ok) return form.failure;
		let id: string;
		try {
			const holder = await collecting(event);
			const { offer: offerId, list } = form.input;
			id = await asActor(holder, (tx) => addToList(tx, holder, { offerId, list, name: m.lists_first_name() }));
		} catch (cause) {
			if (cause instanceof DomainError && [422, 429, 503].includes(cause.status)) {
				return refuse(cause.status, form.values, { _form: errorText(cause) });
			}
			throwAsPage(cause);
		}
		redirect(303, `/lists/${id}`);
	},
};
