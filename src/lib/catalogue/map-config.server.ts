import { services } from '../database/as-actor.server.ts';
import type { MapConfig } from './map/open-map.ts';
import { tilesFile } from './map/tiles-file.server.ts';

/** Where the map's background comes from, as the operator has set it; nothing: the project's own drawing. */
export async function mapConfig(): Promise<MapConfig> {
	const { tiles } = services().config;
	if (!tiles) return {};
	const { url: tilesUrl, attribution, file } = tiles;
	return file ? { tilesUrl, attribution, tilesTo: (await tilesFile(file)).maxZoom } : { tilesUrl, attribution };
}
