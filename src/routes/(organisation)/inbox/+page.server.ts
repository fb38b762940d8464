import { groupInbox, isLate } from '$lib/referrals/inbox.ts';
import { listInbox } from '$lib/referrals/inbox.server.ts';
import { isoDay } from '$lib/ui/dates.ts';
import { loadInbox } from '$lib/web/organisation-request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	loadInbox(event, async (tx, actor) => {
		const today = isoDay(tx.now);
		const rows = await listInbox(tx, actor);
		const groups = groupInbox(
			rows.map((row) => ({ ...row, late: isLate(row, today) })),
			today,
		);
		return { groups, count: rows.length, now: tx.now };
	});
