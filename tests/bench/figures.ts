/** What one measurement found. Times in milliseconds. */
export interface Figures {
	clients: number;
	/** answers a second */
	perSecond: number;
	p50: number;
	p95: number;
	p99: number;
	/** how many answers that was */
	answers: number;
}

/** The value that so great a part of the others does not exceed. @param sorted ascending @param part 0 to 1 */
const quantile = (sorted: Float64Array, part: number): number =>
	sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;

/**
 * @param times of every answer, in milliseconds
 * @param seconds from the first request to the last answer
 */
export function figures(clients: number, times: readonly number[], seconds: number): Figures {
	const sorted = Float64Array.from(times).sort();
	return {
		clients,
		perSecond: times.length / seconds,
		p50: quantile(sorted, 0.5),
		p95: quantile(sorted, 0.95),
		p99: quantile(sorted, 0.99),
		answers: times.length,
	};
}

/** What one of the clients asks: every so-many-th, or all where there are fewer than clients. */
export function shareOf<T>(asked: readonly T[], client: number, clients: number): readonly T[] {
	return asked.length < clients ? asked : asked.filter((_, index) => index % clients === client);
}

/**
 * So many clients, each asking again as soon as it has its answer, until the time is up.
 * @param ask one request of one client, which is told how many it has made before
 * @throws what `ask` throws: a benchmark of errors is none
 */
export async function closedLoop(
	clients: number,
	seconds: number,
	ask: (client: number, request: number) => Promise<unknown>,
): Promise<Figures> {
	const times: number[] = [];
	const began = performance.now();
	const end = began + seconds * 1000;
	const client = async (which: number) => {
		for (let request = 0; performance.now() < end; request++) {
			const asked = performance.now();
			await ask(which, request);
			times.push(performance.now() - asked);
		}
	};
	await Promise.all(Array.from({ length: clients }, (_, which) => client(which)));
	return figures(clients, times, (performance.now() - began) / 1000);
}
