/** Leaflet's own module build: the bundler leaves out what we do not use. Its types are those of the main build. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
	export * from 'leaflet';
}
