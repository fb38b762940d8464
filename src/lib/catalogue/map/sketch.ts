/** A still picture of one place on the schematic map, as SVG: works without JavaScript and prints well. */
import map from './generated/copenhagen.json' with { type: 'json' };
import { lineHeight, placeLabels } from './labels.ts';
import { paint } from './paint.ts';
import type { Flat, Schematic } from './schematic.ts';

const schematic = map as unknown as Schematic;

/** Pixels; wide enough for a column of text, and sharp at any size. */
const width = 640;
const height = 400;

/** Metres in a degree of latitude. */
const metresPerDegree = 111_320;

/** Metres in a pixel at zoom 0 of 256-pixel tiles on the equator. */
const metresPerPixel = 156_543;

export interface Surroundings {
	/** WGS 84 degrees */
	lat: number;
	lon: number;
	/** metres from the place to the nearest edge of the picture */
	radiusMetres: number;
}

/**
 * Draws the surroundings of a place with a mark on it.
 * @returns a whole SVG document; it holds no text from outside
 */
export function sketch({ lat, lon, radiusMetres }: Surroundings): string {
	const scale = height / 2 / radiusMetres;
	const shrink = Math.cos((lat * Math.PI) / 180);
	const x = (at: number) => width / 2 + (at - lon) * metresPerDegree * shrink * scale;
	const y = (at: number) => height / 2 - (at - lat) * metresPerDegree * scale;
	const zoom = Math.log2(metresPerPixel * shrink * scale);

	const path = (line: Flat, end = '') => {
		let points = '';
		for (let index = 0; index + 1 < line.length; index += 2) {
			points += `${index ? 'L' : 'M'}${x(line[index] ?? 0).toFixed(0)} ${y(line[index + 1] ?? 0).toFixed(0)}`;
		}
		return points + end;
	};
	const nearby = (line: Flat) => {
		const across = line.filter((_, index) => index % 2 === 0).map(x);
		const down = line.filter((_, index) => index % 2 === 1).map(y);
		return (
			Math.max(...across) > -20 &&
			Math.min(...across) < width + 20 &&
			Math.max(...down) > -20 &&
			Math.min(...down) < height + 20
		);
	};
	const areas = (rings: readonly Flat[], look: string) =>
		`<path d="${rings
			.filter(nearby)
			.map((ring) => path(ring, 'Z'))
			.join('')}" ${look}/>`;
	const lines = (all: readonly Flat[], look: string) =>
		`<path d="${all
			.filter(nearby)
			.map((line) => path(line))
			.join('')}" fill="none" ${look}/>`;

	const stations = [];
	for (let index = 0; index + 1 < schematic.stations.length; index += 2) {
		const [cx, cy] = [x(schematic.stations[index] ?? 0), y(schematic.stations[index + 1] ?? 0)];
		if (cx > 0 && cx < width && cy > 0 && cy < height) {
			stations.push(`<circle cx="${cx.toFixed(0)}" cy="${cy.toFixed(0)}" r="3.5"/>`);
		}
	}
	const pin = { x: width / 2, y: height / 2 - 18, radius: 22 };
	const names = placeLabels(schematic.labels, zoom, (atLat, atLon) => ({ x: x(atLon), y: y(atLat) }), [pin])
		.filter(
			(name) =>
				Math.abs(name.x - width / 2) < (width - name.width) / 2 &&
				Math.abs(name.y - height / 2) < (height - name.height) / 2,
		)
		.map(({ style, lines, x, y }) => {
			const first = y + style.size * (0.35 - ((lines.length - 1) * lineHeight) / 2);
			const text = lines.map((line, index) => {
				const shown = style.capitals ? line.toUpperCase() : line;
				return `<tspan x="${x.toFixed(0)}" y="${(first + index * style.size * lineHeight).toFixed(0)}">${shown}</tspan>`;
			});
			const look = `font-size="${style.size}" font-weight="${style.weight}" letter-spacing="${style.spacing}"`;
			const slant = style.italic ? ' font-style="italic"' : '';
			return `<text fill="${style.colour}" ${look}${slant}>${text.join('')}</text>`;
		});

	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		`<rect width="${width}" height="${height}" fill="${paint.sea}"/>`,
		areas(schematic.land, `fill="${paint.ground}" stroke="${paint.shore}" stroke-linejoin="round"`),
		areas(schematic.parks, `fill="${paint.park}" stroke="${paint.park}" stroke-width="6" stroke-linejoin="round"`),
		areas(schematic.lakes, `fill="${paint.lake}" stroke="${paint.lake}" stroke-width="6" stroke-linejoin="round"`),
		lines(
			schematic.roads,
			`stroke="${paint.roadEdge}" stroke-width="6" stroke-linejoin="round" stroke-linecap="round"`,
		),
		lines(schematic.roads, `stroke="${paint.road}" stroke-width="4.5" stroke-linejoin="round" stroke-linecap="round"`),
		lines([schematic.bridge], `stroke="${paint.train}" stroke-width="1.5"`),
		lines(schematic.metro, `stroke="${paint.metro}" stroke-width="1.5" stroke-dasharray="2 4"`),
		lines(schematic.trains, `stroke="${paint.train}" stroke-width="1.5"`),
		`<g fill="#fff" stroke="${paint.station}" stroke-width="1.5">${stations.join('')}</g>`,
		`<g font-family="system-ui, sans-serif" text-anchor="middle" paint-order="stroke" stroke="${paint.halo}" stroke-width="3" stroke-linejoin="round">${names.join('')}</g>`,
		`<g transform="translate(${width / 2} ${height / 2})">`,
		'<path d="M0 0C-4-9-13-14-13-24a13 13 0 1 1 26 0C13-14 4-9 0 0Z" fill="#a3262a" stroke="#fff" stroke-width="2"/>',
		'<circle cy="-24" r="4.5" fill="#fff"/></g></svg>',
	].join('');
}
