/** The colours and type of the schematic map, the same on screen, on the offer's page and on paper. */
import type { LabelKind } from './schematic.ts';

export const paint = {
	sea: '#d3e3e8',
	shore: '#b3ccd4',
	lake: '#c6dce3',
	ground: '#f7f3eb',
	park: '#e1e9d3',
	road: '#ffffff',
	roadEdge: '#e4dccd',
	train: '#b5aa99',
	metro: '#c7b9ad',
	station: '#857a6c',
	grid: '#e9e2d5',
	halo: '#fbf9f4',
} as const;

export interface Lettering {
	/** pixels */
	size: number;
	/** contrast with the ground at least 4.5 : 1 */
	colour: string;
	weight: number;
	/** pixels added after each letter */
	spacing: number;
	capitals: boolean;
	italic: boolean;
	/** how far below its position the name is written, in pixels */
	below: number;
}

const plain = { weight: 400, spacing: 0, capitals: false, italic: false, below: 0 };

export const lettering: Readonly<Record<LabelKind, Lettering>> = {
	district: { ...plain, size: 12, colour: '#5d5346', weight: 600, spacing: 1.1, capitals: true },
	neighbour: { ...plain, size: 12, colour: '#75695a', spacing: 0.6 },
	sea: { ...plain, size: 13, colour: '#416b7b', spacing: 1.5, italic: true },
	lake: { ...plain, size: 11, colour: '#3d6a7c', italic: true },
	park: { ...plain, size: 11, colour: '#54703a', italic: true },
	road: { ...plain, size: 10.5, colour: '#6b6051', spacing: 0.3 },
	station: { ...plain, size: 11, colour: '#5a5147', below: 11 },
};
