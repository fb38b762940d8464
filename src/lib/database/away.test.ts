import { describe, expect, it } from 'vitest';
import { isDatabaseAway, isDatabaseFull } from './away.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('a database that is away', () => {
	it('is known by its codes, also inside another error', () => {
		for (const code of ['ECONNREFUSED', '57P01', '57P03', '08006']) {
			expect(isDatabaseAway(new Error('Failed query', { cause: withCode(code) })), code).toBe(true);
		}
		expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
	});

	it('is not a refused row, a broken rule or a mistake of ours', () => {
		for (const cause of [withCode('23505'), withCode('42501'), new TypeError('x'), 'x', undefined]) {
			expect(isDatabaseAway(cause)).toBe(false);
		}
	});
});

describe('a database with a full disk', () => {
	it('is told from one that is away and from a refused row', () => {
		expect(isDatabaseFull(new Error('Failed query', { cause: withCode('53100') }))).toBe(true);
		expect(isDatabaseAway(withCode('53100'))).toBe(false);
		for (const cause of [withCode('23505'), withCode('57P01'), new TypeError('x'), undefined]) {
			expect(isDatabaseFull(cause)).toBe(false);
		}
	});
});
