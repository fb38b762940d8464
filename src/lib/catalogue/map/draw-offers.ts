/** Offers as marks on the map. Browser only. */
import { createElement, DivIcon, disableClickPropagation, latLngBounds, Marker, type LeafletMap } from './leaflet.ts';
import { m } from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { capacities, termName } from '../vocabulary.ts';
import { closestZoom, type MapAnswer, type MapPoint } from './answer.ts';
import { groupMarks, type Group } from './grouping.ts';
import type { Obstacle } from './labels.ts';

export interface MarkEvents {
	/** an offer is pointed at or has the focus; null: no longer */
	highlight: (slug: string | null) => void;
	/** the offers of a mark are to be listed beside it; `keyboard`: the list takes the focus */
	list: (group: Group, button: HTMLElement, keyboard: boolean) => void;
	/** the marks are others, because of a new answer or zoom */
	redraw: () => void;
}

export interface Marks {
	show: (answer: MapAnswer) => void;
	highlight: (slug: string | null) => void;
	/** whether all of what a mark listed is still part of the answer */
	shows: (group: Group) => boolean;
	/** what the marks cover, in pixels of `map.project` */
	covers: () => Obstacle[];
}

/** Half the width of a mark in pixels: a single one, then by the digits of its number (see OfferMap's style). */
const radii = [14, 15, 18, 22, 27, 32];

/** A mark takes a quarter of a millisecond to make and lay out, and a frame is sixteen. */
const marksAFrame = 24;

/** Draws the marks in view, and keeps them right when the map is moved or zoomed. */
export function drawOffers(map: LeafletMap, events: MarkEvents): Marks {
	const drawn = new Map<string, { marker: Marker; button: HTMLElement; group: Group; lit: boolean }>();
	let answer: MapAnswer = { kind: 'points', points: [] };
	let groups: Group[] = [];
	let highlighted: string | null = null;
	let waiting = 0;

	const regroup = () => {
		groups = groupMarks(answer, (lat, lon) => map.project([lat, lon]));
		draw();
		events.redraw();
	};

	const draw = () => {
		const view = map.getBounds().pad(0.05);
		const shown = new Map(
			groups.filter(({ lat, lon }) => view.contains([lat, lon])).map((group) => [group.key, group]),
		);
		let focusLost = false;
		for (const [key, { marker, button }] of drawn) {
			if (shown.has(key)) continue;
			focusLost ||= button.matches(':focus-visible');
			marker.remove();
			drawn.delete(key);
		}
		cancelAnimationFrame(waiting);
		add(
			[...shown].filter(([key]) => !drawn.has(key)),
			focusLost,
		);
	};

	/** Adds marks, some in each frame: all at once would hold up a hand that moves the map. */
	const add = (left: readonly (readonly [key: string, group: Group])[], focusLost: boolean) => {
		for (const [key, group] of left.slice(0, marksAFrame)) {
			const button = markButton(group);
			listen(button, group);
			const icon = new DivIcon({ html: button, className: 'mark-anchor', iconSize: [0, 0] });
			const marker = new Marker([group.lat, group.lon], { icon, keyboard: false }).addTo(map);
			drawn.set(key, { marker, button, group, lit: false });
		}
		light();
		const rest = left.slice(marksAFrame);
		if (rest.length > 0) waiting = requestAnimationFrame(() => add(rest, focusLost));
		else if (focusLost) focusNearest();
	};

	/** A mark that was opened by keyboard came apart: go on from one of those it came apart into. */
	const focusNearest = () => {
		const middle = map.getCenter();
		const distance = ({ marker }: { marker: Marker }) => middle.distanceTo(marker.getLatLng());
		const [nearest] = [...drawn.values()].sort((a, b) => distance(a) - distance(b));
		nearest?.button.focus({ preventScroll: true });
	};

	const listen = (button: HTMLElement, group: Group) => {
		const [single] = group.points.length === 1 ? group.points : [];
		if (single) {
			const [slug] = single;
			for (const name of ['mouseenter', 'focus']) button.addEventListener(name, () => events.highlight(slug));
			for (const name of ['mouseleave', 'blur']) button.addEventListener(name, () => events.highlight(null));
		}
		disableClickPropagation(button);
		button.addEventListener('click', ({ detail }) => {
			const target = zoomFor(map, group);
			if (target === undefined) return events.list(group, button, detail === 0);
			map.setView(target.at, target.zoom);
		});
	};

	const light = () => {
		for (const mark of drawn.values()) {
			const { marker, button, group } = mark;
			const lit = highlighted !== null && group.points.some(([slug]) => slug === highlighted);
			if (lit === mark.lit) continue;
			mark.lit = lit;
			button.classList.toggle('lit', lit);
			marker.setZIndexOffset(lit ? 10_000 : 0);
		}
	};

	map
		.on('zoomend', regroup)
		.on('moveend', draw)
		.on('unload', () => cancelAnimationFrame(waiting));
	return {
		show(next) {
			answer = next;
			regroup();
		},
		highlight(slug) {
			highlighted = slug;
			light();
		},
		shows({ points, lat, lon }) {
			if (points.length === 0) return groups.some((each) => each.lat === lat && each.lon === lon);
			const slugs = new Set(answer.points.map(([slug]) => slug));
			return points.every(([slug]) => slugs.has(slug));
		},
		covers: () =>
			groups.map(({ lat, lon, count }) => {
				const { x, y } = map.project([lat, lon]);
				return { x, y, radius: radii[count === 1 ? 0 : digits(count)] ?? 32 };
			}),
	};
}

/** Metres: nearer places are one door to a visitor. */
const oneDoor = 12;

/** Pixels between the outermost places of a mark after it has come apart. */
const apart = 120;

/** Where to look to see a mark come apart; undefined when it does not. */
function zoomFor(map: LeafletMap, { lat, lon, points, count, zoom }: Group) {
	if (count === 1) return undefined;
	if (zoom !== undefined) {
		if (zoom > closestZoom && map.getZoom() >= closestZoom) return undefined;
		return { at: { lat, lng: lon }, zoom: Math.min(zoom, closestZoom) };
	}
	const bounds = latLngBounds(points.map(([, pointLat, pointLon]) => [pointLat, pointLon]));
	const [northEast, southWest] = [bounds.getNorthEast(), bounds.getSouthWest()];
	if (map.getZoom() >= map.getMaxZoom() || northEast.distanceTo(southWest) < oneDoor) return undefined;
	const pixels = map.project(northEast).distanceTo(map.project(southWest));
	const closer = map.getZoom() + Math.max(1, Math.ceil(Math.log2(apart / pixels)));
	return { at: bounds.getCenter(), zoom: Math.min(closer, map.getMaxZoom()) };
}

function markButton(group: Group): HTMLElement {
	const button = createElement('button', 'mark') as HTMLButtonElement;
	button.type = 'button';
	const [first] = group.points;
	if (first && group.count === 1) {
		button.classList.add(first[5]);
		button.dataset['name'] = first[3];
		button.setAttribute('aria-label', pointLabel(first));
		return button;
	}
	button.classList.add('several', `digits-${digits(group.count)}`);
	button.textContent = new Intl.NumberFormat(getLocale()).format(group.count);
	const { count, place } = group;
	button.setAttribute('aria-label', place ? m.map_count_at({ count, place }) : m.map_count({ count }));
	return button;
}

function digits(count: number): number {
	return Math.min(String(count).length, 5);
}

function pointLabel([, , , name, organisation, capacity]: MapPoint): string {
	return [name, organisation, termName(capacities, capacity, getLocale())].filter(Boolean).join(', ');
}
