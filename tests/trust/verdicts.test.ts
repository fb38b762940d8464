import { describe, expect, it } from 'vitest';
import { statement, statements } from './statements.ts';
import { databaseIn, line, numberIn, verdicts, type Shown } from './verdicts.ts';

const one = [{ number: 1, sentence: 'A dump holds no token', onBothDatabases: true }];
const verdict = (...shown: Shown[]) => verdicts(one, shown)[0];

describe('the report on the thirty statements', () => {
	it('knows thirty, numbered from one', () => {
		expect(statements.map((each) => each.number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
		expect(statement(12, 'as the owner')).toBe(
			'12. A connection without an actor sees zero rows of personal data: as the owner',
		);
		expect(() => statement(31)).toThrow('no statement 31');
	});

	it('reads the number and the database from the names of a test and its blocks', () => {
		const names = ['who sees what (PostgreSQL)', '12. A connection', 'as the owner'];
		expect(numberIn(names)).toBe(12);
		expect(databaseIn(names)).toBe('PostgreSQL');
		expect(numberIn(['30 days later', 'a note'])).toBeUndefined();
		expect(databaseIn(['the site', 'without a database'])).toBeUndefined();
	});

	it('passes what was shown on both databases', () => {
		expect(
			verdict(
				{ number: 1, database: 'embedded', state: 'passed' },
				{ number: 1, database: 'PostgreSQL', state: 'passed' },
			),
		).toMatchObject({ verdict: 'pass', note: 'embedded and PostgreSQL' });
	});

	it('fails for one failure among many', () => {
		expect(
			verdict(
				{ number: 1, database: 'embedded', state: 'failed' },
				{ number: 1, database: 'PostgreSQL', state: 'passed' },
			),
		).toMatchObject({ verdict: 'fail', note: '1 of 2 tests failed' });
	});

	it('says what is missing: a test, a database, one that was skipped', () => {
		expect(verdict()).toMatchObject({ verdict: 'missing', note: 'no test ran' });
		expect(verdict({ number: 1, database: 'embedded', state: 'passed' })).toMatchObject({
			verdict: 'missing',
			note: 'not shown on PostgreSQL',
		});
		expect(
			verdict(
				{ number: 1, database: 'embedded', state: 'passed' },
				{ number: 1, database: 'PostgreSQL', state: 'passed' },
				{ number: 1, database: undefined, state: 'skipped' },
			),
		).toMatchObject({ verdict: 'missing', note: '1 of 3 tests skipped' });
	});

	it('prints one line each', () => {
		expect(line({ number: 3, verdict: 'pass', sentence: 'Signing in', note: 'embedded' })).toBe(
			' 3. pass    Signing in (embedded)',
		);
	});
});
