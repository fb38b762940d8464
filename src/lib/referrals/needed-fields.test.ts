import { describe, expect, it } from 'vitest';
import { neededFields } from './needed-fields.ts';

describe('what is necessary', () => {
	it('is the first name alone for information', () => {
		expect(neededFields('information', ['given_name', 'phone', 'need'])).toEqual({
			fields: ['given_name'],
			missing: false,
		});
	});

	it('is one way of contact, not all of them', () => {
		expect(neededFields('contact', ['given_name', 'phone', 'email', 'safe_contact']).fields).toEqual([
			'given_name',
			'phone',
		]);
		expect(neededFields('contact', ['given_name', 'safe_contact']).fields).toEqual(['given_name', 'safe_contact']);
	});

	it('says when it is not written', () => {
		expect(neededFields('contact', ['given_name'])).toEqual({ fields: ['given_name'], missing: true });
		expect(neededFields('accompaniment', ['given_name', 'phone']).missing).toBe(true);
	});
});
