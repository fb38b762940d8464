/**
 * How well the search finds what people mean: `npm run bench -- relevance OFFERS QUERIES`.
 *
 * Loads a catalogue of HSDS into a fresh database, asks the built server over HTTP, and sets the figures beside what
 * PostgreSQL finds by itself in the same run.
 */
import { writeFileSync } from 'node:fs';
import { administer } from '../setup/templates.ts';
import { baselines, openBaselines } from './baselines.ts';
import { importInto, makeDatabase } from './databases.ts';
import { mean, readJudged, worthOf, type JudgedQuery, type Worth } from './judged.ts';
import { table } from './markdown.ts';
import { startServer } from './server.ts';

export interface RelevancePlan {
	/** HSDS, as `npm run cli -- import` takes it */
	readonly offers: string;
	/** a JSON list of `{ q, kind, relevant: { offer id: grade } }` */
	readonly queries: string;
	readonly json?: string;
	readonly port: number;
	/** for logs */
	readonly folder: string;
	/** to be undone also when the run is broken off */
	onEnd(undo: () => Promise<void>): void;
}

type Means = Record<'queries' | 'ndcg@10' | 'recall@20' | 'no hit', number>;

interface SystemResult {
	readonly name: string;
	readonly all: Means;
	readonly kinds: Readonly<Record<string, Means>>;
	readonly each: readonly { q: string; kind: string; ndcg: number; recall: number; found: readonly string[] }[];
}

const meansOf = (worths: readonly Worth[]): Means => ({
	queries: worths.length,
	'ndcg@10': mean(worths.map((each) => each.ndcg)),
	'recall@20': mean(worths.map((each) => each.recall)),
	'no hit': mean(worths.map((each) => (each.none ? 1 : 0))),
});

async function judge(
	name: string,
	queries: readonly JudgedQuery[],
	ask: (q: string) => Promise<readonly string[]>,
): Promise<SystemResult> {
	const judged: { query: JudgedQuery; worth: Worth; found: readonly string[] }[] = [];
	for (const query of queries) {
		const found = await ask(query.q);
		judged.push({ query, worth: worthOf(found, query), found });
	}
	const kinds = Map.groupBy(judged, ({ query }) => query.kind);
	return {
		name,
		all: meansOf(judged.map(({ worth }) => worth)),
		kinds: Object.fromEntries([...kinds].map(([kind, list]) => [kind, meansOf(list.map(({ worth }) => worth))])),
		each: judged.map(({ query: { q, kind }, worth: { ndcg, recall }, found }) => ({
			q,
			kind,
			ndcg,
			recall,
			found: found.slice(0, 10),
		})),
	};
}

/** Asks the server as a program would, and gives the ids that the catalogue's source uses. */
async function overHttp(origin: string, databaseUrl: string): Promise<(q: string) => Promise<string[]>> {
	const { rows } = await administer(databaseUrl, 'select slug, source_id from offer');
	const idOf = new Map((rows as { slug: string; source_id: string }[]).map((row) => [row.slug, row.source_id]));
	return async (q) => {
		// The space says that the last word is whole.
		const response = await fetch(`${origin}/api/offers?${new URLSearchParams({ q: `${q} ` })}`);
		if (!response.ok) throw new Error(`The search answered with status ${response.status}.`);
		const { offers } = (await response.json()) as { offers: { slug: string }[] };
		return offers.map(({ slug }) => idOf.get(slug) ?? slug);
	};
}

const short = (value: number) => value.toFixed(3);
const percent = (value: number) => `${Math.round(value * 100)} %`;

function report(systems: readonly SystemResult[]): string {
	const kinds = Object.keys(systems[0]?.kinds ?? {});
	const rowOf = (label: string, of: (system: SystemResult) => Means | undefined) => [
		label,
		String(of(systems[0] as SystemResult)?.queries ?? 0),
		...systems.flatMap((system) => {
			const means = of(system);
			return means ? [short(means['ndcg@10']), short(means['recall@20']), percent(means['no hit'])] : ['–', '–', '–'];
		}),
	];
	const head = ['Kind', 'Queries', ...systems.flatMap(({ name }) => [`${name}: nDCG@10`, 'recall@20', 'no hit'])];
	return table([
		head,
		...kinds.map((kind) => rowOf(kind, (system) => system.kinds[kind])),
		rowOf('all', ({ all }) => all),
	]);
}

/** @param url of a PostgreSQL in which databases may be made */
export async function relevance(url: string, plan: RelevancePlan): Promise<void> {
	const queries = readJudged(plan.queries);
	const database = await makeDatabase(url);
	plan.onEnd(database.remove);
	// The command that an operator uses migrates too.
	const { offers } = await importInto(database, plan.offers);
	const server = await startServer(database.url, database.masterKey, plan.port, plan.folder);
	plan.onEnd(server.stop);
	const plain = await openBaselines(database.url);
	plan.onEnd(plain.close);
	const systems = [await judge('Socialkompas', queries, await overHttp(server.origin, database.url))];
	for (const name of baselines) systems.push(await judge(name, queries, (q) => plain.ask(name, q)));
	if (plan.json) writeFileSync(plan.json, `${JSON.stringify({ offers, systems }, null, '\t')}\n`);
	console.log(`\n${offers} offers, ${queries.length} queries\n\n${report(systems)}`);
}
