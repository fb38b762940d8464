/** Opens the map in the page with Leaflet. Browser only, and its own chunk: import it when the map is to be seen. */
import 'leaflet/dist/leaflet.css';
import { mount, tick, unmount } from 'svelte';
import { m } from '../../paraglide/messages.js';
import { closestZoom, type MapAnswer, type Viewport } from './answer.ts';
import { attribution } from './attribution.ts';
import { addControls } from './controls.ts';
import { drawBase } from './draw-base.ts';
import { drawOffers, type Marks } from './draw-offers.ts';
import { drawPoint } from './draw-point.ts';
import { wholeCity, type Box } from './extent.ts';
import type { Group } from './grouping.ts';
import { LeafletMap, Popup } from './leaflet.ts';
import { positionText, readPosition } from '../near/position.ts';
import PointList from './PointList.svelte';

/** Where the background comes from. Without tiles the map draws its own, and contacts no other origin. */
export interface MapConfig {
	tilesUrl?: string | undefined;
	/** the closest zoom there are tiles for; beyond it they are enlarged */
	tilesTo?: number | undefined;
	/** HTML from the operator, as tile providers ask for */
	attribution?: string | undefined;
}

export interface MapEvents {
	highlight: (slug: string | null) => void;
	/** follow a mark to its offer; undefined: its links are ordinary links */
	open: ((slug: string) => void) | undefined;
	/** a place is pointed at, by the right button or a finger that stays; undefined: that is the browser's own */
	point: ((near: string) => void) | undefined;
	/** the map has come to rest; `byPerson`: moved by hand, not by a new search */
	move: (viewport: Viewport, byPerson: boolean) => void;
	/** the schematic background could not be fetched; the offers are shown all the same */
	fail: (error: unknown) => void;
}

export interface MapOptions {
	config: MapConfig;
	/** the map is one thing among others on the page: one finger and the wheel scroll the page */
	embedded: boolean;
	bounds: Box | null;
}

export interface OpenMap {
	show: (answer: MapAnswer) => void;
	highlight: (slug: string | null) => void;
	fit: (bounds: Box | null) => void;
	/** shows where distances are counted from, as the address has it */
	point: (near: string | null) => void;
	close: () => void;
}

/** Milliseconds of rest after which a move is told. */
const rest = 250;

/** A single place is shown with its neighbourhood, not its doorstep. */
const closestFit = 15;

