import { services } from '../database/as-actor.server.ts';

/** Where the map's background comes from, as the operator has set it; nothing: the project's own drawing. */
export function mapConfig(): { tilesUrl?: string; attribution?: string } {
	const { tiles } = services().config;
	return tiles ? { tilesUrl: tiles.url, attribution: tiles.attribution } : {};
}
