import { hoursAreKnown, localTime, openKinds, stretchesOn } from '../opening-hours.ts';
import { capacityToday } from '../pause.ts';
import { add, emptyBitset, type Bitset } from './bitset.ts';
import { daily } from './daily.ts';
import { eachOf, type Work } from './slices.ts';
import type { Snapshot } from './snapshot.ts';
import { ValueSets, type ValueSet } from './value-set.ts';

type Values = ReadonlyMap<string, ValueSet>;

/** What holds on one day in Copenhagen. */
export interface DayFacets {
	readonly capacity: Values;
	/** weekdays, `weekend`, `evening`, `night`, and `unknown` where nobody has said */
	readonly open: Values;
	readonly hours: Hours;
}

/** When each of the catalogue's different opening hours is open that day: stretches of minutes, side by side. */
interface Hours {
	/** different hours → where its stretches begin; one longer than there are different hours */
	readonly starts: Uint32Array;
	readonly from: Uint16Array;
	/** not open any more at this minute */
	readonly to: Uint16Array;
}

/** The facets that depend on the day. */
export const dayFacets = daily(workOut);
export const facetsOn = dayFacets.on;

function* workOut({ entries, schedules }: Snapshot, day: string): Work<DayFacets> {
	const kinds: (readonly string[])[] = [];
	const starts = new Uint32Array(schedules.different.length + 1);
	const from: number[] = [];
	const to: number[] = [];
	yield* eachOf(schedules.different, (each, number) => {
		kinds.push(hoursAreKnown(each) ? [...openKinds(each, day)] : ['unknown']);
		for (const [opens, closes] of stretchesOn(each, day)) {
			from.push(opens);
			to.push(closes);
		}
		starts[number + 1] = from.length;
	});
	const capacity = new ValueSets();
	const open = new ValueSets();
	yield* eachOf(entries, ({ capacity: said, pausedUntil = null, capacityExpires = null }, document) => {
		capacity.add(capacityToday({ capacity: said, pausedUntil, capacityExpires }, day), document);
		for (const kind of kinds[schedules.of[document] ?? 0] ?? []) open.add(kind, document);
	});
	return {
		capacity: capacity.finish(entries.length),
		open: open.finish(entries.length),
		hours: { starts, from: Uint16Array.from(from), to: Uint16Array.from(to) },
	};
}

const openSets = new WeakMap<Snapshot, { minute: string; set: Bitset }>();

/** The offers that are open at this minute. */
export function openNow(snapshot: Snapshot, now: Date): Bitset {
	const { date, minute: at } = localTime(now);
	const minute = `${date} ${at}`;
	const known = openSets.get(snapshot);
	if (known?.minute === minute) return known.set;
	const { starts, from, to } = facetsOn(snapshot, now).hours;
	const isOpen = Uint8Array.from(snapshot.schedules.different, (_, number) => {
		for (let stretch = starts[number] ?? 0; stretch < (starts[number + 1] ?? 0); stretch++) {
			if ((from[stretch] ?? 0) <= at && at < (to[stretch] ?? 0)) return 1;
		}
		return 0;
	});
	const { of } = snapshot.schedules;
	const set = emptyBitset(of.length);
	for (let document = 0; document < of.length; document++) if (isOpen[of[document] ?? 0] === 1) add(set, document);
	openSets.set(snapshot, { minute, set });
	return set;
}
