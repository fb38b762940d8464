import { periodOf, periodStart } from '$lib/reports/period.ts';
import { readOverview } from '$lib/reports/overview.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	loadAs(event, 'overview.read', async (tx) => {
		const period = periodOf(event.url.searchParams.get('period'));
		return { period, overview: await readOverview(tx, periodStart(period, tx.now)) };
	});
