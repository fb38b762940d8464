import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule, TestSuite } from 'vitest/node';

/** Files and blocks that broke down outside of any test: each counts as a failure. */
function breakdowns(within: TestModule | TestSuite): number {
	let count = within.errors().length > 0 ? 1 : 0;
	for (const suite of within.children.suites()) count += breakdowns(suite);
	return count;
}

/** Counts the tests into the file TEST_COUNTS, for the last line of `npm test`. */
export default class Count implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
		const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
		for (const module of modules) {
			counts.failed += breakdowns(module);
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state === 'pending') counts.failed += 1;
				else counts[state] += 1;
			}
		}
		if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
	}
}
