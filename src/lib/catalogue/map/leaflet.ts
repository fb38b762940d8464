/**
 * The parts of Leaflet that our maps are made of, a quarter less than all of it. Its own bundles hold everything,
 * because everything registers itself; its source modules can be taken one by one.
 */
import type { Path, Renderer } from 'leaflet';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TapHold.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import { Map as LeafletMap } from 'leaflet/src/map/Map.js';

export { disableClickPropagation } from 'leaflet/src/dom/DomEvent.js';
export { create as createElement } from 'leaflet/src/dom/DomUtil.js';
export { toLatLngBounds as latLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { Popup } from 'leaflet/src/layer/Popup.js';
export { DivIcon } from 'leaflet/src/layer/marker/DivIcon.js';
export { Marker } from 'leaflet/src/layer/marker/Marker.js';
export { Polygon } from 'leaflet/src/layer/vector/Polygon.js';
export { Polyline } from 'leaflet/src/layer/vector/Polyline.js';
export { svg } from 'leaflet/src/layer/vector/SVG.js';
export { LeafletMap };

// Leaflet's own asks for a canvas as well. Ours is told by each line which drawing it belongs to.
LeafletMap.include({
	getRenderer(this: LeafletMap, { options: { renderer } }: Path): Renderer | undefined {
		if (renderer && !this.hasLayer(renderer)) this.addLayer(renderer);
		return renderer;
	},
});
