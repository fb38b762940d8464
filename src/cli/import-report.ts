import type { StoredCatalogue } from '../lib/catalogue/catalogue-store.server.ts';
import { refusals, repairs } from '../lib/catalogue/hsds/problems.ts';
import type { ReadReport, Refusal } from '../lib/catalogue/hsds/report.ts';

const number = new Intl.NumberFormat('en-GB');
/** Refused rows and duplicates that are named on screen; `--report` names them all. */
const named = 10;

const columns = ['created', 'updated', 'unchanged', 'removed'] as const;
const headings = { created: 'new', updated: 'changed', unchanged: 'unchanged', removed: 'removed' };

function table({ duplicates: _duplicates, ...stored }: StoredCatalogue): string[] {
	const kinds: [string, Partial<Record<(typeof columns)[number], number>>][] = Object.entries(stored);
	const rows = kinds.map(([kind, changes]) => [
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

function duplicatePart({ duplicates }: StoredCatalogue): string[] {
	if (duplicates.length === 0) return [];
	const more = duplicates.length - named;
	return [
		'',
		`Perhaps the same as offers of other sources: ${number.format(duplicates.length)}. A coordinator decides at /catalogue.`,
		...duplicates
			.slice(0, named)
			.map(
				({ one, other, shared }) =>
					`  ${one.name} (${one.organisation}) = ${other.name} (${other.organisation}, ${other.source}): ${shared.join(', ')}`,
			),
		...(more > 0 ? [`  … and ${number.format(more)} more; --report FILE writes them all.`] : []),
	];
}

/** What became of an import, for the one who ran it. */
export function importReport(report: ReadReport, result: StoredCatalogue, source: string, seconds: number): string {
	return [
		`Imported ${report.format} as the source “${source}” in ${seconds.toFixed(1)} seconds.`,
		'',
		...table(result),
		...duplicatePart(result),
		...repairedPart(report),
		...refusedPart(report),
		...(report.ignored.length > 0 ? ['', `Not read, as we have no place for it: ${report.ignored.join(', ')}`] : []),
	].join('\n');
}
