import { metresBetween, type Position } from '../near/position.ts';
import { each, type Bitset } from './bitset.ts';
import type { Snapshot } from './snapshot.ts';
import { best } from './top.ts';

/** Farther than anything on earth: offers whose place is not known, or secret, come after all others. */
export const unknownDistance = 30_000_000;

/**
 * How far each offer is, by its nearest place on the map. Secret places are not on the map and count for nothing.
 * @returns metres by document
 */
export function distancesFrom({ entries, points }: Snapshot, from: Position): Float32Array {
	const metres = new Float32Array(entries.length).fill(unknownDistance);
	for (let at = 0; at < points.documents.length; at++) {
		const document = points.documents[at] ?? 0;
		const latitude = points.latitudes[at] ?? 0;
		const longitude = points.longitudes[at] ?? 0;
		const far = metresBetween(from, { latitude, longitude });
		if (far < (metres[document] ?? 0)) metres[document] = far;
	}
	return metres;
}

/** The nearest of a set, nearest first; equally far ones in browse order. */
export function nearestFirst(set: Bitset, total: number, metres: Float32Array, limit: number): number[] {
	const documents = new Uint32Array(total);
	let count = 0;
	each(set, (document) => {
		documents[count++] = document;
	});
	return best(
		documents,
		count,
		metres.map((far) => -far),
		limit,
	);
}
