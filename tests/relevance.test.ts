import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { demoCatalogue } from '../src/lib/catalogue/demo/index.ts';
import { readCatalogue } from '../src/lib/catalogue/hsds/read.server.ts';
import { everything } from '../src/lib/catalogue/search/request.ts';
import { search } from '../src/lib/catalogue/search/search.ts';
import { mean, ndcg, readJudged } from './bench/judged.ts';
import { shared } from './shared.ts';
import type { OfferSource } from '../src/lib/catalogue/search/offer-source.ts';
import { offerSource, snapshotOf, sourcesOf } from './offer-sources.ts';

/** @returns nDCG@10 of the queries, by kind */
async function measured(offers: readonly OfferSource[], queries: string, now: Date): Promise<Map<string, number[]>> {
	const snapshot = await snapshotOf(offers);
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
	expectFloors(await measured(sourcesOf(demoCatalogue('2026-11-27')), queries, new Date('2026-11-27T10:00:00Z')));
});

it('questions and everyday phrases find what answers them in the demo catalogue', async () => {
	const queries = join(import.meta.dirname, 'relevance/demo-questions.json');
	const byKind = await measured(sourcesOf(demoCatalogue('2026-11-27')), queries, new Date('2026-11-27T10:00:00Z'));
	const floors: Readonly<Record<string, number>> = { question: 0.77, everyday: 0.7, multi: 0.82, synonym: 0.62 };
	expect([...byKind.keys()].sort()).toEqual(Object.keys(floors).sort());
	for (const [kind, values] of byKind) expect(mean(values), kind).toBeGreaterThan(floors[kind] ?? 1);
});

/** Offers as people wrote them down who had not seen the vocabulary: `terms` are names, `hours` days, from and to. */
const written = z.array(
	z.object({
		id: z.string(),
		name: z.string(),
		organisation: z.string(),
		description: z.string(),
		terms: z.array(z.string()),
		alternateName: z.string().optional(),
		eligibility: z.string().optional(),
		applicationProcess: z.string().optional(),
		interpretation: z.string().optional(),
		district: z.string().optional(),
		languages: z.array(z.string()).default([]),
		minimumAge: z.number().optional(),
		maximumAge: z.number().optional(),
		hours: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
	}),
);

function writtenByOthers(file: string): OfferSource[] {
	const offers = written.parse(JSON.parse(readFileSync(file, 'utf8')));
	return offers.map(({ organisation, terms, district, hours, ...offer }) => ({
		...offerSource(offer.name),
		...offer,
		slug: offer.id,
		organisation: { slug: organisation, name: organisation },
		terms: terms.map((name) => ({ taxonomy: 'theirs', code: name, name })),
		places: district ? [{ district, confidential: false }] : [],
		schedules: hours.map(([byday, opensAt, closesAt]) => ({ freq: 'WEEKLY' as const, byday, opensAt, closesAt })),
	}));
}

it('judged queries find what answers them where neither offers nor queries were written for this vocabulary', async () => {
	const folder = join(import.meta.dirname, 'relevance');
	const offers = writtenByOthers(join(folder, 'others-offers.json'));
	const now = new Date('2026-11-27T10:00:00Z');
	expectFloors(await measured(offers, join(folder, 'others-queries.json'), now));
});

const offers = shared('search/offers.json');
const queries = shared('search/queries.json');

it.skipIf(!offers || !queries)('judged queries find what answers them in a catalogue of others', async () => {
	const { records } = await readCatalogue(offers ?? '');
	expectFloors(await measured(sourcesOf(records), queries ?? '', new Date('2025-12-20T10:00:00Z')));
});
