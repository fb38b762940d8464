import type { Box } from './extent.ts';

/** Longitude and latitude in degrees, as in GeoJSON. */
export type Position = readonly [lon: number, lat: number];

/** One side of a box: which side of it a position is on, and where a line crosses it. */
interface Edge {
	keeps: (position: Position) => boolean;
	cross: (from: Position, to: Position) => Position;
}

function edges([west, south, east, north]: Box): Edge[] {
	const atLon = (lon: number) => (a: Position, b: Position) =>
		[lon, a[1] + ((b[1] - a[1]) * (lon - a[0])) / (b[0] - a[0])] as const;
	const atLat = (lat: number) => (a: Position, b: Position) =>
		[a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]), lat] as const;
	return [
		{ keeps: ([lon]) => lon >= west, cross: atLon(west) },
		{ keeps: ([, lat]) => lat >= south, cross: atLat(south) },
		{ keeps: ([lon]) => lon <= east, cross: atLon(east) },
		{ keeps: ([, lat]) => lat <= north, cross: atLat(north) },
	];
}

/**
 * Cuts a filled ring to a box and closes it along the box's sides (Sutherland and Hodgman, 1974). Land that the box
 * cuts into several pieces stays one ring whose pieces touch along the sides: right when filled.
 * @param ring closed (last position equals the first) or open; any direction, which is kept
 * @returns an open ring; empty when nothing of it is inside
 */
export function clipRing(ring: readonly Position[], box: Box): Position[] {
	let kept = [...ring];
	if (kept.length > 1 && same(kept[0], kept.at(-1))) kept.pop();
	for (const edge of edges(box)) {
		const input = kept;
		kept = [];
		let from = input.at(-1);
		for (const to of input) {
			if (from && edge.keeps(from) !== edge.keeps(to)) kept.push(edge.cross(from, to));
			if (edge.keeps(to)) kept.push(to);
			from = to;
		}
	}
	return kept;
}

/**
 * Area by the shoelace formula, in square degrees.
 * @returns positive when the ring runs anticlockwise, negative when clockwise
 */
export function signedArea(ring: readonly Position[]): number {
	let twice = 0;
	let from = ring.at(-1);
	for (const to of ring) {
		if (from) twice += from[0] * to[1] - to[0] * from[1];
		from = to;
	}
	return twice / 2;
}

/**
 * Drops the positions of a line that lie closer than a tolerance to what remains (Douglas and Peucker, 1973).
 * @param tolerance degrees of latitude; longitudes are weighed as at 55.7° north
 */
export function simplify(line: readonly Position[], tolerance: number): Position[] {
	const keep = new Set([0, line.length - 1]);
	const spans: [number, number][] = [[0, line.length - 1]];
	for (let span = spans.pop(); span; span = spans.pop()) {
		const [start, end] = span;
		let farthest = -1;
		let most = tolerance;
		for (let index = start + 1; index < end; index++) {
			const distance = distanceToSegment(line[index], line[start], line[end]);
			if (distance > most) [farthest, most] = [index, distance];
		}
		if (farthest < 0) continue;
		keep.add(farthest);
		spans.push([start, farthest], [farthest, end]);
	}
	return line.filter((_, index) => keep.has(index));
}

/**
 * Drops the tips of a ring that turn back on themselves: piers, canals and seams that are thinner than they are long.
 * @param ring open
 */
export function dropSpikes(ring: readonly Position[]): Position[] {
	return ring.filter((tip, index) => {
		const before = ring.at(index - 1) ?? tip;
		const after = ring[(index + 1) % ring.length] ?? tip;
		const [ax, ay] = [(before[0] - tip[0]) * lonWeight, before[1] - tip[1]];
		const [bx, by] = [(after[0] - tip[0]) * lonWeight, after[1] - tip[1]];
		const cosine = (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by) || 1);
		return cosine < sharpest;
	});
}

/** Cosine of 25°. */
const sharpest = 0.906;

/**
 * Cuts each corner once, a quarter of the way along its sides (Chaikin, 1974). A line keeps its ends.
 * @param closed whether the last position joins the first
 */
export function roundCorners(line: readonly Position[], closed: boolean): Position[] {
	const [first, last] = [line[0], line.at(-1)];
	if (!first || !last || line.length < 3) return [...line];
	const between = (a: Position, b: Position, share: number) =>
		[a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share] as const;
	const rounded: Position[] = closed ? [] : [first];
	line.forEach((from, index) => {
		const to = line[index + 1] ?? (closed ? first : undefined);
		if (to) rounded.push(between(from, to, 0.25), between(from, to, 0.75));
	});
	if (!closed) rounded.push(last);
	return rounded;
}

/** Degrees of longitude are this much shorter than degrees of latitude at 55.7° north. */
const lonWeight = Math.cos((55.7 * Math.PI) / 180);

function distanceToSegment(p: Position | undefined, a: Position | undefined, b: Position | undefined): number {
	if (!p || !a || !b) return 0;
	const [dx, dy] = [(b[0] - a[0]) * lonWeight, b[1] - a[1]];
	const [px, py] = [(p[0] - a[0]) * lonWeight, p[1] - a[1]];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
	return Math.hypot(px - along * dx, py - along * dy);
}

function same(a: Position | undefined, b: Position | undefined): boolean {
	return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
