import { listPaper } from '$lib/lists/list-paper.server.ts';
import { readerOf } from '$lib/lists/list-request.server.ts';
import { throwAsPage } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	paper: await listPaper(event, readerOf(event)).catch(throwAsPage),
	back: `/shared-list/${event.params.token}`,
});
