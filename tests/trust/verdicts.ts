import type { Statement } from './statements.ts';

export const databases = ['embedded', 'PostgreSQL'] as const;
export type DatabaseName = (typeof databases)[number];

/** One test that carries a statement's number. */
export interface Shown {
	readonly number: number;
	/** undefined when the test needs no database of its own choosing */
	readonly database: DatabaseName | undefined;
	readonly state: 'passed' | 'failed' | 'skipped';
}

export interface Verdict {
	readonly number: number;
	readonly sentence: string;
	readonly verdict: 'pass' | 'fail' | 'missing';
	/** on which databases it was shown, what failed or what is missing */
	readonly note: string;
}

/** The number a test carries: the innermost of its own name and those of the blocks around it. */
export function numberIn(names: readonly string[]): number | undefined {
	const found = names.findLast((name) => /^\d+\. /.test(name));
	return found === undefined ? undefined : Number.parseInt(found, 10);
}

/** Which database a test ran on, as `onEachDatabase` writes it into the name of its block. */
export const databaseIn = (names: readonly string[]): DatabaseName | undefined =>
	databases.find((database) => names.some((name) => name.endsWith(`(${database})`)));

/** A statement passes when nothing that carries its number failed or was left out, on each database it is about. */
function verdictOn(statement: Statement, shown: readonly Shown[]): Pick<Verdict, 'verdict' | 'note'> {
	const passed = databases.filter((database) =>
		shown.some((test) => test.state === 'passed' && test.database === database),
	);
	const failed = shown.filter((test) => test.state === 'failed').length;
	if (failed > 0) return { verdict: 'fail', note: `${failed} of ${shown.length} tests failed` };
	if (!shown.some((test) => test.state === 'passed')) return { verdict: 'missing', note: 'no test ran' };
	const absent = statement.onBothDatabases ? databases.filter((database) => !passed.includes(database)) : [];
	if (absent.length > 0) return { verdict: 'missing', note: `not shown on ${absent.join(' and ')}` };
	const skipped = shown.filter((test) => test.state === 'skipped').length;
	if (skipped > 0) return { verdict: 'missing', note: `${skipped} of ${shown.length} tests skipped` };
	return { verdict: 'pass', note: passed.join(' and ') };
}

/** One verdict for each statement, in their order. */
export const verdicts = (statements: readonly Statement[], shown: readonly Shown[]): Verdict[] =>
	statements.map((statement) => ({
		number: statement.number,
		sentence: statement.sentence,
		...verdictOn(
			statement,
			shown.filter((test) => test.number === statement.number),
		),
	}));

/** `12. pass     A connection without … (embedded and PostgreSQL)` */
export const line = ({ number, verdict, sentence, note }: Verdict): string =>
	`${String(number).padStart(2)}. ${verdict.padEnd(7)} ${sentence}${note ? ` (${note})` : ''}`;
