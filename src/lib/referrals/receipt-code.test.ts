import { describe, expect, it } from 'vitest';
import { receiptCode, typedCode } from './receipt-code.ts';

describe('the code of a receipt', () => {
	it('is twenty letters and digits that nobody confuses, in fours', () => {
		const code = receiptCode(Uint8Array.from({ length: 32 }, (_, index) => index * 37));
		expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}$/);
		expect(receiptCode(new Uint8Array(32).fill(255))).toBe('zzzz-zzzz-zzzz-zzzz-zzzz');
	});
	it('differs with the first and with the hundredth bit', () => {
		const of = (index: number, value: number) => {
			const hash = new Uint8Array(32);
			hash[index] = value;
			return receiptCode(hash);
		};
		expect(new Set([of(0, 0), of(0, 128), of(12, 16), of(12, 15)])).toHaveProperty('size', 3);
	});
	it('is known again however it is typed', () => {
		expect(typedCode(' 0AB1 0ab1-ZZZZ–zzzz 2345 ')).toBe('0ab1-0ab1-zzzz-zzzz-2345');
		expect(typedCode('OABL oabi zzzz zzzz 2345')).toBe('0ab1-0ab1-zzzz-zzzz-2345');
	});
	it.each(['', '0ab1', '0ab1-0ab1-zzzz-zzzz-234u', '0ab1-0ab1-zzzz-zzzz-23456'])('is not “%s”', (text) => {
		expect(typedCode(text)).toBeUndefined();
	});
});
