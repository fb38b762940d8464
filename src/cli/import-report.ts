import type { StoreResult } from '../lib/catalogue/catalogue-store.server.ts';
import { refusals, repairs } from '../lib/catalogue/hsds/problems.ts';
import type { ReadReport, Refusal } from '../lib/catalogue/hsds/report.ts';

const number = new Intl.NumberFormat('en-GB');
/** Refused rows that are named on screen; `--report` names them all. */
const named = 10;

const columns = ['created', 'updated', 'unchanged', 'removed'] as const;
const headings = { created: 'new', updated: 'changed', unchanged: 'unchanged', removed: 'removed' };

function table(result: StoreResult): string[] {
	const rows = Object.entries(result).map(([kind, changes]: [string, Partial<Record<string, number>>]) => [
		kind[0]?.toUpperCase() + kind.slice(1),
		...columns.map((column) => (changes[column] === undefined ? '' : number.format(changes[column]))),
	]);
	return [['', ...columns.map((column) => headings[column])], ...rows].map(([first = '', ...cells]) =>
		`  ${first.padEnd(14)}${cells.map((cell) => cell.padStart(11)).join('')}`.trimEnd(),
	);
}

const refusedRow = ({ file, row, reason, value }: Refusal) =>
	`  ${file}, row ${row}: ${refusals[reason].en}${value ? ` (${value})` : ''}`;

function refusedPart({ refused, refusedCount, refusedByReason }: ReadReport): string[] {
	if (refusedCount === 0) return [];
	const reasons = Object.entries(refusedByReason) as [Refusal['reason'], number][];
	const more = refusedCount - Math.min(named, refused.length);
	return [
		'',
		`Refused: ${number.format(refusedCount)} ${refusedCount === 1 ? 'row' : 'rows'}`,
		...reasons.sort(([, a], [, b]) => b - a).map(([reason, count]) => counted(count, refusals[reason].en)),
		'',
		...refused.slice(0, named).map(refusedRow),
		...(more > 0 ? [`  … and ${number.format(more)} more; --report FILE writes them all.`] : []),
	];
}

const counted = (count: number, words: string) => `${number.format(count).padStart(8)}  ${words}`;

function repairedPart({ repaired }: ReadReport): string[] {
	if (repaired.length === 0) return [];
	return [
		'',
		'Repaired',
		...repaired.map(({ kind, count, example }) => counted(count, `${repairs[kind].en}: ${example}`)),
	];
}

/** What became of an import, for the one who ran it. */
export function importReport(report: ReadReport, result: StoreResult, source: string, seconds: number): string {
	return [
		`Imported ${report.format} as the source “${source}” in ${seconds.toFixed(1)} seconds.`,
		'',
		...table(result),
		...repairedPart(report),
		...refusedPart(report),
		...(report.ignored.length > 0 ? ['', `Not read, as we have no place for it: ${report.ignored.join(', ')}`] : []),
	].join('\n');
}
