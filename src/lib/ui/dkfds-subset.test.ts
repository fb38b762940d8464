import { describe, expect, it } from 'vitest';
import { classWords, isUsed } from './dkfds-subset.ts';

const used = classWords([
	'<div class="alert alert-{tone}" class:form-error={error}>',
	'const kind = `card`; box.className = `badge badge-${tone}`;',
]);

describe('what is kept of the design system', () => {
	it('rules for classes that a source names, also composed and conditional ones', () => {
		expect(isUsed('.alert.alert-warning > p', used)).toBe(true);
		expect(isUsed('.form-error .badge-info', used)).toBe(true);
		expect(isUsed('a.card:hover', used)).toBe(true);
	});

	it('rules for elements, whatever they exclude', () => {
		expect(isUsed('h1', used)).toBe(true);
		expect(isUsed('ul:not(.accordion):not(.mainmenu)', used)).toBe(true);
	});

	it('nothing else', () => {
		expect(isUsed('.cookie-message', used)).toBe(false);
		expect(isUsed('.alert .tooltip', used)).toBe(false);
	});
});
