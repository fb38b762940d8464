export type Row = readonly string[];

/** A Markdown table whose columns also line up on a terminal; the first column to the left, the others to the right. */
export function table([head, ...rows]: readonly [Row, ...Row[]]): string {
	const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0), 4));
	const line = (row: Row) =>
		`| ${widths.map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width))).join(' | ')} |`;
	const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
	return [line(head), line(rule), ...rows.map(line)].join('\n');
}
