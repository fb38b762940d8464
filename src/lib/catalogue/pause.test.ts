import { expect, it } from 'vitest';
import { capacityToday, pauseLasts } from './pause.ts';

it('a pause lasts through its day', () => {
	expect(pauseLasts('2026-12-24', '2026-12-24')).toBe(true);
	expect(pauseLasts('2026-12-24', '2026-12-25')).toBe(false);
	expect(pauseLasts(null, '2026-12-25')).toBe(false);
});

it.each([
	['open', null, 'open'],
	['paused', null, 'paused'],
	['paused', '2026-12-24', 'paused'],
	['paused', '2026-12-23', 'unknown'],
	['full', '2026-12-24', 'paused'],
	['full', '2026-12-23', 'full'],
] as const)('%s, paused until %s, is %s on 24 December', (capacity, pausedUntil, today) => {
	expect(capacityToday({ capacity, pausedUntil }, '2026-12-24')).toBe(today);
});
