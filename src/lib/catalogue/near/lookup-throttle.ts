/** Look-ups that one address on the network may ask for in a minute: many people may share one. */
const mostEach = 30;
/** And all together, so that a service that is asked for free stays so. */
const mostOfAll = 120;
const minute = 60_000;

/** Counts look-ups in this process; nothing of what was looked up. */
export function lookupThrottle(): (client: string, now: number) => boolean {
	let began = -Infinity;
	let all = 0;
	const counts = new Map<string, number>();
	/** @param now milliseconds @returns whether this one may be made */
	return (client, now) => {
		if (now - began >= minute) {
			began = now;
			all = 0;
			counts.clear();
		}
		const count = (counts.get(client) ?? 0) + 1;
		if (count > mostEach || all >= mostOfAll) return false;
		counts.set(client, count);
		all++;
		return true;
	};
}
