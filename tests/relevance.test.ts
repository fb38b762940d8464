import { expect, it } from 'vitest';
import { readCatalogue } from '../src/lib/catalogue/hsds/read.server.ts';
import { everything } from '../src/lib/catalogue/search/request.ts';
import { search } from '../src/lib/catalogue/search/search.ts';
import { mean, ndcg, readJudged } from './bench/judged.ts';
import { shared } from './shared.ts';
import { snapshotOf, sourcesOf } from './offer-sources.ts';

const offers = shared('search/offers.json');
const queries = shared('search/queries.json');

/*
 * A floor, not a target: it catches a change that breaks the understanding of the language. The figures themselves are
 * measured with other sets as well, and tuning to this one would lower those.
 */
it.skipIf(!offers || !queries)('judged queries find what answers them', async () => {
	const { records } = await readCatalogue(offers ?? '');
	const snapshot = await snapshotOf(sourcesOf(records));
	const judged = readJudged(queries ?? '');
	const now = new Date('2025-12-20T10:00:00Z');
	const byKind = new Map<string, number[]>();
	for (const { q, kind, relevant } of judged) {
		const { documents } = search(snapshot, { ...everything, q }, now);
		const found = documents.map((document) => snapshot.entries[document]?.id ?? '');
		byKind.set(kind, [...(byKind.get(kind) ?? []), ndcg(found, relevant)]);
	}
	expect(mean([...byKind.values()].flat())).toBeGreaterThan(0.75);
	for (const [kind, values] of byKind) expect(mean(values), kind).toBeGreaterThan(0.65);
});
