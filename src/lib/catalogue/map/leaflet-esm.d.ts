/** Leaflet's source modules. Their types are those of the whole. */
declare module 'leaflet/src/dom/DomEvent.js' {
	import { DomEvent } from 'leaflet';
	export const disableClickPropagation: typeof DomEvent.disableClickPropagation;
}
declare module 'leaflet/src/dom/DomUtil.js' {
	import { DomUtil } from 'leaflet';
	export const create: typeof DomUtil.create;
}
declare module 'leaflet/src/geo/LatLngBounds.js' {
	export { latLngBounds as toLatLngBounds } from 'leaflet';
}
declare module 'leaflet/src/layer/Popup.js' {
	export { Popup } from 'leaflet';
}
declare module 'leaflet/src/layer/marker/DivIcon.js' {
	export { DivIcon } from 'leaflet';
}
declare module 'leaflet/src/layer/marker/Marker.js' {
	export { Marker } from 'leaflet';
}
declare module 'leaflet/src/layer/tile/TileLayer.js' {
	export { TileLayer } from 'leaflet';
}
declare module 'leaflet/src/layer/vector/Polygon.js' {
	export { Polygon } from 'leaflet';
}
declare module 'leaflet/src/layer/vector/Polyline.js' {
	export { Polyline } from 'leaflet';
}
declare module 'leaflet/src/layer/vector/SVG.js' {
	export { svg } from 'leaflet';
}
declare module 'leaflet/src/map/Map.js' {
	export { Map } from 'leaflet';
}
declare module 'leaflet/src/map/handler/Map.DoubleClickZoom.js' {}
declare module 'leaflet/src/map/handler/Map.Drag.js' {}
declare module 'leaflet/src/map/handler/Map.Keyboard.js' {}
declare module 'leaflet/src/map/handler/Map.ScrollWheelZoom.js' {}
declare module 'leaflet/src/map/handler/Map.TapHold.js' {}
declare module 'leaflet/src/map/handler/Map.TouchZoom.js' {}
