import { expect, it } from 'vitest';
import { freshness } from './freshness.ts';

it('a confirmation ages after 180 days and is old after a year', () => {
	expect(freshness('2026-11-20', '2026-11-20')).toBe('fresh');
	expect(freshness('2026-05-24', '2026-11-20')).toBe('fresh');
	expect(freshness('2026-05-23', '2026-11-20')).toBe('aging');
	expect(freshness('2025-11-20', '2026-11-20')).toBe('aging');
	expect(freshness('2025-11-19', '2026-11-20')).toBe('old');
	expect(freshness(null, '2026-11-20')).toBe('never');
});
