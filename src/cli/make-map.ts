/**
 * Build step: draws the schematic map of Copenhagen from the world's coastline (npm package
 * @geo-maps/earth-coastlines-10m, © OpenStreetMap contributors, ODbL) and writes it as JSON for page and server.
 *
 *     node src/cli/make-map.ts [--if-missing]
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { MultiPolygon, Position as GeoPosition } from 'geojson';
import type { Position } from '../lib/catalogue/map/clip.ts';
import { sheet } from '../lib/catalogue/map/extent.ts';
import { buildSchematic } from '../lib/catalogue/map/schematic.ts';

const output = fileURLToPath(new URL('../lib/catalogue/map/generated/copenhagen.json', import.meta.url));

/** The largest file we are willing to ship, in bytes before compression. */
const limit = 60_000;

/** Rings of land with at least one position on the sheet. Land that surrounds the whole sheet does not exist here. */
function* landOnSheet(world: MultiPolygon): Generator<Position[]> {
	const [west, south, east, north] = sheet;
	const onSheet = ([lon = 0, lat = 0]: GeoPosition) => lon >= west && lon <= east && lat >= south && lat <= north;
	for (const [outer] of world.coordinates) {
		if (outer?.some(onSheet)) yield outer.map(([lon = 0, lat = 0]) => [lon, lat]);
	}
}

function run(): void {
	if (process.argv.includes('--if-missing') && existsSync(output)) return;
	const source = createRequire(import.meta.url).resolve('@geo-maps/earth-coastlines-10m/map.geo.json');
	const world = JSON.parse(readFileSync(source, 'utf8')) as { geometries: MultiPolygon[] };
	const [coastline] = world.geometries;
	if (coastline?.type !== 'MultiPolygon') throw new Error(`${source}: expected one MultiPolygon of land`);

	const json = JSON.stringify(buildSchematic(landOnSheet(coastline)));
	if (json.length > limit) throw new Error(`The map takes ${json.length} bytes; at most ${limit} are allowed`);
	mkdirSync(dirname(output), { recursive: true });
	writeFileSync(`${output}.part`, json);
	renameSync(`${output}.part`, output);
	console.log(`Map of Copenhagen: ${json.length} bytes, ${gzipSync(json).length} compressed`);
}

run();
