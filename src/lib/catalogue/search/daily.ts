import { localTime } from '../opening-hours.ts';
import { atOnce, inSlices, type Pause, type Work } from './slices.ts';
import type { Snapshot } from './snapshot.ts';

/** What is worked out of a snapshot for one day in Copenhagen, and kept for that day. */
export interface Daily<T> {
	/** as it holds today; worked out at once, unless it was prepared */
	on(snapshot: Snapshot, now: Date): T;
	/**
	 * Works it out before anybody asks for it: in a large catalogue it takes a second, in which others want their answers.
	 * Those who call meanwhile wait for the same work.
	 */
	prepare(snapshot: Snapshot, now: Date, pause: Pause): Promise<void>;
}

/** @param workOut day is an ISO date */
export function daily<T>(workOut: (snapshot: Snapshot, day: string) => Work<T>): Daily<T> {
	const known = new WeakMap<Snapshot, { readonly day: string; readonly value: T }>();
	const preparing = new WeakMap<Snapshot, { readonly day: string; readonly done: Promise<void> }>();
	return {
		on(snapshot, now) {
			const day = localTime(now).date;
			let today = known.get(snapshot);
			if (today?.day !== day) known.set(snapshot, (today = { day, value: atOnce(workOut(snapshot, day)) }));
			return today.value;
		},
		async prepare(snapshot, now, pause) {
			const day = localTime(now).date;
			if (known.get(snapshot)?.day === day) return;
			let underWay = preparing.get(snapshot);
			if (underWay?.day !== day) {
				const done = inSlices(workOut(snapshot, day), pause).then((value) => void known.set(snapshot, { day, value }));
				preparing.set(snapshot, (underWay = { day, done }));
			}
			await underWay.done;
		},
	};
}
