import { describe, expect, it } from 'vitest';
import { isDatabaseAway } from './away.ts';

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
