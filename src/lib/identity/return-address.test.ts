import { describe, expect, it } from 'vitest';
import { returnAddress } from './return-address.ts';

describe('the address to return to', () => {
	it('is a page of ours, with its question', () => {
		expect(returnAddress('/offers?q=g%C3%A6ld&page=2')).toBe('/offers?q=g%C3%A6ld&page=2');
		expect(returnAddress('/')).toBe('/');
	});

	it.each([
		'//evil.example',
		'/\\evil.example',
		'https://evil.example',
		'javascript:alert(1)',
		'/\t/evil.example',
		'',
		null,
		7,
	])('is never another site: %j', (text) => expect(returnAddress(text)).toBeUndefined());

	it('stays within the site when dots try to climb out', () => {
		expect(returnAddress('/../../offers')).toBe('/offers');
		expect(returnAddress('/..//evil.example')).toBeUndefined();
	});

	it('leaves out the name of a form action and the sign-in page', () => {
		expect(returnAddress('/referrals/1?/send')).toBe('/referrals/1');
		expect(returnAddress('/sign-in?return=/x')).toBeUndefined();
	});
});
