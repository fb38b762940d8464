import { looksSqueezed, repairMojibake } from './mojibake.ts';
import { extensionKey } from './extension.ts';
import { isOwn } from './own.ts';
import { tidy, withoutEscapedBreaks, withoutMarkers, withoutMarkup } from './plain-text.ts';
import type { RepairKind } from './problems.ts';
import type { ReportBuilder } from './report.ts';
import type { Tables } from './tables.ts';

/** Steps in the order they must happen: markup can only be seen when the characters are right. */
const steps: readonly { kind: RepairKind; step: (text: string, squeezedSource: boolean) => string }[] = [
	{ kind: 'mojibake', step: repairMojibake },
	{ kind: 'escaped_breaks', step: withoutEscapedBreaks },
	{ kind: 'markup', step: withoutMarkup },
	{ kind: 'markers', step: withoutMarkers },
];

/** Most cells are ids, numbers and plain ASCII, which no step would change. */
const needsLook = /[^\x20-\x7E]|[<&\\#]| {2}|^ | $/u;
/** Three in one source are no chance: somebody's export squeezed all of it. */
const enoughSqueezed = 3;

/**
 * Makes every text of the tables plain, readable text, in place; empty cells disappear. Ids stay as they are, and so do
 * texts that another Socialkompas has made plain before.
 */
export function cleanTables(tables: Tables, report: ReportBuilder): void {
	const own = isOwn(tables);
	const squeezedSource = !own && countSqueezed(tables) >= enoughSqueezed;
	for (const rows of Object.values(tables)) {
		for (const { cells } of rows) {
			for (const [column, value] of Object.entries(cells)) {
				if (column === extensionKey) continue;
				if (own || column === 'id' || column.endsWith('_id')) {
					cells[column] = tidy(value);
				} else if (needsLook.test(value)) {
					const cleaned = cleanText(value, squeezedSource, report);
					if (cleaned === '') Reflect.deleteProperty(cells, column);
					else cells[column] = cleaned;
				}
			}
		}
	}
}

function cleanText(value: string, squeezedSource: boolean, report: ReportBuilder): string {
	let text = value;
	for (const { kind, step } of steps) {
		const next = step(text, squeezedSource);
		if (next !== text) report.repair(kind, change(text, next));
		text = next;
	}
	return tidy(text);
}

/** The first place where two texts differ, with a little around it. */
function change(before: string, after: string): string {
	let at = 0;
	while (at < before.length && before[at] === after[at]) at++;
	const around = (text: string) => text.slice(Math.max(0, at - 15), at + 20);
	return `${around(before)} → ${around(after)}`;
}

function countSqueezed(tables: Tables): number {
	let count = 0;
	for (const rows of Object.values(tables)) {
		for (const { cells } of rows) {
			for (const value of Object.values(cells)) {
				if (looksSqueezed(value) && ++count >= enoughSqueezed) return count;
			}
		}
	}
	return count;
}
