/** The schematic map as layers under the offers. Browser only. */
import type { LatLngTuple, PathOptions } from 'leaflet';
import { DivIcon, createElement, Marker, Polygon, Polyline, svg, type LeafletMap } from './leaflet.ts';
import { sheet } from './extent.ts';
import address from './generated/copenhagen.json?url';
import { lineHeight, placeLabels, type Obstacle } from './labels.ts';
import { paint } from './paint.ts';
import type { Flat, Schematic } from './schematic.ts';

/**
 * Draws land, water, streets and names, fetched once from this site.
 * @param obstacles marks over it that names make room for, in pixels of `map.project`
 * @param signal the map is gone: do not draw
 * @returns writes the names anew; call it when the marks have changed
 * @throws when the drawing cannot be fetched; the map is usable without
 */
export async function drawBase(
	map: LeafletMap,
	obstacles: () => readonly Obstacle[],
	signal: AbortSignal,
): Promise<() => void> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`The map's drawing answered ${response.status}`);
	const schematic = (await response.json()) as Schematic;

	// Everything in one SVG: drawn in this order, moved as one.
	const look = (style: PathOptions): PathOptions => ({
		interactive: false,
		renderer,
		fillOpacity: 1,
		weight: 1,
		...style,
	});
	const renderer = svg({ padding: 0.5 });
	const lines = (all: readonly Flat[], style: PathOptions) =>
		new Polyline(all.map(positions), look({ fill: false, ...style })).addTo(map);
	const areas = (all: readonly Flat[], style: PathOptions) =>
		new Polygon(all.map((ring) => [positions(ring)]), look(style)).addTo(map); // prettier-ignore

	const grid = new Polyline([], look({ color: paint.grid })).addTo(map);
	const [west, south, east, north] = sheet;
	areas([[west, south, east, south, east, north, west, north]], { fillColor: paint.sea, color: paint.shore });
	areas(schematic.land, { fillColor: paint.ground, color: paint.shore });
	areas(schematic.parks, { fillColor: paint.park, stroke: false });
	areas(schematic.lakes, { fillColor: paint.lake, stroke: false });
	const edges = lines(schematic.roads, { color: paint.roadEdge });
	const roads = lines(schematic.roads, { color: paint.road });
	lines([schematic.bridge], { color: paint.train, weight: 1.5 });
	lines(schematic.metro, { color: paint.metro, weight: 1.5, dashArray: '2 4' });
	lines(schematic.trains, { color: paint.train, weight: 1.5 });
	// A line of no length with round ends is a dot; the white one on it makes it a ring.
	const dots = positions(schematic.stations).map((at) => [at, at]);
	const stations = [
		new Polyline(dots, look({ fill: false, color: paint.station, weight: 7.5 })),
		new Polyline(dots, look({ fill: false, color: '#fff', weight: 4.5 })),
	];
	const pane = map.createPane('names');
	pane.style.zIndex = '450';
	pane.setAttribute('aria-hidden', 'true');

	const drawForZoom = () => {
		const zoom = map.getZoom();
		const width = Math.max(0.8, (zoom - 9) * 0.9);
		roads.setStyle({ weight: width });
		edges.setStyle({ weight: width + 1.5 });
		for (const part of stations) {
			if (zoom >= 13) part.addTo(map);
			else part.remove();
		}
	};
	const written = new Map<string, Marker>();
	const writeNames = () => {
		const zoom = map.getZoom();
		const project = (lat: number, lon: number) => map.project([lat, lon]);
		const placed = new Map(
			placeLabels(schematic.labels, zoom, project, obstacles()).map((label) => [
				`${zoom} ${label.lines.join('')} ${label.x} ${label.y}`,
				label,
			]),
		);
		for (const [key, name] of written) {
			if (placed.has(key)) continue;
			name.remove();
			written.delete(key);
		}
		for (const [key, { style, lines, x, y }] of placed) {
			if (written.has(key)) continue;
			const text = createElement('span', 'name');
			text.textContent = lines.join('\n');
			Object.assign(text.style, {
				color: style.colour,
				fontSize: `${style.size}px`,
				fontStyle: style.italic ? 'italic' : 'normal',
				fontWeight: String(style.weight),
				letterSpacing: `${style.spacing}px`,
				lineHeight: String(lineHeight),
				textTransform: style.capitals ? 'uppercase' : 'none',
			});
			const icon = new DivIcon({ html: text, className: 'name-anchor', iconSize: [0, 0] });
			const at = map.unproject([x, y]);
			const name = new Marker(at, { icon, pane: 'names', interactive: false, keyboard: false }).addTo(map);
			written.set(key, name);
		}
	};
	const drawGrid = () => grid.setLatLngs(gridLines(map));
	map.on('zoomend', drawForZoom).on('moveend', drawGrid);
	drawForZoom();
	drawGrid();
	writeNames();
	return writeNames;
}

function positions(line: Flat): LatLngTuple[] {
	const all: LatLngTuple[] = [];
	for (let index = 0; index + 1 < line.length; index += 2) all.push([line[index + 1] ?? 0, line[index] ?? 0]);
	return all;
}

/** Meridians and parallels about 120 pixels apart, where the view leaves the sheet: plain ground needs something. */
function gridLines(map: LeafletMap): LatLngTuple[][] {
	const view = map.getBounds().pad(0.5);
	const [west, south, east, north] = sheet;
	if (view.getWest() > west && view.getEast() < east && view.getSouth() > south && view.getNorth() < north) return [];
	const step = 2 ** Math.round(Math.log2((120 * 360) / 256)) / 2 ** map.getZoom();
	const lines: LatLngTuple[][] = [];
	const [top, bottom] = [Math.min(85, view.getNorth()), Math.max(-85, view.getSouth())];
	for (let lon = Math.ceil(view.getWest() / step) * step; lon < view.getEast(); lon += step) {
		lines.push([[bottom, lon], [top, lon]]); // prettier-ignore
	}
	for (let lat = Math.ceil(bottom / step) * step; lat < top; lat += step) {
		lines.push([[lat, view.getWest()], [lat, view.getEast()]]); // prettier-ignore
	}
	return lines;
}
