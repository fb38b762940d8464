import type { ScheduleRecord } from '../hsds/record.ts';
import { hoursAreKnown, isOpenAt, localTime, openKinds } from '../opening-hours.ts';
import { capacityToday } from '../pause.ts';
import { ageGroupsOf } from './age-groups.ts';
import { bitsetOf, type Bitset } from './bitset.ts';
import type { Entry } from './entry.ts';
import type { Lexicon } from './lexicon.ts';
import { QueryReader } from './query.ts';
import type { FacetName } from './request.ts';
import { buildTextIndex, type Pause, type TextIndex } from './text-index.ts';
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
	const ordered = [...entries].sort(browseOrder);
	await pause();
	const text = await buildTextIndex(
		ordered.map((entry) => entry.text),
		lexicon,
		thesaurus,
		pause,
	);
	const facets = facetsOf(ordered);
	await pause();
	return {
		version,
		entries: ordered,
		bySlug: new Map(ordered.map(({ slug }, document) => [slug, document])),
		text,
		reader: new QueryReader(text),
		facets,
		points: pointsOf(ordered),
		freshest: freshestFirst(ordered),
		schedules: schedulesOf(ordered),
	};
}

function facetsOf(entries: readonly Entry[]): Snapshot['facets'] {
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
	for (const [document, entry] of entries.entries()) {
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
	}
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

function pointsOf(entries: readonly Entry[]): Points {
	const found = entries.flatMap(({ places }, document) =>
		places.flatMap(({ latitude, longitude, address }) =>
			latitude === undefined || longitude === undefined ? [] : [{ document, latitude, longitude, address }],
		),
	);
	return {
		documents: Uint32Array.from(found, ({ document }) => document),
		latitudes: Float64Array.from(found, ({ latitude }) => latitude),
		longitudes: Float64Array.from(found, ({ longitude }) => longitude),
		addresses: found.map(({ address }) => address),
	};
}

function freshestFirst(entries: readonly Entry[]): Uint32Array {
	const confirmed = (document: number) => entries[document]?.confirmed ?? '';
	return Uint32Array.from(entries.keys()).sort((a, b) =>
		confirmed(a) === confirmed(b) ? a - b : confirmed(a) < confirmed(b) ? 1 : -1,
	);
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

/** What holds on one day in Copenhagen. */
export interface DayFacets {
	/** ISO date */
	readonly day: string;
	readonly capacity: Values;
	/** weekdays, `weekend`, `evening`, `night`, and `unknown` where nobody has said */
	readonly open: Values;
}

const dayFacets = new WeakMap<Snapshot, DayFacets>();

/** The facets that depend on the day, worked out once a day. */
export function facetsOn(snapshot: Snapshot, now: Date): DayFacets {
	const day = localTime(now).date;
	const known = dayFacets.get(snapshot);
	if (known?.day === day) return known;
	const { entries, schedules } = snapshot;
	const kinds = schedules.different.map((each) => (hoursAreKnown(each) ? [...openKinds(each, day)] : ['unknown']));
	const capacity = new ValueSets();
	const open = new ValueSets();
	for (const [document, entry] of entries.entries()) {
		capacity.add(
			capacityToday(
				{
					capacity: entry.capacity,
					pausedUntil: entry.pausedUntil ?? null,
					capacityExpires: entry.capacityExpires ?? null,
				},
				day,
			),
			document,
		);
		for (const kind of kinds[schedules.of[document] ?? 0] ?? []) open.add(kind, document);
	}
	const made = { day, capacity: capacity.finish(entries.length), open: open.finish(entries.length) };
	dayFacets.set(snapshot, made);
	return made;
}

const openSets = new WeakMap<Snapshot, { minute: string; set: Bitset }>();

/** The offers that are open at this minute. */
export function openNow(snapshot: Snapshot, now: Date): Bitset {
	const at = localTime(now);
	const minute = `${at.date} ${at.minute}`;
	const known = openSets.get(snapshot);
	if (known?.minute === minute) return known.set;
	const { entries, schedules } = snapshot;
	const isOpen = schedules.different.map((each) => isOpenAt(each, at));
	const set = bitsetOf(
		entries.length,
		[...entries.keys()].filter((document) => isOpen[schedules.of[document] ?? 0]),
	);
	openSets.set(snapshot, { minute, set });
	return set;
}
