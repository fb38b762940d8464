import { nameOf, namedPlace } from './named-places.ts';
import { positionText, readPosition, type Position } from './position.ts';

/** Where distances are counted from. */
export interface Near extends Position {
	/** as it stands in the address */
	readonly text: string;
	/** what it is called; undefined for a point where nothing is known nearby */
	readonly name: string | undefined;
	/** pointed at, looked up or the device's own, rather than named */
	readonly pointed: boolean;
}

/** Longer than any address. */
export const longestPlace = 120;

/** Reads `55.69,12.55`, `2200` or `Nørrebro`; undefined when it is none of these and would have to be looked up. */
export function readNear(text: string): Near | undefined {
	const point = readPosition(text);
	if (point) return { ...point, text: positionText(point), name: nameOf(point), pointed: true };
	const known = namedPlace(text);
	return known && { ...known, text: text.trim(), pointed: false };
}
