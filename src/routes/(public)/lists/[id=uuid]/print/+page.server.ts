import { listPaper } from '$lib/lists/list-paper.server.ts';
import { collectorOf } from '$lib/lists/list-request.server.ts';
import { throwAsPage } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	paper: await listPaper(event, collectorOf(event), event.params.id).catch(throwAsPage),
	back: `/lists/${event.params.id}`,
});
