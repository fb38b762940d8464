import { namesOf } from '../near/named-places.ts';
import type { MapAnswer, MapCluster, MapPoint } from './answer.ts';
import { streetOf, townOf } from './street.ts';
import type { Called } from './usual-name.ts';

/** What is known around a spot of a hundred metres, remembered: thousands of offers share some hundred spots. */
const known = new Map<number, readonly string[]>();
const mostKnown = 50_000;

function around(latitude: number, longitude: number): readonly string[] {
	const [north, east] = [Math.round(latitude * 1_000), Math.round(longitude * 1_000)];
	const spot = north * 1_000_000 + east;
	let names = known.get(spot);
	if (!names) {
		if (known.size > mostKnown) known.clear();
		known.set(spot, (names = namesOf({ latitude: north / 1_000, longitude: east / 1_000 })));
	}
	return names;
}

/** What a place is called, the closest name first. @param address as it is shown to anyone */
export function calledAt(address: string | undefined, latitude: number, longitude: number): Called {
	const street = address === undefined ? undefined : streetOf(address);
	const wider = around(latitude, longitude);
	// Where we know no district, the address says the town.
	const town = wider.length === 0 && address !== undefined ? townOf(address) : undefined;
	return [...new Set([street, ...wider, town].filter((name) => name !== undefined))];
}

/** The names in one answer: each stands there once, with the number of the next wider one. */
class Names {
	readonly list: [name: string, wider?: number][] = [];
	readonly #numbers = new Map<string, number>();

	/** @returns the number of the closest name; undefined for a place without */
	number(called: Called): number | undefined {
		let wider: number | undefined;
		for (const name of called.toReversed()) {
			const key = `${name} ${wider}`;
			let number = this.#numbers.get(key);
			if (number === undefined) {
				this.#numbers.set(key, (number = this.list.length));
				this.list.push(wider === undefined ? [name] : [name, wider]);
			}
			wider = number;
		}
		return wider;
	}
}

/** What is shown of a search, each with what it is called. Without clusters: these are all the places there are. */
export interface Named {
	readonly points: readonly (readonly [point: MapPoint, called: Called])[];
	readonly clusters?: readonly (readonly [cluster: MapCluster, called: Called])[];
}

/** The answer for the map, with what its marks can be called by. */
export function withPlaces({ points, clusters }: Named): MapAnswer {
	const names = new Names();
	const near = (called: Called): [] | [number] => {
		const number = names.number(called);
		return number === undefined ? [] : [number];
	};
	const named = points.map(([[slug, latitude, longitude, name, organisation, capacity], called]): MapPoint => [
		slug,
		latitude,
		longitude,
		name,
		organisation,
		capacity,
		...near(called),
	]);
	if (!clusters) return { kind: 'points', points: named, places: names.list };
	return {
		kind: 'clusters',
		clusters: clusters.map(([[latitude, longitude, count, apart], called]): MapCluster => [
			latitude,
			longitude,
			count,
			apart,
			...near(called),
		]),
		points: named,
		places: names.list,
	};
}
