import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { showVersions } from '$lib/catalogue/upkeep/change-view.server.ts';
import { readEditable } from '$lib/catalogue/upkeep/edit.server.ts';
import { readHistory, undoVersion } from '$lib/catalogue/upkeep/history.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	loadAs(event, 'catalogue.edit', async (tx, actor) => {
		const { id } = event.params;
		const { content } = await readEditable(tx, assertStaff(actor), id);
		return {
			id,
			name: content.name,
			versions: await showVersions(tx, await readHistory(tx, id), event.locals.locale),
			done: event.url.searchParams.get('done'),
			now: tx.now,
		};
	});

export const actions: Actions = {
	default: async (event) => {
		const { id } = event.params;
		const failure = await submit(event, 'catalogue.edit', z.object({ version: z.uuid() }), (tx, actor, { version }) =>
			undoVersion(tx, assertStaff(actor), id, version),
		);
		return failure ?? redirect(303, `/catalogue/${id}/history?done=undone`);
	},
};
