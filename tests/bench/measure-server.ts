import { administer } from '../setup/templates.ts';
import { bytesOf, sums } from './browser-bytes.ts';
import type { BenchDatabase } from './databases.ts';
import { httpLoad } from './http-load.ts';
import { measure, type Plan } from './measure.ts';
import { bytesOfViews } from './map-bytes.ts';
import { panTheMap } from './pan.ts';
import type { Queries } from './queries.ts';
import type { CatalogueResult, Measurement } from './result.ts';
import { startServer } from './server.ts';
import { typeQueries } from './typing.ts';
import { viewports } from './viewports.ts';
import { longestWait } from './waits.ts';

const path = (address: string, parameters: Record<string, string>) => `${address}?${new URLSearchParams(parameters)}`;

/** A person's queries, typed letter by letter: about two seconds each. */
const typedQueries = 40;

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

/** Starts the server on a filled database and measures what it answers, holds and sends. */
export async function measureServer(
	plan: Plan,
	database: BenchDatabase,
	result: CatalogueResult,
	{ varied, repeated, fresh }: Queries,
): Promise<void> {
	const server = await startServer(database.url, database.masterKey, plan.port, plan.folder);
	plan.onEnd(server.stop);
	const { origin } = server;
	const ask = async (address: string) => {
		const response = await fetch(origin + address);
		if (!response.ok) throw new Error(`${response.url} answered with status ${response.status}`);
		await response.arrayBuffer();
	};
	const began = performance.now();
	const search = await longestWait(origin, () => ask(path('/api/offers', { q: repeated })));
	result.firstSearch = performance.now() - began;
	result.waits = { search, map: await longestWait(origin, () => ask('/api/offers/map')) };
	const before = server.memory();

	const http = (what: Pick<Measurement, 'subject' | 'queries'>, paths: string[]) =>
		measure(plan, result, what, (options) => httpLoad(origin, paths, options), server.work);
	for (const [subject, address] of [
		['json', '/api/offers'],
		['page', '/offers'],
	] as const) {
		if (!plan.only.has(subject)) continue;
		const searches = (queries: readonly string[]) => queries.map((q) => path(address, { q }));
		await http({ subject, queries: 'varied' }, searches(varied));
		await http({ subject, queries: 'repeated' }, searches([repeated]));
		await http({ subject, queries: 'fresh' }, searches(fresh));
	}
	if (plan.only.has('facets')) {
		const searches = (queries: readonly string[]) => queries.map((q) => path('/api/offers', { q, facets: '1' }));
		await http({ subject: 'facets', queries: 'varied' }, searches(varied));
		await http({ subject: 'facets', queries: 'fresh' }, searches(fresh));
	}
	if (plan.only.has('map')) {
		const moves = viewports(await middleOf(database.url));
		const at = (move: (typeof moves)[number] | undefined, q?: string) =>
			path('/api/offers/map', { ...(q && { q }), bbox: String(move?.bbox), zoom: String(move?.zoom) });
		const searching = varied.map((q, index) => at(moves[index % moves.length], q));
		await http({ subject: 'map', queries: 'varied' }, searching);
		await http(
			{ subject: 'map', queries: 'repeated' },
			moves.map((move) => at(move)),
		);
		const addresses = [...moves.map((move) => at(move)), ...searching];
		result.mapBytes = await bytesOfViews(addresses.map((address) => origin + address));
	}
	const after = server.memory();
	if (before && after) result.memory = { before: before.now, most: after.most };
	if (plan.only.has('page')) {
		const files = await bytesOf(origin, '/offers');
		if (files) Object.assign(result, { bytes: sums(files), files });
	}
	if (plan.only.has('pan')) {
		const frames = await panTheMap(origin);
		if (frames) {
			result.frames = frames;
			plan.say(`${result.name}: panned, ${frames.count} frames, longest ${frames.max.toFixed(1)} ms`);
		}
	}
	if (plan.only.has('typing')) {
		const typing = await typeQueries(origin, [...new Set(varied)].slice(0, typedQueries));
		if (typing) {
			result.typing = typing;
			plan.say(`${result.name}: typed, ${typing.queries} queries, p95 ${typing.p95.toFixed(1)} ms after the last key`);
		}
	}
	await server.stop();
}
