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
}

/** Average width of a letter in ems, measured on the Danish names in a sans-serif face; capitals are wider. */
const letter = { small: 0.54, capital: 0.68 };

/** Pixels kept free around a name. */
const margin = 4;

/** Height of a line in ems. */
export const lineHeight = 1.15;

/**
 * Chooses which names are written, so that none touches another: the first in the list win.
 * @param labels most important first
 * @param zoom of 256-pixel tiles; names that belong to closer views are left out
 * @param project position to pixels
 */
export function placeLabels(
	labels: readonly Label[],
	zoom: number,
	project: (lat: number, lon: number) => { x: number; y: number },
): PlacedLabel[] {
	const placed: (PlacedLabel & { width: number; height: number })[] = [];
	for (const [kind, text, lon, lat, fromZoom] of labels) {
		if (zoom < fromZoom) continue;
		const style = lettering[kind];
		const lines = breakName(text);
		const em = style.capitals ? letter.capital : letter.small;
		const width = Math.max(...lines.map((line) => line.length * (style.size * em + style.spacing))) + margin;
		const height = lines.length * style.size * lineHeight + margin;
		const { x, y: top } = project(lat, lon);
		const y = top + style.below;
		const free = placed.every(
			(other) => Math.abs(other.x - x) * 2 >= other.width + width || Math.abs(other.y - y) * 2 >= other.height + height,
		);
		if (free) placed.push({ style, kind, lines, x, y, width, height });
	}
	return placed;
}

/** `Vesterbro/Kongens Enghave` and `Brønshøj-Husum` on two lines. */
function breakName(text: string): string[] {
	return text.length > 12 ? text.split(/(?<=[/-])/) : [text];
}
