import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { differentQueries, makeQueries } from '../queries.ts';
import { generateCatalogue } from './generate.ts';

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/* Figures of two runs can be compared only when both had the same offers and questions: a new hash is a new benchmark. */

it('makes the same catalogue every time, on every machine', () => {
	const made = generateCatalogue(200);
	expect(generateCatalogue(200)).toEqual(made);
	const texts = made.organisations.map(({ description }) => description);
	const places = made.locations.map(({ latitude, longitude }) => [latitude, longitude]);
	expect([hash(texts), hash(places)]).toEqual(['b642fe6ce076', 'b1a1ebd0e072']);
});

it('asks the same queries every time, frequent ones more often', () => {
	const { varied, repeated } = makeQueries('danish');
	expect(hash(varied)).toBe('1a31c4013799');
	const asked = Map.groupBy(varied, (query) => query);
	expect(asked.size).toBeGreaterThan(differentQueries * 0.95);
	expect(asked.get('ensom')?.length).toBeGreaterThan(1.5 * (asked.get(repeated)?.length ?? 0));
});
