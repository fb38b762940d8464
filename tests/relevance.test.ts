import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoCatalogue } from '../src/lib/catalogue/demo/index.ts';
import type { CatalogueRecords } from '../src/lib/catalogue/hsds/record.ts';
import { readCatalogue } from '../src/lib/catalogue/hsds/read.server.ts';
import { everything } from '../src/lib/catalogue/search/request.ts';
import { search } from '../src/lib/catalogue/search/search.ts';
import { mean, ndcg, readJudged } from './bench/judged.ts';
import { shared } from './shared.ts';
import { snapshotOf, sourcesOf } from './offer-sources.ts';

/** @returns nDCG@10 of the queries, by kind */
async function measured(records: CatalogueRecords, queries: string, now: Date): Promise<Map<string, number[]>> {
	const snapshot = await snapshotOf(sourcesOf(records));
	const byKind = new Map<string, number[]>();
	for (const { q, kind, relevant } of readJudged(queries)) {
		const { documents } = search(snapshot, { ...everything, q }, now);
		const found = documents.map((document) => snapshot.entries[document]?.id ?? '');
		byKind.set(kind, [...(byKind.get(kind) ?? []), ndcg(found, relevant)]);
	}
	return byKind;
}

/*
 * Floors, not targets: they catch a change that breaks the understanding of the language. The figures themselves are
 * measured with other sets as well (`npm run bench -- relevance`), and tuning to one set would lower those.
 */
function expectFloors(byKind: ReadonlyMap<string, readonly number[]>): void {
	expect(mean([...byKind.values()].flat())).toBeGreaterThan(0.8);
	for (const [kind, values] of byKind) expect(mean(values), kind).toBeGreaterThan(0.65);
}

it('judged queries find what answers them in the demo catalogue', async () => {
	const queries = join(import.meta.dirname, 'relevance/demo-queries.json');
	expectFloors(await measured(demoCatalogue('2026-11-27'), queries, new Date('2026-11-27T10:00:00Z')));
});

it('questions and everyday phrases find what answers them in the demo catalogue', async () => {
	const queries = join(import.meta.dirname, 'relevance/demo-questions.json');
	const byKind = await measured(demoCatalogue('2026-11-27'), queries, new Date('2026-11-27T10:00:00Z'));
	const floors: Readonly<Record<string, number>> = { question: 0.77, everyday: 0.7, multi: 0.82, synonym: 0.62 };
	expect([...byKind.keys()].sort()).toEqual(Object.keys(floors).sort());
	for (const [kind, values] of byKind) expect(mean(values), kind).toBeGreaterThan(floors[kind] ?? 1);
});

const offers = shared('search/offers.json');
const queries = shared('search/queries.json');

it.skipIf(!offers || !queries)('judged queries find what answers them in a catalogue of others', async () => {
	const { records } = await readCatalogue(offers ?? '');
	expectFloors(await measured(records, queries ?? '', new Date('2025-12-20T10:00:00Z')));
});
