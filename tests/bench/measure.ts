import { administer } from '../setup/templates.ts';
import { bytesOf, sums } from './browser-bytes.ts';
import type { BenchDatabase } from './databases.ts';
import type { Figures } from './figures.ts';
import { httpLoad } from './http-load.ts';
import { makeQueries } from './queries.ts';
import { prepareReferrals } from './referrals.ts';
import type { CatalogueResult, Measurement, Subject } from './result.ts';
import { startServer } from './server.ts';
import { prepareTextSearch, textSearchLoad } from './text-search.ts';
import { viewports } from './viewports.ts';

export interface Plan {
	only: ReadonlySet<Subject>;
	/** of each measurement */
	seconds: number;
	/** where the server listens */
	port: number;
	/** for logs */
	folder: string;
	say(line: string): void;
	/** to be undone also when the run is broken off */
	onEnd(undo: () => Promise<void>): void;
}

const clientCounts = [1, 10] as const;
const warmUp = 1;

type Load = (options: { clients: number; seconds: number }) => Promise<Figures>;

/** One and ten clients, after warming up: the first seconds of a process are of its compiler. */
async function measure(
	plan: Plan,
	result: CatalogueResult,
	what: Pick<Measurement, 'subject' | 'queries'>,
	load: Load,
): Promise<void> {
	await load({ clients: Math.max(...clientCounts), seconds: warmUp });
	for (const clients of clientCounts) {
		const found = await load({ clients, seconds: plan.seconds });
		result.measurements.push({ ...what, ...found });
		plan.say(
			`${result.name}: ${what.subject}, ${what.queries}, ${clients} clients: ${Math.round(found.perSecond)} per s, ` +
				`p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms`,
		);
	}
}

const path = (address: string, parameters: Record<string, string>) => `${address}?${new URLSearchParams(parameters)}`;

/** The middle of the places on the map and how far they spread, in degrees of latitude; outliers left out. */
async function middleOf(databaseUrl: string): Promise<{ latitude: number; longitude: number; spread: number }> {
	const { rows } = await administer(
		databaseUrl,
		`select
			percentile_cont(0.5) within group (order by latitude) as latitude,
			percentile_cont(0.5) within group (order by longitude) as longitude,
			percentile_cont(0.75) within group (order by latitude) - percentile_cont(0.25) within group (order by latitude) as spread
		from location`,
	);
	const [row] = rows as { latitude: number; longitude: number; spread: number }[];
	if (!row) throw new Error('The catalogue has no places.');
	return row;
}

async function throughServer(
	plan: Plan,
	database: BenchDatabase,
	result: CatalogueResult,
	{ varied, repeated }: ReturnType<typeof makeQueries>,
): Promise<void> {
	const server = await startServer(database.url, database.masterKey, plan.port, plan.folder);
	plan.onEnd(server.stop);
	const { origin } = server;
	const began = performance.now();
	const first = await fetch(origin + path('/api/offers', { q: repeated }));
	if (!first.ok) throw new Error(`${first.url} answered with status ${first.status}`);
	await first.arrayBuffer();
	result.firstSearch = performance.now() - began;
	const before = server.memory();

	const http =
		(paths: string[]): Load =>
		(options) =>
			httpLoad(origin, paths, options);
	for (const [subject, address] of [
		['json', '/api/offers'],
		['page', '/offers'],
	] as const) {
		if (!plan.only.has(subject)) continue;
		await measure(plan, result, { subject, queries: 'varied' }, http(varied.map((q) => path(address, { q }))));
		await measure(plan, result, { subject, queries: 'repeated' }, http([path(address, { q: repeated })]));
	}
	if (plan.only.has('map')) {
		const moves = viewports(await middleOf(database.url));
		const at = (move: (typeof moves)[number] | undefined, q?: string) =>
			path('/api/offers/map', { ...(q && { q }), bbox: String(move?.bbox), zoom: String(move?.zoom) });
		const searching = varied.map((q, index) => at(moves[index % moves.length], q));
		await measure(plan, result, { subject: 'map', queries: 'varied' }, http(searching));
		await measure(plan, result, { subject: 'map', queries: 'repeated' }, http(moves.map((move) => at(move))));
	}
	const after = server.memory();
	if (before && after) result.memory = { before: before.now, most: after.most };
	if (plan.only.has('page')) {
		const transfers = await bytesOf(origin, '/offers');
		if (transfers) result.bytes = sums(transfers);
		for (const { kind, path: file, sent, size, encoding, gzip } of transfers ?? []) {
			plan.say(
				`${result.name}: ${kind} ${file}: ${sent} bytes (${encoding || `as it is; gzip: ${gzip}`}; ${size} unpacked)`,
			);
		}
	}
	await server.stop();
}

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
		for (const kind of ['varied', 'repeated'] as const) {
			const asked = kind === 'varied' ? queries.varied : [queries.repeated];
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
	if (['json', 'page', 'map'].some((subject) => plan.only.has(subject as Subject))) {
		await throughServer(plan, database, result, queries);
	}
}
