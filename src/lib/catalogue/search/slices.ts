/** Work that may be interrupted wherever it yields. */
export type Work<T> = Generator<void, T>;

/** Lets others work in between, when it is time; awaited at every place where work may be interrupted. */
export type Pause = () => Promise<void>;

/** Does the work without a pause: where nobody waits, or it is short. */
export function atOnce<T>(work: Work<T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** Does the work with pauses: a large catalogue takes seconds, in which others want their answers. */
export async function inSlices<T>(work: Work<T>, pause: Pause): Promise<T> {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
		await pause();
	}
}

/** So much is done between two places where work may be interrupted: some milliseconds of anything we do. */
const slice = 1_000;

/** The values with their places, interruptible. */
export function* eachOf<T>(values: readonly T[], visit: (value: T, index: number) => void): Work<void> {
	for (let index = 0; index < values.length; index++) {
		visit(values[index] as T, index);
		if (index % slice === slice - 1) yield;
	}
}

/** As `toSorted`, interruptible: short runs are sorted, then merged. Stable. */
export function* sorted<T>(values: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
	let from: T[] = [];
	for (let start = 0; start < values.length; start += slice) {
		for (const value of values.slice(start, start + slice).sort(compare)) from.push(value);
		yield;
	}
	for (let width = slice; width < from.length; width *= 2) {
		const to: T[] = [];
		for (let start = 0; start < from.length; start += 2 * width) {
			yield* merge(
				from,
				start,
				Math.min(start + width, from.length),
				Math.min(start + 2 * width, from.length),
				compare,
				to,
			);
		}
		from = to;
	}
	return from;
}

/** Merges two sorted neighbours, of which the second begins in the middle, to the end of a list. */
function* merge<T>(
	from: readonly T[],
	start: number,
	middle: number,
	end: number,
	compare: (a: T, b: T) => number,
	to: T[],
): Work<void> {
	let left = start;
	let right = middle;
	while (left < middle || right < end) {
		const takesLeft = right >= end || (left < middle && compare(from[left] as T, from[right] as T) <= 0);
		to.push(from[takesLeft ? left++ : right++] as T);
		if (to.length % slice === 0) yield;
	}
}
