/** The point that distances are counted from, on the map. Browser only. */
import type { LatLngTuple } from 'leaflet';
import { m } from '../../paraglide/messages.js';
import { createElement, DivIcon, Marker, type LeafletMap } from './leaflet.ts';

/** @returns shows the point, or none; it stays where it is when the map is moved */
export function drawPoint(map: LeafletMap): (at: LatLngTuple | null) => void {
	const sign = createElement('span', 'from-here');
	sign.setAttribute('role', 'img');
	sign.setAttribute('aria-label', m.map_point());
	const icon = new DivIcon({ html: sign, className: 'mark-anchor', iconSize: [0, 0] });
	const marker = new Marker([0, 0], { icon, interactive: false, keyboard: false });
	return (at) => {
		if (at) marker.setLatLng(at).addTo(map);
		else marker.remove();
	};
}
