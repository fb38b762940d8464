import { catalogueSnapshot } from '$lib/catalogue/search/catalogue-snapshot.server.ts';
import { landscapeOf } from '$lib/catalogue/search/landscape.ts';
import { districts, targetGroups, termName, themes } from '$lib/catalogue/vocabulary.ts';
import { services } from '$lib/database/as-actor.server.ts';
import { allows } from '$lib/identity/permissions.ts';
import { readGaps } from '$lib/reports/gaps.server.ts';
import { periodStart } from '$lib/reports/period.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locale } = event.locals;
	const { misses, noRoom, editsWords } = await loadAs(event, 'overview.read', async (tx, actor) => ({
		...(await readGaps(tx, periodStart('year', tx.now))),
		editsWords: allows(actor, 'words.edit'),
	}));
	// After the transaction: the embedded database has one connection, and the catalogue may want it.
	const rows = landscapeOf(await catalogueSnapshot(), services().clock())
		.map((row) => ({
			...row,
			name: termName(row.facet === 'theme' ? themes : targetGroups, row.code, locale),
			noRoom: noRoom.get(`${row.facet}:${row.code}`) ?? 0,
		}))
		.sort((a, b) => a.taking - b.taking || a.name.localeCompare(b.name, locale));
	return {
		misses,
		editsWords,
		themes: rows.filter(({ facet }) => facet === 'theme'),
		groups: rows.filter(({ facet }) => facet === 'target_group'),
		districts: districts.map(({ code }) => ({ code, name: termName(districts, code, locale) })),
	};
};
