import type { MapAnswer, MapPoint, PlaceName } from './answer.ts';
import { usualName } from './usual-name.ts';

/** One mark on the map: a place, several that would touch on the screen, or a cluster from the server. */
export interface Group {
	/** the same for the same content, so that a mark is kept (and with it the focus) when the map is moved */
	key: string;
	/** WGS 84 degrees: of the first place, or the middle of a cluster */
	lat: number;
	lon: number;
	count: number;
	/** empty for a cluster */
	points: readonly MapPoint[];
	/** what the place is called */
	place?: string;
	/** the zoom at which a cluster comes apart */
	zoom?: number;
}

/** Marks closer than this touch, in pixels. */
const touching = 30;

/**
 * Puts places that would be drawn on top of each other into one mark.
 * @param project position to pixels at the zoom that is drawn
 * @returns from north to south, the order in which they are read and tabbed through
 */
export function groupMarks(
	answer: MapAnswer,
	project: (lat: number, lon: number) => { x: number; y: number },
): Group[] {
	const groups: Group[] = [];
	const cells = new Map<string, { x: number; y: number; points: MapPoint[] }[]>();
	const cell = (x: number, y: number) => `${Math.floor(x / touching)},${Math.floor(y / touching)}`;
	for (const point of answer.points) {
		const { x, y } = project(point[1], point[2]);
		const around = [-touching, 0, touching].flatMap((dx) =>
			[-touching, 0, touching].flatMap((dy) => cells.get(cell(x + dx, y + dy)) ?? []),
		);
		const near = around.find((other) => Math.hypot(other.x - x, other.y - y) < touching);
		if (near) {
			near.points.push(point);
			continue;
		}
		const mark = { x, y, points: [point] };
		const key = cell(x, y);
		const here = cells.get(key);
		if (here) here.push(mark);
		else cells.set(key, [mark]);
	}
	for (const { points } of [...cells.values()].flat()) {
		const [first] = points;
		if (!first) continue;
		const [slug, lat, lon] = first;
		const place = usualName(points.map((point) => calledOf(point[6], answer.places)));
		groups.push({
			key: `${slug} ${lat} ${lon} ${points.length}`,
			lat,
			lon,
			count: points.length,
			points,
			...(place !== undefined && { place }),
		});
	}
	if (answer.kind === 'clusters') {
		for (const [lat, lon, count, zoom, near] of answer.clusters) {
			const place = answer.places?.[near ?? -1]?.[0];
			groups.push({
				key: `${lat} ${lon} ${count}`,
				lat,
				lon,
				count,
				points: [],
				zoom,
				...(place !== undefined && { place }),
			});
		}
	}
	return groups.sort((a, b) => b.lat - a.lat);
}

/** What a place is called, from its closest name to its widest. */
function calledOf(near: number | undefined, places: readonly PlaceName[] = []): string[] {
	const found = near === undefined ? undefined : places[near];
	return found ? [found[0], ...calledOf(found[1], places)] : [];
}
