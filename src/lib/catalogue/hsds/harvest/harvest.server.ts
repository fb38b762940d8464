import { asActor, services, type Tx } from '../../../database/as-actor.server.ts';
import { systemActor } from '../../../identity/actor.ts';
import { storeCatalogue, type StoredCatalogue } from '../../catalogue-store.server.ts';
import { Flattener } from '../nested.ts';
import { assemble } from '../read.server.ts';
import { ReportBuilder, type ReadReport } from '../report.ts';
import { emptyTables } from '../tables.ts';
import { harvestFailure } from './failure.ts';
import { remoteObject, remotePages, type Asking, type RemoteObject, type RemotePage } from './pages.server.ts';
import {
	countServices,
	dropServices,
	forgetHarvest,
	keepObjects,
	readState,
	stagedObjects,
	stagedServiceIds,
	unseenServiceIds,
	writeState,
	type HarvestState,
	type Staged,
} from './state.server.ts';

export interface HarvestOptions {
	/** its name, the same every time */
	source: string;
	/** fetch everything anew */
	restart?: boolean;
	/** more than half of the offers may disappear */
	allowRemovals?: boolean;
	onPage?: (collection: Staged, page: number) => void;
}

export interface HarvestResult {
	/** objects fetched in this run */
	fetched: number;
	/** went on where an earlier run had broken off */
	resumed: boolean;
	/** asked only for what has changed since; undefined: for everything */
	changedAfter: Date | undefined;
	stored: StoredCatalogue;
	report: ReadReport;
}

/** In this order; a run that breaks off goes on with the stage and page it had reached. */
const stages = ['taxonomy_terms', 'organizations', 'services', 'removed', 'store'] as const;
type Stage = (typeof stages)[number];

/** Clocks differ and writes take time: so much before the last harvest is asked for again, in milliseconds. */
const overlap = 5 * 60_000;

const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asActor(systemActor, work);

/**
 * Follows another HSDS API: page by page, each kept as soon as it is here; the first time everything, then what has
 * changed. The catalogue changes at the end, all of it or nothing. What it brings is marked with its source, and what
 * was corrected here stays.
 * @throws DomainError `harvest.*`; what was fetched is kept, and the next run goes on there
 */
export async function harvestCatalogue(asking: Asking, options: HarvestOptions): Promise<HarvestResult> {
	const begun = await begin(asking.root, options);
	let { state } = begun;
	let fetched = 0;
	const save = async (changes: Partial<HarvestState>, tx?: Tx) => {
		state = { ...state, ...changes };
		await (tx ? writeState(tx, state) : asSystem((own) => writeState(own, state)));
	};
	const fetchAll = async (collection: Staged, path: string, optional: boolean) => {
		for await (const page of remotePages(asking, path, { from: state.nextPage, optional })) {
			const objects = collection === 'services' ? await whole(asking, page.objects) : page.objects;
			fetched += objects.length;
			await asSystem(async (tx) => {
				await keepObjects(tx, state, collection, objects);
				await save({ nextPage: page.number + 1, nextAfter: state.nextAfter ?? clockOf(page) }, tx);
			});
			options.onPage?.(collection, page.number);
		}
	};
	const work: Record<Exclude<Stage, 'store'>, () => Promise<void>> = {
		taxonomy_terms: () => fetchAll('taxonomy_terms', 'taxonomy_terms', true),
		organizations: () => fetchAll('organizations', 'organizations?full=true', true),
		services: () => fetchAll('services', servicesPath(state), false),
		removed: async () => void (fetched += await compareWithAll(asking, state, options)),
	};
	for (const stage of stages.slice(stages.indexOf(state.stage as Stage))) {
		if (stage === 'store') break;
		await work[stage]();
		await save({ stage: stages[stages.indexOf(stage) + 1] ?? 'store', nextPage: 1 });
	}
	const stored = await asSystem(async (tx) => {
		const result = await store(tx, state.source);
		await save({ finishedAt: tx.now }, tx);
		return result;
	});
	return { fetched, resumed: begun.resumed, changedAfter: state.changedAfter ?? undefined, ...stored };
}

/** Goes on with the run that broke off, or begins one. */
async function begin(
	url: string,
	{ source, restart = false }: HarvestOptions,
): Promise<{ state: HarvestState; resumed: boolean }> {
	return asSystem(async (tx) => {
		if (restart) await forgetHarvest(tx, source);
		const before = await readState(tx, source);
		if (before && before.url !== url) throw harvestFailure('harvest.other_address', { url: before.url });
		if (before && before.finishedAt === null) return { state: before, resumed: true };
		const state: HarvestState = {
			source,
			url,
			startedAt: tx.now,
			changedAfter: before?.nextAfter ?? null,
			nextAfter: null,
			stage: stages[0],
			nextPage: 1,
			finishedAt: null,
		};
		await writeState(tx, state);
		return { state, resumed: false };
	});
}

const clockOf = ({ date }: RemotePage): Date => new Date((date ?? services().clock()).getTime() - overlap);

const servicesPath = ({ changedAfter }: HarvestState): string =>
	changedAfter
		? `services?full=true&modified_after=${encodeURIComponent(changedAfter.toISOString())}`
		: 'services?full=true';

/** Some servers list only the fields of the service itself, whatever they are asked for. */
async function whole(asking: Asking, listed: readonly RemoteObject[]): Promise<RemoteObject[]> {
	const found: RemoteObject[] = [];
	for (const object of listed) {
		const isWhole = 'organization' in object || 'service_at_locations' in object;
		const full = isWhole ? object : await remoteObject(asking, `services/${encodeURIComponent(object.id)}`);
		if (full) found.push(full);
	}
	return found;
}

/**
 * Finds what is gone there, which no list of changes tells, and what was missed because pages moved while they were
 * turned.
 * @returns objects fetched
 */
async function compareWithAll(asking: Asking, state: HarvestState, options: HarvestOptions): Promise<number> {
	const there = new Set<string>();
	let told = false;
	for await (const page of remotePages(asking, 'services?minimal=true', { perPage: 500, optional: true })) {
		told = true;
		for (const { id } of page.objects) there.add(id);
	}
	const { source } = state;
	const [here, unseen] = await asSystem(async (tx) => [
		await stagedServiceIds(tx, source),
		await unseenServiceIds(tx, state),
	]);
	const gone = told ? here.filter((id) => !there.has(id)) : state.changedAfter ? [] : unseen;
	if (here.length > 0 && gone.length * 2 > here.length && !options.allowRemovals)
		throw harvestFailure('harvest.removals', { gone: gone.length, of: here.length });
	const known = new Set(here);
	const missed = [...there].filter((id) => !known.has(id)).map((id) => ({ id }));
	const found = await whole(asking, missed);
	await asSystem(async (tx) => {
		await dropServices(tx, source, gone);
		await keepObjects(tx, state, 'services', found);
	});
	return found.length;
}

async function store(tx: Tx, source: string): Promise<{ stored: StoredCatalogue; report: ReadReport }> {
	if ((await countServices(tx, source)) === 0) throw harvestFailure('harvest.empty');
	const report = new ReportBuilder();
	report.format = 'HSDS API';
	const tables = emptyTables();
	const flattener = new Flattener(tables);
	let row = 0;
	for await (const objects of stagedObjects(tx, source)) {
		for (const { collection, object } of objects) flattener.addAs(object, collection, collection, ++row);
	}
	const records = assemble(tables, report);
	return { stored: await storeCatalogue(tx, source, records, { keepLocal: true }), report: report.finish() };
}
