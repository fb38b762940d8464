import { accessFor, mayAskAccess } from '$lib/citizens/ask-access.server.ts';
import { accessView } from '$lib/citizens/subject-access.ts';
import { load as loadAs, throwAsPage } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = await loadAs(event, 'citizen.access', (tx, by) => mayAskAccess(tx, by, event.params.id));
	const access = await accessFor(actor, event.params.id).catch(throwAsPage);
	return {
		view: accessView(access, event.locals.locale),
		citizenId: event.params.id,
		files: `/citizens/${event.params.id}/access`,
		back: `/citizens/${event.params.id}`,
	};
};
