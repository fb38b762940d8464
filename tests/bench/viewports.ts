import { around, between, seeded } from './catalogue/random.ts';

/** Degrees (WGS 84) and Leaflet's zoom, of 256-pixel tiles. */
export interface Viewport {
	bbox: readonly [west: number, south: number, east: number, north: number];
	zoom: number;
}

/** The map beside the list, in pixels, on a screen of 1280 × 900. */
const size = { width: 560, height: 780 };

/**
 * Where somebody's map may be who drags and zooms: from the whole city to a few streets.
 * @param middle of the catalogue's places, and how far they spread
 */
export function viewports(middle: { latitude: number; longitude: number; spread: number }, count = 200): Viewport[] {
	const random = seeded(3);
	return Array.from({ length: count }, () => {
		const zoom = between(random, 11, 16);
		const degreesAPixel = 360 / (256 * 2 ** zoom);
		const narrowing = Math.cos((middle.latitude * Math.PI) / 180);
		const latitude = middle.latitude + around(random) * middle.spread;
		const longitude = middle.longitude + (around(random) * middle.spread) / narrowing;
		const half = { width: (size.width / 2) * degreesAPixel, height: (size.height / 2) * degreesAPixel * narrowing };
		const bbox = [longitude - half.width, latitude - half.height, longitude + half.width, latitude + half.height];
		return { bbox: bbox.map((value) => Number(value.toFixed(5))) as unknown as Viewport['bbox'], zoom };
	});
}
