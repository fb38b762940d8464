import type { RefusalCode, RepairKind } from './problems.ts';

/** One row that was left out. Rows are counted as a spreadsheet shows them: the header is row 1. */
export interface Refusal {
	file: string;
	row: number;
	reason: RefusalCode;
	/** the value that was wrong, shortened */
	value?: string;
}

export interface Repair {
	kind: RepairKind;
	count: number;
	/** the first one seen, shortened */
	example: string;
}

/** What became of a package; everything a closing report needs. */
export interface ReadReport {
	/** such as `HSDS 1.1 CSV` */
	format: string;
	counts: Record<CountedKind, number>;
	repaired: Repair[];
	/** the first refusals, at most 50 of each reason unless more were asked for; all are in `refusedCount` */
	refused: Refusal[];
	refusedCount: number;
	refusedByReason: Partial<Record<RefusalCode, number>>;
	/** files and kinds of rows we have no place for */
	ignored: string[];
}

const countedKinds = [
	'organisations',
	'locations',
	'locationsOnMap',
	'terms',
	'offers',
	'offerLocations',
	'schedules',
	'phones',
	'languages',
	'offerTerms',
] as const;
export type CountedKind = (typeof countedKinds)[number];

/** How many refusals of one reason are kept word for word; a wrong column would otherwise fill the memory. */
export const keptRefusals = 50;
const longestExample = 120;

const shorten = (text: string) => {
	const line = text.replaceAll(/\s+/gu, ' ').trim();
	return line.length > longestExample ? `${line.slice(0, longestExample - 1)}…` : line;
};

/** Collects what happens while a package is read. */
export class ReportBuilder {
	format = 'HSDS';
	readonly #counts = Object.fromEntries(countedKinds.map((kind) => [kind, 0])) as Record<CountedKind, number>;
	readonly #repairs = new Map<RepairKind, { count: number; example: string }>();
	readonly #refused: Refusal[] = [];
	readonly #reasons = new Map<RefusalCode, number>();
	readonly #ignored = new Set<string>();
	readonly #kept: number;

	/** @param kept refusals of one reason to keep word for word */
	constructor(kept: number = keptRefusals) {
		this.#kept = kept;
	}

	refuse(at: { file: string; row: number }, reason: RefusalCode, value?: string): void {
		const seen = this.#reasons.get(reason) ?? 0;
		this.#reasons.set(reason, seen + 1);
		if (seen >= this.#kept) return;
		const refusal: Refusal = { file: at.file, row: at.row, reason };
		if (value) refusal.value = shorten(value);
		this.#refused.push(refusal);
	}

	repair(kind: RepairKind, example: string, count = 1): void {
		const known = this.#repairs.get(kind);
		if (known) known.count += count;
		else this.#repairs.set(kind, { count, example: shorten(example) });
	}

	ignore(what: string): void {
		this.#ignored.add(what);
	}

	count(kind: CountedKind, by: number): void {
		this.#counts[kind] += by;
	}

	finish(): ReadReport {
		return {
			format: this.format,
			counts: { ...this.#counts },
			repaired: [...this.#repairs].map(([kind, { count, example }]) => ({ kind, count, example })),
			refused: this.#refused,
			refusedCount: [...this.#reasons.values()].reduce((sum, count) => sum + count, 0),
			refusedByReason: Object.fromEntries(this.#reasons),
			ignored: [...this.#ignored],
		};
	}
}
