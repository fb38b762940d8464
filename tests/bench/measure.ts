import type { Figures } from './figures.ts';
import type { CatalogueResult, Measurement, Subject } from './result.ts';

export interface Plan {
	only: ReadonlySet<Subject>;
	/** of each measurement */
	seconds: number;
	/** where the server listens */
	port: number;
	/** for logs */
	folder: string;
	say(line: string): void;
	/** to be undone also when the run is broken off */
	onEnd(undo: () => Promise<void>): void;
}

export const clientCounts = [1, 10] as const;
const warmUp = 1;

export type Load = (options: { clients: number; seconds: number }) => Promise<Figures>;

/** One and ten clients, after warming up: the first seconds of a process are of its compiler. */
export async function measure(
	plan: Plan,
	result: CatalogueResult,
	what: Pick<Measurement, 'subject' | 'queries'>,
	load: Load,
	worked: () => number | undefined = () => undefined,
): Promise<void> {
	await load({ clients: Math.max(...clientCounts), seconds: warmUp });
	for (const clients of clientCounts) {
		const before = worked();
		const found = await load({ clients, seconds: plan.seconds });
		const after = worked();
		const known = before !== undefined && after !== undefined && found.answers > 0;
		result.measurements.push({ ...what, ...found, ...(known && { work: (after - before) / found.answers }) });
		plan.say(
			`${result.name}: ${what.subject}, ${what.queries}, ${clients} clients: ${Math.round(found.perSecond)} per s, ` +
				`p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms`,
		);
	}
}
