import type { Kind, Transfer } from './browser-bytes.ts';
import type { Figures } from './figures.ts';
import type { Frames } from './pan.ts';
import type { Typing } from './typing.ts';
import type { Machine } from './machine.ts';

/** What is measured, in the order in which it is told. */
export const subjects = {
	sql: 'SQL alone',
	json: 'JSON search',
	facets: 'JSON search with facets',
	page: 'Results page',
	map: 'Map moved',
	pan: 'Map panned',
	typing: 'Query typed',
	referral: 'Referrals sent',
} as const;
export type Subject = keyof typeof subjects;
export const allSubjects = Object.keys(subjects) as Subject[];

export interface Measurement extends Figures {
	subject: Subject;
	/** 200 different queries, frequent ones more often; always the same; or none that was asked before */
	queries: 'varied' | 'repeated' | 'fresh' | 'none';
	/** the server's processor time for an answer, in milliseconds: what other work on the machine disturbs least */
	work?: number;
}

export interface CatalogueResult {
	name: string;
	offers: number;
	generated: boolean;
	/** seconds to store or import all of it */
	filled: number;
	/** milliseconds until the first search after the start is answered: the index is made then */
	firstSearch?: number;
	/** the longest that anyone else waited, in milliseconds, while the first search and the first map were made ready */
	waits?: { search: number; map: number };
	/** bytes of the server: when it has answered once, and the most it ever held */
	memory?: { before: number; most: number };
	/** bytes sent to a browser that opens /offers for the first time */
	bytes?: Record<Kind, { sent: number; size: number; files: number }>;
	/** the same, file by file */
	files?: Transfer[];
	/** bytes of the map's answer to a view, compressed */
	mapBytes?: { middle: number; most: number };
	/** in a browser in which the map is dragged and zoomed for ten seconds */
	frames?: Frames;
	/** in a browser in which queries are typed */
	typing?: Typing;
	measurements: Measurement[];
}

export interface Ratios {
	/** how many times as long an answer takes in the largest made-up catalogue as in the smallest (10 clients) */
	growth: (Pick<Measurement, 'subject' | 'queries'> & { from: number; to: number; times: number })[];
	/** how many answers of the JSON search go on one of the SQL alone (200 queries, 10 clients) */
	jsonToSql: { name: string; times: number }[];
	/** how many times as long the slowest twentieth of searches with facets takes as of the SQL alone (most clients) */
	facetsToSql: { name: string; queries: Measurement['queries']; times: number }[];
}

export interface BenchResult {
	machine: Machine;
	/** of each measurement */
	seconds: number;
	catalogues: CatalogueResult[];
	ratios: Ratios;
}

/** With the most clients. */
const busiest = ({ measurements }: CatalogueResult, subject: Subject, queries: Measurement['queries']) =>
	measurements
		.filter((each) => each.subject === subject && each.queries === queries)
		.sort((a, b) => b.clients - a.clients)[0];

const kinds: readonly Measurement['queries'][] = ['varied', 'fresh', 'none'];

/** Compares what was measured; pairs of which one was not measured are left out. */
export function compare(catalogues: readonly CatalogueResult[]): Ratios {
	const generated = catalogues.filter((each) => each.generated).sort((a, b) => a.offers - b.offers);
	const [smallest] = generated;
	const largest = generated.at(-1);
	const pairs = allSubjects.flatMap((subject) => kinds.map((queries) => ({ subject, queries })));
	const growth = pairs.flatMap(({ subject, queries }) => {
		const small = smallest && busiest(smallest, subject, queries);
		const large = largest && busiest(largest, subject, queries);
		if (!small || !large || smallest === largest) return [];
		const times = small.perSecond / large.perSecond;
		return [{ subject, queries, from: smallest.offers, to: largest.offers, times }];
	});
	const jsonToSql = catalogues.flatMap((catalogue) => {
		const json = busiest(catalogue, 'json', 'varied');
		const sql = busiest(catalogue, 'sql', 'varied');
		return json && sql ? [{ name: catalogue.name, times: json.perSecond / sql.perSecond }] : [];
	});
	const facetsToSql = catalogues.flatMap((catalogue) =>
		(['varied', 'fresh'] as const).flatMap((queries) => {
			const facets = busiest(catalogue, 'facets', queries);
			const sql = busiest(catalogue, 'sql', queries);
			return facets && sql ? [{ name: catalogue.name, queries, times: facets.p95 / sql.p95 }] : [];
		}),
	);
	return { growth, jsonToSql, facetsToSql };
}
