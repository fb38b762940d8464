import { describe, expect, it } from 'vitest';
import { holdsCpr } from './cpr.ts';

describe('a CPR number in a text', () => {
	it.each(['010190-1234', 'CPR: 3112991234.', 'født 240775 0123', '(010190–1234)'])('is seen in “%s”', (text) => {
		expect(holdsCpr(text)).toBe(true);
	});

	it.each([
		'Ring på 00 11 22 33',
		'+4512345678',
		'0045 12 34 56 78',
		'den 01.01.1990 kl. 12',
		'991390-1234',
		'kontonummer 12345678901234',
		'',
	])('is not seen in “%s”', (text) => {
		expect(holdsCpr(text)).toBe(false);
	});
});
