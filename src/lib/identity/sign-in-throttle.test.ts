import { describe, expect, it } from 'vitest';
import { signInThrottle } from './sign-in-throttle.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 27, 12, 0, seconds));
const keys = (email: string, address = '10.0.0.1') => ({ email, address });

describe('failed sign-ins', () => {
	it('are slowed from the sixth on, longer each time, and never for more than a minute', () => {
		const throttle = signInThrottle();
		for (let i = 0; i < 4; i++) throttle.failed(keys('a@x.example'), at(0));
		expect(throttle.wait(keys('a@x.example'), at(0))).toBe(0);
		throttle.failed(keys('a@x.example'), at(0));
		expect(throttle.wait(keys('a@x.example'), at(0))).toBe(1);
		for (let i = 0; i < 5; i++) throttle.failed(keys('a@x.example'), at(0));
		expect(throttle.wait(keys('A@x.example'), at(0))).toBe(32);
		for (let i = 0; i < 50; i++) throttle.failed(keys('a@x.example', `10.0.1.${i}`), at(0));
		expect(throttle.wait(keys('a@x.example', '10.9.9.9'), at(0))).toBe(60);
		expect(throttle.wait(keys('a@x.example', '10.9.9.9'), at(60))).toBe(0);
	});

	it('of one account leave another account at the same address alone, until there are many', () => {
		const throttle = signInThrottle();
		for (let i = 0; i < 10; i++) throttle.failed(keys('a@x.example'), at(0));
		expect(throttle.wait(keys('b@x.example'), at(0))).toBe(0);
		for (let i = 0; i < 25; i++) throttle.failed(keys(`${i}@x.example`), at(0));
		expect(throttle.wait(keys('b@x.example'), at(0))).toBeGreaterThan(0);
		expect(throttle.wait(keys('b@x.example', '10.0.0.2'), at(0))).toBe(0);
	});

	it('are forgotten after a right password, and after a quiet quarter of an hour', () => {
		const throttle = signInThrottle();
		for (let i = 0; i < 9; i++) throttle.failed(keys('a@x.example'), at(0));
		throttle.succeeded(keys('a@x.example'));
		expect(throttle.wait(keys('a@x.example'), at(0))).toBe(0);
		for (let i = 0; i < 9; i++) throttle.failed(keys('a@x.example'), at(0));
		expect(throttle.wait(keys('a@x.example'), at(901))).toBe(0);
	});
});
