import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import { statements } from '../trust/statements.ts';
import { databaseIn, line, numberIn, verdicts, type Shown } from '../trust/verdicts.ts';

/** The test's own name, after those of the blocks around it. */
function namesOf(test: TestCase): string[] {
	const names = [test.name];
	let around: TestSuite | TestModule = test.parent;
	while (around.type === 'suite') {
		names.unshift(around.name);
		around = around.parent;
	}
	return names;
}

function shownBy(test: TestCase): Shown | undefined {
	const names = namesOf(test);
	const number = numberIn(names);
	const { state } = test.result();
	// Still pending at the end: it broke down before it could say anything.
	return number === undefined
		? undefined
		: { number, database: databaseIn(names), state: state === 'pending' ? 'failed' : state };
}

/** Prints the thirty statements of `npm run trust`, and how many do not hold into the file TRUST_COUNT. */
export default class Thirty implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const shown = modules.flatMap((module) =>
			[...module.children.allTests()].map(shownBy).filter((test) => test !== undefined),
		);
		const found = verdicts(statements, shown);
		console.log(`\n${found.map(line).join('\n')}\n`);
		const open = found.filter(({ verdict }) => verdict !== 'pass').length;
		if (process.env.TRUST_COUNT) writeFileSync(process.env.TRUST_COUNT, JSON.stringify({ open }));
	}
}
