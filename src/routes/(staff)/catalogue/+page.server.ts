import { listDuplicates } from '$lib/catalogue/duplicates/decide.server.ts';
import { sharedWords } from '$lib/catalogue/duplicates/shared-words.ts';
import { listWaiting } from '$lib/catalogue/upkeep/changes.server.ts';
import { listOpenReports } from '$lib/catalogue/upkeep/reports.server.ts';
import { findOffers, listDoubted, listStale } from '$lib/catalogue/upkeep/tasks.server.ts';
import { pageOf } from '$lib/ui/pages.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

const size = 50;
/** Stale offers, and pairs that may be the same, shown at a time: a morning's work. */
const morning = 10;

export const load: PageServerLoad = (event) =>
	loadAs(event, 'catalogue.edit', async (tx) => {
		const { searchParams } = event.url;
		const q = searchParams.get('q')?.trim() ?? '';
		const page = pageOf(searchParams.get('page'));
		const duplicates = await listDuplicates(tx, morning);
		const found = q === '' ? undefined : await findOffers(tx, q, page, size);
		return {
			q,
			page,
			pages: Math.max(1, Math.ceil((found?.total ?? 0) / size)),
			found,
			reports: await listOpenReports(tx),
			changes: await listWaiting(tx),
			duplicates: {
				total: duplicates.total,
				pairs: duplicates.pairs.map((pair) => ({ ...pair, shared: sharedWords(pair.shared) })),
			},
			doubted: await listDoubted(tx),
			stale: await listStale(tx, morning),
			now: tx.now,
			done: searchParams.get('done'),
		};
	});
