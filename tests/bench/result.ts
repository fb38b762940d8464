import type { Kind } from './browser-bytes.ts';
import type { Figures } from './figures.ts';
import type { Machine } from './machine.ts';

/** What is measured, in the order in which it is told. */
export const subjects = {
	sql: 'SQL alone',
	json: 'JSON search',
	page: 'Results page',
	map: 'Map moved',
	referral: 'Referrals sent',
} as const;
export type Subject = keyof typeof subjects;
export const allSubjects = Object.keys(subjects) as Subject[];

export interface Measurement extends Figures {
	subject: Subject;
	/** 200 different queries, frequent ones more often; or always the same */
	queries: 'varied' | 'repeated' | 'none';
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
	/** bytes of the server: when it has answered once, and the most it ever held */
	memory?: { before: number; most: number };
	/** bytes sent to a browser that opens /offers for the first time */
	bytes?: Record<Kind, { sent: number; size: number; files: number }>;
	measurements: Measurement[];
}

export interface Ratios {
	/** how many times as long an answer takes in the largest made-up catalogue as in the smallest (10 clients) */
	growth: { subject: Subject; from: number; to: number; times: number }[];
	/** how many answers of the JSON search go on one of the SQL alone (10 clients) */
	jsonToSql: { name: string; times: number }[];
}

export interface BenchResult {
	machine: Machine;
	/** of each measurement */
	seconds: number;
	catalogues: CatalogueResult[];
	ratios: Ratios;
}

const busiest = ({ measurements }: CatalogueResult, subject: Subject): Measurement | undefined =>
	measurements
		.filter((each) => each.subject === subject && each.queries !== 'repeated')
		.sort((a, b) => b.clients - a.clients)[0];

/** Compares what was measured; pairs of which one was not measured are left out. */
export function compare(catalogues: readonly CatalogueResult[]): Ratios {
	const generated = catalogues.filter((each) => each.generated).sort((a, b) => a.offers - b.offers);
	const smallest = generated[0];
	const largest = generated.at(-1);
	const growth = allSubjects.flatMap((subject) => {
		const small = smallest && busiest(smallest, subject);
		const large = largest && busiest(largest, subject);
		if (!small || !large || smallest === largest) return [];
		return [{ subject, from: smallest.offers, to: largest.offers, times: small.perSecond / large.perSecond }];
	});
	const jsonToSql = catalogues.flatMap((catalogue) => {
		const json = busiest(catalogue, 'json');
		const sql = busiest(catalogue, 'sql');
		return json && sql ? [{ name: catalogue.name, times: json.perSecond / sql.perSecond }] : [];
	});
	return { growth, jsonToSql };
}
