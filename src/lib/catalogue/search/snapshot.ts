import type { ScheduleRecord } from '../hsds/record.ts';
import { ageGroupsOf } from './age-groups.ts';
import { themeMixes, type ThemeMixes } from './alike.ts';
import type { Entry } from './entry.ts';
import type { Lexicon } from './lexicon.ts';
import { QueryReader } from './query.ts';
import type { FacetName } from './request.ts';
import { eachOf, inSlices, sorted, type Pause, type Work } from './slices.ts';
import { buildTextIndex, type TextIndex } from './text-index.ts';
import type { Thesaurus } from './thesaurus.ts';
import { ValueSets, type ValueSet } from './value-set.ts';

type Values = ReadonlyMap<string, ValueSet>;

/** Every place of the catalogue that can be shown on a map, by its offer. */
export interface Points {
	readonly documents: Uint32Array;
	readonly latitudes: Float64Array;
	readonly longitudes: Float64Array;
	/** as shown to anyone */
	readonly addresses: readonly (string | undefined)[];
}

/**
 * The published catalogue at one version, held in memory: searches, counts and the map ask nothing of the database.
 * An offer's number is its place in `entries`, which stand in the order in which they are shown when nothing is asked.
 * Nothing in it changes; what depends on the day or the minute is worked out when first asked and kept as long as it
 * holds.
 */
export interface Snapshot {
	readonly version: number;
	readonly entries: readonly Entry[];
	readonly bySlug: ReadonlyMap<string, number>;
	readonly text: TextIndex;
	readonly reader: QueryReader;
	readonly facets: Readonly<Record<Exclude<FacetName, 'capacity' | 'open'>, Values>>;
	readonly themeMixes: ThemeMixes;
	readonly points: Points;
	/** offers with the most recently confirmed first */
	readonly freshest: Uint32Array;
	readonly schedules: Schedules;
}

/** The different opening hours of the catalogue, and which each offer has. */
interface Schedules {
	readonly different: readonly (readonly ScheduleRecord[])[];
	/** offer → its place in `different` */
	readonly of: Uint32Array;
}

const capacityOrder = ['open', 'few', 'unknown', 'waitlist', 'full', 'paused'];

/** Those that take people first, then those that were confirmed last. */
function browseOrder(a: Entry, b: Entry): number {
	return (
		capacityOrder.indexOf(a.capacity) - capacityOrder.indexOf(b.capacity) ||
		compare(b.confirmed ?? '', a.confirmed ?? '') ||
		compare(a.name, b.name) ||
		compare(a.id, b.id)
	);
}

/** By code: a tie-break for a hundred thousand names has no time for the alphabet of a language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Builds the snapshot of a version.
 * @param entries in any order; they may be those of an earlier snapshot where an offer has not changed
 * @param lexicon the one the entries' texts were encoded with
 */
export async function buildSnapshot(
	version: number,
	entries: readonly Entry[],
	lexicon: Lexicon,
	thesaurus: Thesaurus,
	pause: Pause = async () => undefined,
): Promise<Snapshot> {
	return inSlices(build(version, entries, lexicon, thesaurus), pause);
}

function* build(version: number, entries: readonly Entry[], lexicon: Lexicon, thesaurus: Thesaurus): Work<Snapshot> {
	const ordered = yield* sorted(entries, browseOrder);
	const text = yield* buildTextIndex(
		ordered.map((entry) => entry.text),
		lexicon,
		thesaurus,
	);
	return {
		version,
		entries: ordered,
		bySlug: new Map(ordered.map(({ slug }, document) => [slug, document])),
		text,
		reader: new QueryReader(text),
		facets: yield* facetsOf(ordered),
		themeMixes: yield* themeMixes(ordered, ({ terms }) => terms.filter((term) => term.startsWith('theme:'))),
		points: yield* pointsOf(ordered),
		freshest: freshestFirst(ordered),
		schedules: schedulesOf(ordered),
	};
}

function* facetsOf(entries: readonly Entry[]): Work<Snapshot['facets']> {
	const sets = {
		theme: new ValueSets(),
		target_group: new ValueSets(),
		transition: new ValueSets(),
		district: new ValueSets(),
		age_group: new ValueSets(),
		way_in: new ValueSets(),
		language: new ValueSets(),
		gender: new ValueSets(),
		mode: new ValueSets(),
		free: new ValueSets(),
		step_free: new ValueSets(),
		peers: new ValueSets(),
		user_organisation: new ValueSets(),
		kind: new ValueSets(),
	};
	yield* eachOf(entries, (entry, document) => {
		for (const term of entry.terms) {
			const [taxonomy = '', code = ''] = term.split(':');
			if (taxonomy === 'theme' || taxonomy === 'target_group' || taxonomy === 'transition') {
				sets[taxonomy].add(code, document);
			}
		}
		for (const district of entry.districts) sets.district.add(district, document);
		for (const group of ageGroupsOf(entry.minimumAge, entry.maximumAge)) sets.age_group.add(group, document);
		for (const way of entry.waysIn) sets.way_in.add(way, document);
		for (const language of entry.languages) sets.language.add(language, document);
		for (const mode of entry.modes) sets.mode.add(mode, document);
		sets.gender.add(entry.gender, document);
		if (entry.free) sets.free.add('1', document);
		if (entry.stepFree) sets.step_free.add('1', document);
		if (entry.peers) sets.peers.add('1', document);
		if (entry.organisation.kind) sets.kind.add(entry.organisation.kind, document);
		if (entry.organisation.kind === 'user_organisation') sets.user_organisation.add('1', document);
	});
	const finish = (set: ValueSets) => set.finish(entries.length);
	return {
		theme: finish(sets.theme),
		target_group: finish(sets.target_group),
		transition: finish(sets.transition),
		district: finish(sets.district),
		age_group: finish(sets.age_group),
		way_in: finish(sets.way_in),
		language: finish(sets.language),
		gender: finish(sets.gender),
		mode: finish(sets.mode),
		free: finish(sets.free),
		step_free: finish(sets.step_free),
		peers: finish(sets.peers),
		user_organisation: finish(sets.user_organisation),
		kind: finish(sets.kind),
	};
}

function* pointsOf(entries: readonly Entry[]): Work<Points> {
	const documents: number[] = [];
	const latitudes: number[] = [];
	const longitudes: number[] = [];
	const addresses: (string | undefined)[] = [];
	yield* eachOf(entries, ({ places }, document) => {
		for (const { latitude, longitude, address } of places) {
			if (latitude === undefined || longitude === undefined) continue;
			documents.push(document);
			latitudes.push(latitude);
			longitudes.push(longitude);
			addresses.push(address);
		}
	});
	return {
		documents: Uint32Array.from(documents),
		latitudes: Float64Array.from(latitudes),
		longitudes: Float64Array.from(longitudes),
		addresses,
	};
}

function freshestFirst(entries: readonly Entry[]): Uint32Array {
	const byDay = Map.groupBy(entries.keys(), (document) => entries[document]?.confirmed ?? '');
	const days = [...byDay.keys()].sort().reverse();
	return Uint32Array.from(days.flatMap((day) => byDay.get(day) ?? []));
}

function schedulesOf(entries: readonly Entry[]): Schedules {
	const numbers = new Map<readonly ScheduleRecord[], number>();
	const of = Uint32Array.from(entries, ({ schedules }) => {
		const known = numbers.get(schedules) ?? numbers.size;
		numbers.set(schedules, known);
		return known;
	});
	return { different: [...numbers.keys()], of };
}
