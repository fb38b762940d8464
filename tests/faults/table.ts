import type { Row } from './kills.ts';

const columns: [string, (row: Row) => string | number][] = [
	['scenario', (row) => row.scenario],
	['kills', (row) => row.kills],
	['acknowledged', (row) => row.acknowledged],
	['found', (row) => row.found],
	['lost', (row) => row.lost.length],
	['duplicated', (row) => row.duplicated.length],
	['mails', (row) => row.mails],
	['never sent', (row) => row.neverSent],
	['sent twice', (row) => row.sentTwice],
	['untold or untrue', (row) => row.untold.length],
	['unexpected refusals', (row) => row.surprises.length],
];

/** A Markdown table of what was told and what is there. */
export function table(rows: readonly Row[]): string {
	const lines = [
		columns.map(([name]) => name),
		columns.map(() => '---'),
		...rows.map((row) => columns.map(([, of]) => of(row))),
	];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
