import type { BenchDatabase } from './databases.ts';
import { measureServer } from './measure-server.ts';
import { clientCounts, measure, type Load, type Plan } from './measure.ts';
import { makeQueries } from './queries.ts';
import { prepareReferrals } from './referrals.ts';
import type { CatalogueResult, Subject } from './result.ts';
import { prepareTextSearch, textSearchLoad } from './text-search.ts';

/** Measures everything on a filled database: first what needs no server, then the server. */
export async function measureCatalogue(
	plan: Plan,
	database: BenchDatabase,
	result: CatalogueResult,
	language: 'danish' | 'english',
): Promise<void> {
	const queries = makeQueries(language);
	if (plan.only.has('sql')) {
		await prepareTextSearch(database.url, language);
		for (const kind of ['varied', 'repeated', 'fresh'] as const) {
			const asked = kind === 'repeated' ? [queries.repeated] : queries[kind];
			const load: Load = (options) => textSearchLoad(database.url, language, asked, options);
			await measure(plan, result, { subject: 'sql', queries: kind }, load);
		}
	}
	// A directory from elsewhere takes no referrals.
	if (plan.only.has('referral') && result.generated) {
		await database.within(async () => {
			const send = await prepareReferrals(Math.max(...clientCounts));
			await measure(plan, result, { subject: 'referral', queries: 'none' }, ({ clients, seconds }) =>
				send(clients, seconds),
			);
		});
	}
	if (['json', 'facets', 'page', 'map', 'pan', 'typing'].some((subject) => plan.only.has(subject as Subject))) {
		await measureServer(plan, database, result, queries);
	}
}
