import type { MapAnswer, MapPoint, Viewport } from '../map/answer.ts';
import { buildClusters, mostAsked, pointLimit, viewport, type ClusterIndex, type Gathered } from '../map/clusters.ts';
import { wholeCity, type Box } from '../map/extent.ts';
import { gridClusters, mercatorX, mercatorY, type Places } from '../map/grid.ts';
import { calledAt, withPlaces } from '../map/place-names.ts';
import { usualName, type Called } from '../map/usual-name.ts';
import { capacityToday } from '../pause.ts';
import { has, type Bitset } from './bitset.ts';
import { daily } from './daily.ts';
import { eachOf, sorted, type Work } from './slices.ts';
import type { Snapshot } from './snapshot.ts';

/** What the map needs of a whole catalogue, made when the first map of the day is shown. */
interface MapData {
	/** from west to east, as `places` and `documents` are */
	readonly points: readonly MapPoint[];
	readonly places: Places;
	/** whose each place is */
	readonly documents: Uint32Array;
	/** what each place is called, worked out when it is first seen */
	readonly called: (place: number) => Called;
	/** of everything, where that is too much to tell one by one: by far the most asked for */
	readonly clusters: ClusterIndex | undefined;
}

/** Prepare it before a map is asked for: from 100,000 places it takes a second. */
export const mapData = daily(workOut);

function* workOut(snapshot: Snapshot, day: string): Work<MapData> {
	const { latitudes, longitudes } = snapshot.points;
	const order = Uint32Array.from(
		yield* sorted([...longitudes.keys()], (a, b) => (longitudes[a] ?? 0) - (longitudes[b] ?? 0)),
	);
	const documents = order.map((place) => snapshot.points.documents[place] ?? 0);
	const places = { x: new Float64Array(order.length), y: new Float64Array(order.length) };
	const points: MapPoint[] = [];
	yield* eachOf([...order], (place, at) => {
		points.push(pointOf(snapshot, documents[at] ?? 0, place, day));
		places.x[at] = mercatorX(longitudes[place] ?? 0);
		places.y[at] = mercatorY(latitudes[place] ?? 0);
	});
	const names: (Called | undefined)[] = [];
	const called = (place: number) => {
		const [, latitude = 0, longitude = 0] = points[place] ?? [];
		return (names[place] ??= calledAt(snapshot.points.addresses[order[place] ?? 0], latitude, longitude));
	};
	const positions = points.map(([, latitude, longitude]) => [latitude, longitude] as const);
	yield;
	const clusters = points.length > pointLimit ? yield* buildClusters(positions) : undefined;
	return { points, places, documents, called, clusters };
}

/** What places are called together. */
function callTogether({ called }: MapData, places: readonly number[]): Called {
	const step = Math.ceil(places.length / mostAsked);
	const name = usualName(places.filter((_, at) => at % step === 0).map(called));
	return name === undefined ? [] : [name];
}

function pointOf({ entries, points }: Snapshot, document: number, place: number, day: string): MapPoint {
	const entry = entries[document];
	if (!entry) throw new RangeError(`a place of offer ${document}, which is not there`);
	const { slug, name, organisation, capacity, pausedUntil, capacityExpires } = entry;
	const today = capacityToday(
		{ capacity, pausedUntil: pausedUntil ?? null, capacityExpires: capacityExpires ?? null },
		day,
	);
	return [
		slug,
		degrees(points.latitudes[place] ?? 0),
		degrees(points.longitudes[place] ?? 0),
		name,
		organisation.name,
		today,
	];
}

/** Five decimals: about a metre. */
const degrees = (value: number): number => Math.round(value * 100_000) / 100_000;

/** The places of the offers in a set, the first so many of them. */
function placesOf(documents: Uint32Array, set: Bitset, most = Infinity): number[] {
	const found: number[] = [];
	for (let place = 0; place < documents.length && found.length < most; place++) {
		if (has(set, documents[place] ?? 0)) found.push(place);
	}
	return found;
}

/**
 * What a map shows of a search: every place, or when they are many, what one viewport shows.
 * @param set the offers found
 * @param everything whether that is the whole catalogue
 * @param view of the map; undefined before there is one: then as if it showed the bounds of the search
 */
export function mapAnswer(
	snapshot: Snapshot,
	{ set, everything }: { set: Bitset; everything: boolean },
	view: Viewport | undefined,
	now: Date,
): MapAnswer {
	const data = mapData.on(snapshot, now);
	const { documents, clusters, places } = data;
	const shown = view ?? viewOf(boundsOf(snapshot, set));
	const call = (several: readonly number[]) => callTogether(data, several);
	if (everything && clusters) return gathered(data, viewport(clusters, shown, call));
	const found = placesOf(documents, set, pointLimit + 1);
	if (found.length <= pointLimit) return withPlaces({ points: named(data, found) });
	const inSet = (place: number) => has(set, documents[place] ?? 0);
	return gathered(data, gridClusters(places, inSet, shown, call));
}

const named = ({ points, called }: MapData, places: readonly number[]) =>
	places.flatMap((place) => {
		const point = points[place];
		return point ? [[point, called(place)] as const] : [];
	});

const gathered = (data: MapData, { clusters, alone }: Gathered): MapAnswer =>
	withPlaces({ clusters, points: named(data, alone) });

/** Places looked at to see where most of a search is. */
const sample = 1_000;
/** A few places far off do not make the map show half a continent. */
const outliers = 0.02;

/** The part of the world where the offers of a set are; null when none has a place on the map. */
export function boundsOf(snapshot: Snapshot, set: Bitset): Box | null {
	const found = placesOf(snapshot.points.documents, set);
	if (found.length === 0) return null;
	const step = Math.ceil(found.length / sample);
	const looked = found.filter((_, index) => index % step === 0);
	const { latitudes, longitudes } = snapshot.points;
	const [south, north] = most(looked.map((place) => latitudes[place] ?? 0));
	const [west, east] = most(looked.map((place) => longitudes[place] ?? 0));
	return [west, south, east, north];
}

/** The range that holds nearly all values. */
function most(values: number[]): [number, number] {
	const sorted = values.sort((a, b) => a - b);
	const skip = sorted.length > 50 ? Math.floor(sorted.length * outliers) : 0;
	return [sorted[skip] ?? 0, sorted[sorted.length - 1 - skip] ?? 0];
}

/** A map of usual size that shows these bounds. */
function viewOf(bounds: Box | null): Viewport {
	const [west, south, east, north] = bounds ?? wholeCity;
	const width = Math.max(mercatorX(east) - mercatorX(west), mercatorY(south) - mercatorY(north), 1e-6);
	const zoom = Math.max(2, Math.min(15, Math.log2(640 / 256 / width)));
	const margin = width * 360;
	return { bbox: [west - margin, south - margin, east + margin, north + margin], zoom };
}
