/** The schematic map of Copenhagen: land from the coastline, the rest from places.ts, in one small drawable form. */
import { clipRing, dropSpikes, roundCorners, signedArea, simplify, type Position } from './clip.ts';
import { city, inside, sheet } from './extent.ts';
import * as places from './places.ts';

/** A line or ring as one flat list: longitude, latitude, longitude, latitude … */
export type Flat = readonly number[];

export type LabelKind = 'district' | 'neighbour' | 'sea' | 'lake' | 'park' | 'station' | 'road';

/** A name on the map, most important first, and the zoom (256-pixel tiles) from which there is room for it. */
export type Label = readonly [kind: LabelKind, text: string, lon: number, lat: number, fromZoom: number];

export interface Schematic {
	land: readonly Flat[];
	parks: readonly Flat[];
	lakes: readonly Flat[];
	roads: readonly Flat[];
	trains: readonly Flat[];
	metro: readonly Flat[];
	bridge: Flat;
	/** every station, one position after the other */
	stations: Flat;
	labels: readonly Label[];
}

/** Metres in a degree of latitude. */
const metresPerDegree = 111_320;

/** About 15 metres: less than a pixel at zoom 13, and the coastline is no better. */
const tolerance = 0.000_14;

/** Rocks, breakwaters and basins smaller than this (square degrees; about 0.02 km²) are noise on a silhouette. */
const smallestLand = 0.000_003;

/**
 * Builds the schematic map.
 * @param coastline rings of land as [lon, lat], closed or open; those outside the sheet are left out
 */
export function buildSchematic(coastline: Iterable<readonly Position[]>): Schematic {
	const land: Flat[] = [];
	for (const ring of coastline) {
		const clipped = clipRing(ring, sheet);
		if (clipped.length < 3 || Math.abs(signedArea(clipped)) < smallestLand) continue;
		land.push(flat(roundCorners(dropSpikes(simplify(clipped, tolerance)), true)));
	}
	const stationsOf = (line: readonly places.Station[]) => flat(line.map((name) => places.stations[name]));
	return {
		land,
		parks: places.parks.map(outline),
		lakes: places.lakes.map(outline),
		roads: places.roads.map(([, along]) => flat(roundCorners(along, false))),
		trains: places.trains.map(stationsOf),
		metro: places.metro.map(stationsOf),
		bridge: flat(roundCorners(places.bridge, false)),
		stations: flat(Object.values(places.stations)),
		labels: labels(),
	};
}

function labels(): Label[] {
	const all: Label[] = [];
	const add = (kind: LabelKind, text: string, [lon, lat]: Position, fromZoom: number) =>
		all.push([kind, text, lon, lat, fromZoom]);
	for (const names of Object.values(places.districtNames)) {
		names.forEach(([name, at], index) => add('district', name, at, index === 0 ? 10.5 : 13));
	}
	for (const [name, at] of places.seas) add('sea', name, at, inside(city, at[1], at[0]) ? 12 : 10);
	for (const [name, at] of places.neighbours) add('neighbour', name, at, inside(city, at[1], at[0]) ? 10.75 : 10);
	for (const name of places.hubs) add('station', name, places.stations[name], 13);
	for (const { name, label } of places.lakes) if (label) add('lake', name, label, 13);
	for (const { name, label } of places.parks) if (label) add('park', name, label, 13);
	for (const [name, at] of Object.entries(places.stations)) {
		if (!places.hubs.some((hub) => hub === name)) add('station', name, at, 14);
	}
	for (const [name, along] of places.roads) add('road', name, middle(along), 14);
	return all;
}

/** The middle of a line's longest stretch, where its name disturbs least. */
function middle(along: readonly Position[]): Position {
	let longest = 0;
	let at: Position = along[0] ?? [0, 0];
	along.forEach((to, index) => {
		const from = along[index - 1] ?? to;
		const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
		if (length > longest) [longest, at] = [length, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]];
	});
	return at;
}

function outline({ ring, band }: places.Outline): Flat {
	return flat(roundCorners(ring ?? (band ? widen(band.along, band.metres / 2) : []), true));
}

/** The ring around a line, at a distance in metres on either side. */
function widen(along: readonly Position[], metres: number): Position[] {
	const left: Position[] = [];
	const right: Position[] = [];
	along.forEach(([lon, lat], index) => {
		const before = along[index - 1] ?? [lon, lat];
		const after = along[index + 1] ?? [lon, lat];
		const shrink = Math.cos((lat * Math.PI) / 180);
		const [dx, dy] = [(after[0] - before[0]) * shrink, after[1] - before[1]];
		const length = Math.hypot(dx, dy);
		const [east, north] = [(-dy / length) * metres, (dx / length) * metres];
		left.push([lon + east / metresPerDegree / shrink, lat + north / metresPerDegree]);
		right.unshift([lon - east / metresPerDegree / shrink, lat - north / metresPerDegree]);
	});
	return [...left, ...right];
}

/** Five decimals are about a metre, four about ten. */
function flat(line: readonly Position[]): Flat {
	return line.flatMap(([lon, lat]) => [Number(lon.toFixed(4)), Number(lat.toFixed(4))]);
}
