import { describe, expect, it } from 'vitest';
import { fieldValue, fieldValues } from './field.ts';

describe('what a field shows', () => {
	it('prefers what was just refused, then what was kept, then what is stored', () => {
		const form = { values: { name: 'Ny' } };
		const kept = { name: 'Gemt', phone: '1' };
		expect(fieldValue(form, kept, 'name', 'x')).toBe('Ny');
		expect(fieldValue(form, kept, 'phone', 'x')).toBe('1');
		expect(fieldValue(null, undefined, 'name', 'x')).toBe('x');
	});

	it('keeps an emptied field empty', () => {
		expect(fieldValue({ values: { name: '' } }, undefined, 'name', 'stored')).toBe('');
	});

	it('reads unticked boxes in a submitted form as none, not as the stored ones', () => {
		expect(fieldValues({ values: {} }, undefined, 'fields', ['phone'])).toEqual([]);
		expect(fieldValues({ values: { fields: 'phone' } }, undefined, 'fields')).toEqual(['phone']);
		expect(fieldValues(undefined, undefined, 'fields', ['phone'])).toEqual(['phone']);
	});
});
