import { expect, it } from 'vitest';
import { languageName } from './language-name.ts';

it('names a language in the words of the page', () => {
	expect(languageName('so', 'da')).toBe('somali');
	expect(languageName('so', 'en')).toBe('Somali');
});

it('names Greenlandic without asking the browser, which may not know it', () => {
	expect(languageName('kl', 'da')).toBe('grønlandsk');
	expect(languageName('kl', 'en')).toBe('Greenlandic');
});

it('gives back what is no code as it is', () => {
	expect(languageName('dansk og tegnsprog', 'da')).toBe('dansk og tegnsprog');
});
