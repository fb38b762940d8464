/** What lies over the map: buttons to look closer and further off, and where the drawing comes from. Browser only. */
import { m } from '../../paraglide/messages.js';
import { createElement, disableClickPropagation, type LeafletMap } from './leaflet.ts';

/** @param credits HTML from the operator or of our own */
export function addControls(map: LeafletMap, credits: string): void {
	const box = createElement('div', 'controls', map.getContainer());
	const button = (sign: string, name: string, step: number) => {
		const made = createElement('button', '', box) as HTMLButtonElement;
		made.type = 'button';
		made.textContent = sign;
		made.title = name;
		made.setAttribute('aria-label', name);
		// As far as it goes it stays focusable: a disabled button would drop the keyboard.
		const tell = () => {
			const end = step > 0 ? map.getZoom() >= map.getMaxZoom() : map.getZoom() <= map.getMinZoom();
			made.setAttribute('aria-disabled', String(end));
		};
		map.on('zoomend', tell).whenReady(tell);
		made.addEventListener('click', () => map.setZoom(map.getZoom() + step));
	};
	button('+', m.map_zoom_in(), 1);
	button('−', m.map_zoom_out(), -1);
	createElement('p', '', box).innerHTML = credits;
	disableClickPropagation(box);
}
