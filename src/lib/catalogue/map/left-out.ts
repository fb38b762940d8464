/**
 * Stands for parts of Leaflet that its other parts ask for and our maps never use, so that they are not sent to anybody:
 * drawing in Internet Explorer 8, and marks that can be dragged. See `vite.config.ts`.
 */
export const vmlCreate = undefined;
export const vmlMixin = {};
export const MarkerDrag = undefined;
