import { loadReported, submitReport } from '$lib/web/report-request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadReported(event, 'offers');

export const actions: Actions = { default: (event) => submitReport(event, 'offers') };
