import { lettering, type Lettering } from './paint.ts';
import type { Label } from './schematic.ts';

/** A name that has room, in pixels from the top left of what it was placed on. */
export interface PlacedLabel {
	style: Lettering;
	kind: Label[0];
	lines: string[];
	/** middle of the name */
	x: number;
	y: number;
	/** room it takes, estimated */
	width: number;
	height: number;
}

/** Average width of a letter in ems, measured on the Danish names in a sans-serif face; capitals are wider. */
const letter = { small: 0.54, capital: 0.68 };

/** Pixels kept free around a name. */
const margin = 4;

/** Height of a line in ems. */
export const lineHeight = 1.15;

/** Something drawn over the names: a round mark, in the same pixels. */
export interface Obstacle {
	x: number;
	y: number;
	radius: number;
}

/** How far a name of an area may move up or down to be read beside a mark, in lines of its own size. */
const shifts = [0, -1.6, 1.6, -2.6, 2.6];

/**
 * Chooses which names are written and where, so that none touches another (the first in the list win) and as few as
 * possible lie under a mark.
 * @param labels most important first
 * @param zoom of 256-pixel tiles; names that belong to closer views are left out
 * @param project position to pixels
 */
export function placeLabels(
	labels: readonly Label[],
	zoom: number,
	project: (lat: number, lon: number) => { x: number; y: number },
	obstacles: readonly Obstacle[] = [],
): PlacedLabel[] {
	const placed: PlacedLabel[] = [];
	for (const [kind, text, lon, lat, fromZoom] of labels) {
		if (zoom < fromZoom) continue;
		const style = lettering[kind];
		const lines = breakName(text);
		const em = style.capitals ? letter.capital : letter.small;
		const width = Math.max(...lines.map((line) => line.length * (style.size * em + style.spacing))) + margin;
		const height = lines.length * style.size * lineHeight + margin;
		const at = project(lat, lon);
		const { x } = at;
		const apart = (y: number) =>
			placed.every(
				(other) =>
					Math.abs(other.x - x) * 2 >= other.width + width || Math.abs(other.y - y) * 2 >= other.height + height,
			);
		const uncovered = (y: number) =>
			obstacles.every(
				(mark) => Math.abs(mark.x - x) >= mark.radius + width / 2 || Math.abs(mark.y - y) >= mark.radius + height / 2,
			);
		const heights = (style.below || kind === 'road' ? [0] : shifts).map(
			(lines) => at.y + style.below + lines * style.size,
		);
		const free = heights.filter(apart);
		const y = free.find(uncovered) ?? free[0];
		if (y !== undefined) placed.push({ style, kind, lines, x, y, width, height });
	}
	return placed;
}

/** `Vesterbro/Kongens Enghave` and `Brønshøj-Husum` on two lines. */
function breakName(text: string): string[] {
	return text.length > 12 ? text.split(/(?<=[/-])/) : [text];
}
