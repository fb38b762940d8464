import { expect, it } from 'vitest';
import { clausesOf, placesAfterMarks } from './clauses.ts';
import { words } from './words.ts';

const numbers = (text: string) => clausesOf(words(text)).map(({ number }) => number);
const weights = (text: string) => clausesOf(words(text)).map(({ weight }) => weight);

it('a question and what goes on meanwhile are two clauses', () => {
	expect(numbers('hvem passer børn mens jeg arbejder')).toEqual([0, 0, 0, 1, 1, 1]);
	expect(numbers('hvor lærer jeg dansk uden at gå i skole')).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1]);
	expect(numbers('uden bolig')).toEqual([0, 0]);
});

it('a condition weighs nearly as much as the question, a circumstance much less', () => {
	const [question = 0, , , condition = 0] = weights('hvad gør jeg når lejemålet er opsagt');
	expect(question).toBe(1);
	expect(condition).toBeLessThan(question);
	const circumstance = weights('passer børn mens jeg arbejder').at(-1) ?? 1;
	expect(circumstance).toBeLessThan(condition);
});

it('a comma ends a clause, and what comes after it may be the question', () => {
	const text = 'far går aldrig ud, hvem kan følge ham';
	expect(clausesOf(words(text), placesAfterMarks(text)).map(({ number }) => number)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
	expect([...placesAfterMarks('kl. 10.30? ja')]).toEqual([1, 3]);
});

it('a query that begins with its condition is one clause', () => {
	expect(numbers('når jeg ikke kan sove')).toEqual([0, 0, 0, 0, 0]);
});
