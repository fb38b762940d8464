import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCatalogue } from '../src/lib/catalogue/hsds/read.server.ts';
import { everything } from '../src/lib/catalogue/search/request.ts';
import { search } from '../src/lib/catalogue/search/search.ts';
import { shared } from './shared.ts';
import { snapshotOf, sourcesOf } from './offer-sources.ts';

interface JudgedQuery {
	q: string;
	kind: string;
	/** offer id → 1 marginal, 2 good, 3 ideal */
	relevant: Record<string, number>;
}

const offers = shared('search/offers.json');
const queries = shared('search/queries.json');

const gain = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 2);

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002, with 2^grade − 1). */
function ndcg(found: readonly string[], relevant: Record<string, number>): number {
	const got = found.slice(0, 10).reduce((sum, id, rank) => sum + gain(relevant[id] ?? 0, rank), 0);
	const best = Object.values(relevant).sort((a, b) => b - a);
	return got / best.slice(0, 10).reduce((sum, grade, rank) => sum + gain(grade, rank), 0);
}

/*
 * A floor, not a target: it catches a change that breaks the understanding of the language. The figures themselves are
 * measured with other sets as well, and tuning to this one would lower those.
 */
it.skipIf(!offers || !queries)('judged queries find what answers them', async () => {
	const { records } = await readCatalogue(offers ?? '');
	const snapshot = await snapshotOf(sourcesOf(records));
	const judged = JSON.parse(readFileSync(queries ?? '', 'utf8')) as JudgedQuery[];
	const now = new Date('2025-12-20T10:00:00Z');
	const byKind = new Map<string, number[]>();
	for (const { q, kind, relevant } of judged) {
		const { documents } = search(snapshot, { ...everything, q }, now);
		const found = documents.map((document) => snapshot.entries[document]?.id ?? '');
		byKind.set(kind, [...(byKind.get(kind) ?? []), ndcg(found, relevant)]);
	}
	const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
	expect(mean([...byKind.values()].flat())).toBeGreaterThan(0.75);
	for (const [kind, values] of byKind) expect(mean(values), kind).toBeGreaterThan(0.65);
});
