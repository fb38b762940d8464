import type { Pause } from './slices.ts';

/** The longest stretch of work at a time, in milliseconds. */
const longestStretch = 15;

/** Lets requests be answered in between when something takes long. */
export function breather(): Pause {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < longestStretch) return;
		await new Promise((resolve) => setImmediate(resolve));
		since = performance.now();
	};
}
