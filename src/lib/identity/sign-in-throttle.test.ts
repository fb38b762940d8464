import { describe, expect, it } from 'vitest';
import { secondsToWait } from './sign-in-throttle.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 27, 12, 0, seconds));
const after = (count: number) => ({ count, last: at(0) });

describe('waiting after failed sign-ins', () => {
	it('begins after the fifth of an account, doubles, and is never more than a minute', () => {
		expect([0, 4, 5, 6, 10, 500].map((count) => secondsToWait('account', after(count), at(0)))).toEqual([
			0, 0, 1, 2, 32, 60,
		]);
		expect(secondsToWait('account', after(500), at(60))).toBe(0);
	});

	it('is shorter for an address, which many people may share', () => {
		expect([8, 9, 500].map((count) => secondsToWait('address', after(count), at(0)))).toEqual([0, 1, 15]);
	});

	it('is over after a quiet quarter of an hour', () => {
		expect(secondsToWait('account', after(9), at(901))).toBe(0);
		expect(secondsToWait('account', undefined, at(0))).toBe(0);
	});
});
