import { closestZoom, type MapCluster, type Viewport } from './answer.ts';
import type { CallTogether, Gathered } from './clusters.ts';
import type { Called } from './usual-name.ts';

/**
 * Places as fractions of the web map's square (Mercator, 0 to 1 from the north-west), side by side, from west to east:
 * so that those of a viewport are found without looking at the others.
 */
export interface Places {
	readonly x: Float64Array;
	readonly y: Float64Array;
}

/** Pixels of a cell, and how near the middles of two cells may come before they are one. */
const cellSize = 64;
const tooNear = 44;
const tileSize = 256;

/** A doorway with up to this many offers lists them. */
const doorway = 12;

export const mercatorX = (longitude: number): number => longitude / 360 + 0.5;

/** Beyond 85° the map ends. */
export function mercatorY(latitude: number): number {
	const sine = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180);
	return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}

const longitudeOf = (x: number): number => (x - 0.5) * 360;
const latitudeOf = (y: number): number => (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;

/** Places that are drawn as one. */
interface Cell {
	count: number;
	sumX: number;
	sumY: number;
	west: number;
	east: number;
	north: number;
	south: number;
	/** numbers of the places */
	members: number[];
}

function join(cell: Cell, other: Cell): void {
	cell.count += other.count;
	cell.sumX += other.sumX;
	cell.sumY += other.sumY;
	cell.west = Math.min(cell.west, other.west);
	cell.east = Math.max(cell.east, other.east);
	cell.north = Math.min(cell.north, other.north);
	cell.south = Math.max(cell.south, other.south);
	cell.members = cell.members.concat(other.members);
}

/**
 * Puts the places of a viewport together, without preparing anything for this search: nobody may ask it again. One pass
 * over the places between the viewport's west and east.
 * @param wanted whether a place belongs to the search, by its number
 * @returns alone: those that stand alone or share a doorway with few
 */
export function gridClusters(
	{ x, y }: Places,
	wanted: (place: number) => boolean,
	{ bbox: [west, south, east, north], zoom }: Viewport,
	call: CallTogether,
): Gathered {
	const pixels = tileSize * 2 ** zoom;
	const perCell = pixels / cellSize;
	const [left, right, top, bottom] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)];
	const cells = new Map<number, Cell>();
	for (let place = firstFrom(x, left); place < x.length; place++) {
		const px = x[place] ?? 0;
		if (px > right) break;
		const py = y[place] ?? 0;
		if (py < top || py > bottom || !wanted(place)) continue;
		const key = Math.floor(py * perCell) * 2 ** 26 + Math.floor(px * perCell);
		const cell = cells.get(key);
		if (!cell) {
			cells.set(key, { count: 1, sumX: px, sumY: py, west: px, east: px, north: py, south: py, members: [place] });
			continue;
		}
		cell.count++;
		cell.sumX += px;
		cell.sumY += py;
		if (px < cell.west) cell.west = px;
		if (px > cell.east) cell.east = px;
		if (py < cell.north) cell.north = py;
		if (py > cell.south) cell.south = py;
		cell.members.push(place);
	}
	return drawn(mergeNear([...cells.values()], tooNear / pixels), pixels, call);
}

/** The first of rising values that is not below the least. */
function firstFrom(rising: Float64Array, least: number): number {
	let low = 0;
	let high = rising.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((rising[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Cells on both sides of a line would be drawn on top of each other: the smaller joins the larger. */
function mergeNear(cells: Cell[], distance: number): Cell[] {
	const kept: Cell[] = [];
	for (const cell of cells.sort((a, b) => b.count - a.count)) {
		const near = kept.find((other) => {
			const dx = other.sumX / other.count - cell.sumX / cell.count;
			const dy = other.sumY / other.count - cell.sumY / cell.count;
			return dx * dx + dy * dy < distance * distance;
		});
		if (near) join(near, cell);
		else kept.push(cell);
	}
	return kept;
}

function drawn(cells: readonly Cell[], pixels: number, call: CallTogether): Gathered {
	const clusters: (readonly [MapCluster, Called])[] = [];
	const alone: number[] = [];
	for (const cell of cells) {
		const apart = comesApart(cell, pixels);
		if (cell.count === 1 || (cell.count <= doorway && apart > closestZoom)) {
			alone.push(...cell.members);
			continue;
		}
		const latitude = latitudeOf(cell.sumY / cell.count);
		const longitude = longitudeOf(cell.sumX / cell.count);
		clusters.push([[degrees(latitude), degrees(longitude), cell.count, apart], call(cell.members)]);
	}
	return { clusters, alone };
}

/** The zoom at which its outermost places are a cell apart; beyond the closest when they are at one door. */
function comesApart(cell: Cell, pixels: number): number {
	const extent = Math.max(cell.east - cell.west, cell.south - cell.north) * pixels;
	const zoom = Math.log2(pixels / tileSize);
	if (extent === 0) return closestZoom + 1;
	return Math.min(closestZoom + 1, Math.max(Math.floor(zoom) + 1, Math.ceil(zoom + Math.log2(cellSize / extent))));
}

/** Five decimals: about a metre. */
const degrees = (value: number): number => Math.round(value * 100_000) / 100_000;