export function openMap(element: HTMLElement, { config, embedded, bounds }: MapOptions, events: MapEvents): OpenMap {
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	const touch = matchMedia('(pointer: coarse)').matches;
	const map = new LeafletMap(element, {
		zoomControl: false,
		attributionControl: false,
		minZoom: 2,
		maxZoom: closestZoom,
		// Our own drawing is sharp at any scale, so that a city fits a phone; tiles are not.
		zoomSnap: config.tilesUrl ? 1 : 0.25,
		worldCopyJump: true,
		trackResize: false,
		dragging: !(embedded && touch),
		scrollWheelZoom: !embedded,
		// A finger that stays: told by Leaflet where the browser does not tell it, or tells it late.
		tapHold: touch && events.point !== undefined,
		zoomAnimation: !still,
		fadeAnimation: !still,
		markerZoomAnimation: !still,
		inertia: !still,
	});
	addControls(map, config.tilesUrl ? (config.attribution ?? '') : attribution);

	let wanted = bounds;
	let fitting = false;
	const fit = () => {
		const [west, south, east, north] = wanted ?? wholeCity;
		fitting = true;
		map.fitBounds([[south, west], [north, east]], { animate: false, padding: [16, 16], maxZoom: closestFit }); // prettier-ignore
		fitting = false;
	};

	// The base asks for the marks it must not write over, and is begun before there are any.
	// eslint-disable-next-line prefer-const
	let marks: Marks | undefined;
	let writeNames = () => {};
	const gone = new AbortController();
	if (config.tilesUrl) {
		addTiles(map, config.tilesUrl, config).catch(events.fail);
	} else {
		drawBase(map, () => marks?.covers() ?? [], gone.signal).then(
			(redraw) => (writeNames = redraw),
			(error: unknown) => {
				if (!gone.signal.aborted) events.fail(error);
			},
		);
	}
	if (embedded) map.on('focus', () => map.scrollWheelZoom.enable()).on('blur', () => map.scrollWheelZoom.disable());

	const popup = popupFor(map, events);
	marks = drawOffers(map, { highlight: events.highlight, list: popup.open, redraw: () => writeNames() });

	// The map also moves by itself, to show the whole of a list that opens at its edge.
	let panning = false;
	map.on('autopanstart', () => (panning = true));
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tell = () => {
		const byPerson = !fitting && !panning;
		panning = false;
		clearTimeout(timer);
		timer = setTimeout(() => {
			const view = map.getBounds();
			const bbox = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()] as const;
			events.move({ bbox, zoom: map.getZoom() }, byPerson);
		}, rest);
	};
	map.on('moveend', tell);
	const { point } = events;
	if (point) {
		let down = false;
		element.addEventListener('touchstart', () => (down = true), { passive: true });
		for (const lifted of ['touchend', 'touchcancel']) element.addEventListener(lifted, () => (down = false));
		map.on('contextmenu', ({ latlng }) => {
			const { lat, lng } = latlng.wrap();
			const tellPoint = () => point(positionText({ latitude: lat, longitude: lng }));
			if (!down) return tellPoint();
			// The map's sheet closes: a finger that is lifted only then would tap what lies under it.
			element.addEventListener('touchend', tellPoint, { once: true });
		});
	}
	const showPoint = drawPoint(map);
	fit();

	// In a sheet that was closed the map had no size: fit again when it gets one.
	let hidden = element.clientWidth === 0;
	const sizes = new ResizeObserver(() => {
		if (element.clientWidth === 0) return void (hidden = true);
		fitting = true;
		map.invalidateSize({ animate: false, pan: false });
		fitting = false;
		if (hidden) fit();
		hidden = false;
	});
	sizes.observe(element);

	return {
		show(answer) {
			marks.show(answer);
			// A list that is open beside a mark never holds what the list of results has lost.
			if (popup.group && !marks.shows(popup.group)) popup.close();
		},
		highlight: marks.highlight,
		fit(next) {
			wanted = next;
			fit();
		},
		point(near) {
			const at = near === null ? undefined : readPosition(near);
			showPoint(at ? [at.latitude, at.longitude] : null);
		},
		close() {
			gone.abort();
			clearTimeout(timer);
			sizes.disconnect();
			popup.close();
			map.remove();
		},
	};
}

/** The part of Leaflet that only an operator's own tiles need. */
async function addTiles(map: LeafletMap, url: string, { tilesTo }: MapConfig): Promise<void> {
	const { TileLayer } = await import('leaflet/src/layer/tile/TileLayer.js');
	new TileLayer(url, {
		maxZoom: closestZoom,
		...(tilesTo !== undefined && { maxNativeZoom: tilesTo }),
	}).addTo(map);
}

function popupFor(map: LeafletMap, events: MapEvents) {
	let closeList = () => {};
	let listed: Group | undefined;
	const open: Parameters<typeof drawOffers>[1]['list'] = (group, button, keyboard) => {
		closeList();
		const { lat, lon, count, points } = group;
		listed = group;
		const content = document.createElement('div');
		const list = mount(PointList, {
			target: content,
			props: { points, count, onopen: events.open, onhighlight: events.highlight },
		});
		const popup = new Popup({
			minWidth: 180,
			maxWidth: Math.min(280, map.getSize().x - 64),
			maxHeight: 260,
			offset: [0, -6],
			autoPanPadding: [12, 12],
		})
			.setLatLng([lat, lon])
			.setContent(content)
			.openOn(map);
		const frame = popup.getElement();
		frame?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', m.map_close());
		frame?.addEventListener('keydown', ({ key }) => {
			if (key === 'Escape') popup.close();
		});
		if (keyboard) void tick().then(() => content.querySelector('a')?.focus({ preventScroll: true }));
		popup.once('remove', () => {
			if (frame?.contains(document.activeElement) || document.activeElement === document.body)
				(button.isConnected ? button : map.getContainer()).focus({ preventScroll: true });
			events.highlight(null);
			listed = undefined;
			void unmount(list);
			closeList = () => {};
		});
		closeList = () => popup.remove();
	};
	return {
		open,
		close: () => closeList(),
		/** whose list is open */
		get group() {
			return listed;
		},
	};
}
